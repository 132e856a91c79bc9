package dev.packs.operation;

import dev.packs.archetype.ArchetypeId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where archetypes come from: the Maven repositories of a project. */
public interface ArchetypeRepository {

    /** For "where it looked". */
    String label();

    /** Every version that can be had, lowest first in Maven's order; none if nobody knows the archetype. */
    List<String> versions(String group, String artifact);

    /** The archetype's jar in the local repository, or nothing if nobody has it. */
    Optional<Path> jar(ArchetypeId archetype);

    /** The catalogue of the local repository, if it has one. */
    Optional<Path> localCatalog();

    /** The catalogue of Central, of a repository with the id {@code archetype}, or of what mirrors one of them; nothing if there is none. */
    Optional<Path> remoteCatalog();
}
