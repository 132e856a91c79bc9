package dev.packs.operation;

import dev.packs.archetype.ArchetypeEngine;
import dev.packs.archetype.ArchetypeId;
import dev.packs.generation.FileContent;
import dev.packs.io.DiskFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** An archetype in hand. */
sealed interface FoundArchetype {

    ArchetypeId id();

    FileContent jar();

    /** Where the jar lies, if it does. */
    default Optional<Path> place() {
        return Optional.empty();
    }

    /** @throws dev.packs.PacksException if it is no archetype */
    ArchetypePack pack(ArchetypeEngine engine);

    /** One that lies somewhere; a thousand of them are never in memory together. */
    record OnDisk(ArchetypeId id, Path file) implements FoundArchetype {

        @Override
        public Optional<Path> place() {
            return Optional.of(file);
        }

        @Override
        public FileContent jar() {
            try {
                return FileContent.of(Files.readAllBytes(file));
            } catch (IOException failed) {
                throw DiskFailure.reading(file, failed);
            }
        }

        @Override
        public ArchetypePack pack(ArchetypeEngine engine) {
            return ArchetypePack.of(id, jar(), engine.read(file));
        }
    }

    /** One that was made of a folder. */
    record Made(ArchetypeId id, FileContent jar) implements FoundArchetype {

        @Override
        public ArchetypePack pack(ArchetypeEngine engine) {
            try (TemporaryFolder aside = TemporaryFolder.open()) {
                return ArchetypePack.of(id, jar, engine.read(aside.write(id.jarName(), jar.bytes())));
            }
        }
    }
}
