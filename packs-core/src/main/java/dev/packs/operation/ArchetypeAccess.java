package dev.packs.operation;

import dev.packs.archetype.ArchetypeEngine;
import dev.packs.integrity.Digest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The engine of archetypes and what the user lets it do, as a build reaches it. Loads nothing until it is asked. */
public interface ArchetypeAccess {

    /** @throws dev.packs.PacksException if it cannot be opened */
    ArchetypeEngine engine();

    /** {@code packs.allowScript}: the only script that may run. */
    Optional<Digest> allowedScript();

    /**
     * Groovy's jars, for a script that is allowed.
     *
     * @throws dev.packs.PacksException if they cannot be had
     */
    List<Path> groovy();
}
