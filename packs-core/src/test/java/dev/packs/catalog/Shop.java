package dev.packs.catalog;

import dev.packs.description.PackTriples;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.LimitName;
import dev.packs.graph.Statement;
import dev.packs.graph.TripleTable;
import dev.packs.integrity.Digest;
import dev.packs.manifest.ManifestReader;
import dev.packs.pack.PackManifest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Packs and catalogues for tests. */
final class Shop {

    private Shop() {}

    static PackManifest pack(String group, String id, String version, String rest) {
        return ManifestReader.read(toml(group, id, version, rest), id).manifest();
    }

    static byte[] toml(String group, String id, String version, String rest) {
        return """
                [pack]
                group = "%s"
                id = "%s"
                version = "%s"
                name = "%s"
                description = "Of a test, with ümlauts and \\"quotes\\""
                category = "web"
                tags = ["rest"]
                requires = { java = ">=17" }
                %s
                """.formatted(group, id, version, id, rest).getBytes(StandardCharsets.UTF_8);
    }

    static String needs(String pack, String constraint) {
        return "[[dependencies]]\npack = \"" + pack + "\"\nversion = \"" + constraint + "\"\n";
    }

    static String installs(String name, String constraint) {
        return "[[packages]]\nname = \"" + name + "\"\nversion = \"" + constraint + "\"\n";
    }

    /** Three packs, two of which do not get along. */
    static List<PackManifest> three() {
        return List.of(
                pack("com.acme", "base", "2.0.0", installs("org.example:css", "^1.0")),
                pack("com.acme", "mall", "1.0.0", needs("com.acme:base", "^2.0") + installs("org.example:css", "^2.0")),
                pack(
                        "com.acme",
                        "shop",
                        "1.0.0-rc.1",
                        needs("com.acme:base", "^1.0") + "[sparql_queries]\nfind = \"queries/find.rq\"\n"));
    }

    static byte[] catalog(List<PackManifest> packs) {
        List<CatalogEntry> entries = new ArrayList<>();
        for (PackManifest pack : packs) {
            entries.add(new CatalogEntry(
                    pack.id(), Digest.of(pack.id().toString().getBytes(StandardCharsets.UTF_8)), Optional.empty()));
        }
        return CatalogWriter.write(entries, PackTriples.of(packs));
    }

    static Catalog read(byte[] file) {
        return CatalogReader.read(file, "market", GraphLimits.standard());
    }

    static GraphLimits limits(LimitName name, long value) {
        return GraphLimits.standard().with(name, value);
    }

    static SortedSet<Statement> statements(Catalog catalog) {
        SortedSet<Statement> statements = new TreeSet<>();
        TripleTable.Rows rows = catalog.triples().rows(TripleTable.ANY, TripleTable.ANY, TripleTable.ANY);
        while (rows.next()) {
            statements.add(new Statement(
                    catalog.terms().term(rows.subject()),
                    (dev.packs.graph.Iri) catalog.terms().term(rows.predicate()),
                    catalog.terms().term(rows.object())));
        }
        return statements;
    }

    static byte[] packed(byte[] text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] packed(String text) {
        return packed(text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(byte[] file) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
