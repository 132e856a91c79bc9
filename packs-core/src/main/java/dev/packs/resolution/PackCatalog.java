package dev.packs.resolution;

import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.util.List;

/** What the search knows about packs. It may throw {@link dev.packs.PacksException}, which ends the search. */
public interface PackCatalog {

    /** All versions, in any order; none if there is no such pack. Asked at most once for each pack of a search. */
    List<Version> versions(PackName name);

    /** What one of the listed versions depends on. Asked only for versions that the search tries. */
    List<PackDependency> dependencies(PackId id);

    /** Packs that can be offered to somebody who misspelled a name. */
    default List<PackName> known() {
        return List.of();
    }

    /** Whether this is a module of the same build: a snapshot there counts as the release that it will be. */
    default boolean isWorkspace(PackId id) {
        return false;
    }
}
