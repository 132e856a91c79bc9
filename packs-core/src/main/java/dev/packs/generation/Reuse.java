package dev.packs.generation;

import dev.packs.io.RelativePath;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Knows whether a file that was written once would come out the same. */
final class Reuse {

    private Reuse() {}

    /**
     * Whether everything that the file was made of is as it was. A template that reads the same values from the same sources reads no others, so what it read last time is all
     * that has to be compared.
     */
    static boolean isPossible(PlannedFile file, LedgerEntry entry) {
        if (!entry.origin().equals(file.origin().id()) || !entry.definition().equals(file.definition())) {
            return false;
        }
        if (file.recipe() instanceof FileRecipe.Copy copy) {
            return entry.content().equals(ValueDigest.of(copy.bytes()));
        }
        if (!(file.recipe() instanceof FileRecipe.Template template)) {
            // Made of several, each of which may have changed; made again, and written only if it differs.
            return false;
        }
        if (!entry.sources().containsKey(template.source().text())) {
            return false;
        }
        for (Map.Entry<String, String> source : entry.sources().entrySet()) {
            if (!source.getValue().equals(template.scope().digestOfSource(source.getKey()))) {
                return false;
            }
        }
        for (Map.Entry<String, String> read : entry.reads().entrySet()) {
            if (!read.getValue().equals(template.scope().digestOfValue(read.getKey(), template.row()))) {
                return false;
            }
        }
        return true;
    }

    /** The ledger's entry for a file that was just made; its stamp is still to come. */
    static LedgerEntry entry(PlannedFile file, PackRendering.Made made, byte[] bytes) {
        PackScope scope = file.recipe().scope();
        Optional<TextRendering.Row> row =
                file.recipe() instanceof FileRecipe.Template template ? template.row() : Optional.empty();
        Map<String, String> sources = new TreeMap<>();
        for (RelativePath source : made.sources()) {
            sources.put(source.text(), scope.digestOfSource(source.text()));
        }
        Map<String, String> reads = new TreeMap<>();
        for (String name : made.reads()) {
            reads.put(name, scope.digestOfValue(name, row));
        }
        return new LedgerEntry(
                file.path(),
                new FileStamp(FileStamp.DOUBTFUL, 0, 0),
                file.origin().id(),
                file.definition(),
                ValueDigest.of(bytes),
                sources,
                reads);
    }
}
