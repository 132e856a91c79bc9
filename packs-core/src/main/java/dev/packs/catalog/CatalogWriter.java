package dev.packs.catalog;

import dev.packs.description.PacksTerms;
import dev.packs.graph.Statement;
import dev.packs.graph.TripleTable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;

/** Writes a catalogue: equal packs give equal lines, and on every machine whose Java has the same zlib equal bytes. */
public final class CatalogWriter {

    private CatalogWriter() {}

    /**
     * The bytes of a catalogue.
     *
     * @param entries of the packs; of two with one id and version the first counts
     * @param statements what {@link dev.packs.description.PackTriples} says of all of them
     */
    public static byte[] write(Collection<CatalogEntry> entries, Collection<Statement> statements) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream output = new GZIPOutputStream(bytes, 1 << 16)) {
            write(catalog(entries, statements), output);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Catalog catalog(Collection<CatalogEntry> entries, Collection<Statement> statements) {
        SortedSet<CatalogEntry> sorted = new TreeSet<>(entries);
        StringBuilder lines = new StringBuilder();
        sorted.forEach(entry -> lines.append(entry).append('\n'));
        NumberedStatements numbered = NumberedStatements.of(statements);
        return new Catalog(
                lines.toString(),
                numbered.terms(),
                TripleTable.of(numbered.terms().size(), numbered.rows()));
    }

    private static void write(Catalog catalog, OutputStream output) throws IOException {
        long packs = catalog.entryLines().lines().count();
        StringBuilder text = new StringBuilder();
        line(text, CatalogFormat.HEAD);
        line(text, CatalogFormat.VOCABULARY + " " + PacksTerms.VERSION);
        line(text, CatalogFormat.PACKS + " " + packs);
        text.append(catalog.entryLines());
        line(text, CatalogFormat.TERMS + " " + catalog.terms().size());
        flush(text, output);
        byte[] terms = new byte[catalog.terms().text().limit()];
        catalog.terms().text().get(0, terms);
        output.write(terms);
        line(text, CatalogFormat.TRIPLES + " " + catalog.triples().size());
        triples(catalog.triples(), text, output);
        flush(text, output);
    }

    private static void triples(TripleTable triples, StringBuilder text, OutputStream output) throws IOException {
        int subject = TripleTable.ANY;
        int predicate = TripleTable.ANY;
        TripleTable.Rows rows = triples.rows(TripleTable.ANY, TripleTable.ANY, TripleTable.ANY);
        while (rows.next()) {
            if (rows.subject() != subject) {
                if (subject != TripleTable.ANY) {
                    text.append('\n');
                }
                if (text.length() > 1 << 16) {
                    flush(text, output);
                }
                subject = rows.subject();
                predicate = TripleTable.ANY;
                text.append(subject);
            }
            if (rows.predicate() == predicate) {
                text.append(',').append(rows.object());
            } else {
                predicate = rows.predicate();
                text.append(' ').append(predicate).append(' ').append(rows.object());
            }
        }
        if (subject != TripleTable.ANY) {
            text.append('\n');
        }
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    private static void flush(StringBuilder text, OutputStream output) throws IOException {
        output.write(text.toString().getBytes(StandardCharsets.UTF_8));
        text.setLength(0);
    }
}
