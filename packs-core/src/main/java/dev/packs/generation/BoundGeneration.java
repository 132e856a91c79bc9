package dev.packs.generation;

import java.nio.file.Path;
import java.util.List;

/**
 * One declaration's output that is to be brought up to date.
 *
 * @param root the output folder; its ledger lies beside it
 * @param key everything that the output depends on and that is neither a file nor a template: what {@link UpToDateCheck} compares
 * @param renderer what turns templates into text, with its version: a change renders everything again
 * @param inputs files that decide about the output, stamped before they were read
 * @param options what to do in doubt
 */
public record BoundGeneration(Path root, String key, String renderer, List<InputFile> inputs, Options options) {

    public BoundGeneration {
        root = root.toAbsolutePath().normalize();
        inputs = List.copyOf(inputs);
    }

    /**
     * What to do in doubt.
     *
     * @param keepGoing write what can be rendered, and list the rest
     * @param force overwrite a file that stands in the way and was not generated
     */
    public record Options(boolean keepGoing, boolean force) {

        public static Options standard() {
            return new Options(false, false);
        }
    }

    /** {@code target/generated-sources/packs/<id>.ledger} for {@code …/<id>}. */
    public static Path ledgerOf(Path root) {
        return root.resolveSibling(root.getFileName() + ".ledger");
    }

    static String stagingOf(Path root) {
        return ".packs-staging-" + root.getFileName();
    }
}
