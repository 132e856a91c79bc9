package dev.packs.operation;

import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.resolution.PackCatalog;
import dev.packs.source.PackLibrary;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The library as the search sees it. */
final class LibraryCatalog implements PackCatalog {

    private final PackLibrary library;
    private final Map<PackName, Version> named;
    private final boolean isNarrow;

    private LibraryCatalog(PackLibrary library, Map<PackName, Version> named, boolean isNarrow) {
        this.library = library;
        this.named = Map.copyOf(named);
        this.isNarrow = isNarrow;
    }

    /** @param only packs of which just this version is offered while it can be had, so that nobody is asked for a list */
    static LibraryCatalog narrow(PackLibrary library, Map<PackName, Version> only) {
        return new LibraryCatalog(library, only, true);
    }

    /** @param exact versions that are offered even where Maven's list, which may be a day old, does not have them yet */
    static LibraryCatalog wide(PackLibrary library, Map<PackName, Version> exact) {
        return new LibraryCatalog(library, exact, false);
    }

    @Override
    public List<Version> versions(PackName name) {
        Version single = named.get(name);
        boolean isThere =
                single != null && library.findManifest(new PackId(name, single)).isPresent();
        if (isThere && isNarrow) {
            return List.of(single);
        }
        List<Version> versions = library.versions(name);
        if (!isThere || versions.contains(single)) {
            return versions;
        }
        List<Version> more = new ArrayList<>(versions);
        more.add(single);
        return more;
    }

    @Override
    public List<PackDependency> dependencies(PackId id) {
        return library.manifest(id).manifest().dependencies();
    }

    @Override
    public List<PackName> known() {
        return library.known();
    }

    @Override
    public boolean isWorkspace(PackId id) {
        return library.isWorkspace(id);
    }
}
