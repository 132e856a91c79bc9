package dev.packs.generation;

import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.CollisionStrategy;
import dev.packs.pack.TemplateEngine;
import java.util.List;
import java.util.Optional;

/** How a file's bytes are made. */
sealed interface FileRecipe {

    PackScope scope();

    RelativePath source();

    /** A word for the ledger. */
    String kind();

    /** Rendered from a template, perhaps for one row. */
    record Template(PackScope scope, RelativePath source, Optional<TextRendering.Row> row, TemplateEngine engine)
            implements FileRecipe {

        @Override
        public String kind() {
            return engine == TemplateEngine.VELOCITY ? "velocity" : "template";
        }
    }

    /**
     * Made of what several packs give.
     *
     * @param files in the order of the packs; at least two
     */
    record Combined(List<PlannedFile> files, CollisionStrategy strategy) implements FileRecipe {

        public Combined {
            files = List.copyOf(files);
        }

        @Override
        public PackScope scope() {
            return files.get(0).recipe().scope();
        }

        @Override
        public RelativePath source() {
            return files.get(0).recipe().source();
        }

        @Override
        public String kind() {
            return "combined";
        }
    }

    /** Taken byte for byte. */
    record Copy(PackScope scope, FileTree tree, RelativePath source) implements FileRecipe, FileContent {

        @Override
        public String kind() {
            return "copy";
        }

        @Override
        public byte[] bytes() {
            Optional<byte[]> bytes = tree.read(source);
            if (bytes.isEmpty()) {
                throw new IllegalStateException(source + " has vanished");
            }
            return bytes.get();
        }
    }
}
