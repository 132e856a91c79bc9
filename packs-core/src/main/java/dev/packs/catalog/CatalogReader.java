package dev.packs.catalog;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.ProblemCode;
import dev.packs.description.PackIris;
import dev.packs.description.PacksTerms;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.LimitName;
import dev.packs.graph.TermTable;
import dev.packs.graph.TripleTable;
import dev.packs.version.Version;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a catalogue from anybody: every line is held against the format, so that what comes out can only say what packs say of themselves.
 *
 * <p>Bounded are the file, what it unpacks to, each line, and the number of triples; counts that the file gives are never believed before what they count is there.
 */
public final class CatalogReader {

    private final Lines lines;
    private final GraphLimits limits;
    private final Set<String> versions = new HashSet<>();

    private CatalogReader(Lines lines, GraphLimits limits) {
        this.lines = lines;
        this.limits = limits;
    }

    /**
     * Reads a catalogue.
     *
     * @param name as the user would name it
     * @throws PacksException {@link ProblemCode#CATALOG_INVALID} for everything that is wrong with it, each with its line; or a limit's code
     */
    public static Catalog read(byte[] file, String name, GraphLimits limits) {
        byte[] text = Unpacked.of(file, name, limits);
        return new CatalogReader(new Lines(text, name), limits).read();
    }

    private Catalog read() {
        String head = lines.text(CatalogFormat.LONGEST_LINE);
        if (!head.equals(CatalogFormat.HEAD)) {
            throw lines.problem("it does not begin with `" + CatalogFormat.HEAD + "`")
                    .help(
                            "a catalogue of a newer Packs needs a newer Packs; or the file is none: mvn packs:catalog makes one")
                    .asException();
        }
        vocabulary();
        String entries = entries();
        TermTable terms = terms();
        int[] rows = triples(terms);
        lines.end();
        lines.throwIfAny();
        new Statements(lines, terms, versions).check(rows);
        lines.throwIfAny();
        return new Catalog(entries, terms, TripleTable.of(terms.size(), rows));
    }

    /** A newer one has terms that nobody here knows. */
    private void vocabulary() {
        String line = lines.text(CatalogFormat.LONGEST_LINE);
        String beginning = CatalogFormat.VOCABULARY + " ";
        Optional<Version> version =
                line.startsWith(beginning) ? Version.find(line.substring(beginning.length())) : Optional.empty();
        Version own = Version.parse(PacksTerms.VERSION);
        if (version.isEmpty()
                || version.get().major() != own.major()
                || version.get().compareTo(own) > 0) {
            throw lines.problem("the vocabulary is not `" + own + "` or an older " + own.major() + ".x")
                    .help("use a newer Packs, or have the catalogue made with this one: mvn packs:catalog")
                    .asException();
        }
    }

    private String entries() {
        int count = lines.count(CatalogFormat.PACKS);
        StringBuilder entries = new StringBuilder();
        CatalogEntry before = null;
        for (int i = 0; i < count; i++) {
            String line = lines.text(CatalogFormat.LONGEST_LINE);
            Optional<CatalogEntry> entry = EntryLine.parse(line);
            if (entry.isEmpty()) {
                lines.wrong("this is not a pack: `group:id:version sha256:…`, and perhaps the jar's `sha256:…`");
                continue;
            }
            if (before != null && before.compareTo(entry.get()) >= 0) {
                lines.wrong("`" + entry.get().id() + "` does not come after `" + before.id() + "`");
            }
            before = entry.get();
            versions.add(PackIris.of(before.id()).value());
            entries.append(line).append('\n');
        }
        return entries.toString();
    }

    /** The lines are the table's text as they stand. */
    private TermTable terms() {
        int count = lines.count(CatalogFormat.TERMS);
        int start = lines.at();
        int[] ends = new int[Math.min(count, 1 << 16)];
        int before = -1;
        for (int i = 0; i < count; i++) {
            int from = lines.at();
            int to = lines.next(CatalogFormat.LONGEST_TERM);
            Optional<String> fault = TermSpelling.fault(lines.bytes(), from, to);
            if (fault.isPresent()) {
                lines.wrong(fault.get());
            } else if (before >= 0
                    && Arrays.compareUnsigned(lines.bytes(), before, from - 1, lines.bytes(), from, to) >= 0) {
                lines.wrong("the term does not come after the one before it");
            }
            before = from;
            if (i == ends.length) {
                ends = Arrays.copyOf(ends, Math.min(count, 2 * i));
            }
            ends[i] = to - start;
        }
        ByteBuffer text =
                ByteBuffer.wrap(lines.bytes(), start, lines.at() - start).slice();
        return new TermTable(text, IntBuffer.wrap(ends, 0, count).slice());
    }

    private int[] triples(TermTable terms) {
        int count = lines.count(CatalogFormat.TRIPLES);
        int limit = limits.source().triples();
        if (count > limit) {
            throw LimitName.GRAPH_TRIPLES
                    .reached(
                            Place.of(lines.name()),
                            "the catalogue has " + count + " triples, more than " + limit,
                            Math.max(count, limit))
                    .asException();
        }
        return new TripleLines(lines, terms.size(), count).read();
    }

    /** Holds each triple against what descriptions are made of. */
    private record Statements(Lines lines, TermTable terms, Set<String> versions) {

        void check(int[] rows) {
            boolean[] isPredicate = new boolean[terms.size()];
            for (String predicate : CatalogFormat.predicates()) {
                int number = terms.find(predicate);
                if (number >= 0) {
                    isPredicate[number] = true;
                }
            }
            Set<String> described = new HashSet<>();
            int subject = TripleTable.ANY;
            String part = "";
            for (int i = 0; i < rows.length; i += 3) {
                if (rows[i] != subject) {
                    subject = rows[i];
                    String spelling = terms.spelling(subject);
                    // Terms are sorted, so that the parts of one version follow each other.
                    if (part.isEmpty() || !spelling.startsWith(part)) {
                        part = subject(spelling, described);
                    }
                }
                if (!isPredicate[rows[i + 1]]) {
                    lines.wrong(0, "`" + terms.spelling(rows[i + 1]) + "` is no property of a pack's description");
                    isPredicate[rows[i + 1]] = true;
                }
            }
            for (String version : versions) {
                if (!described.contains(version)) {
                    lines.wrong(0, "nothing is said of `" + version + "`");
                }
            }
        }

        /** What the parts of the same version begin with; empty if this belongs to none that is listed. */
        private String subject(String spelling, Set<String> described) {
            String iri = spelling.substring(1, spelling.length() - 1);
            if (!spelling.startsWith("<") || CatalogFormat.SUBJECTS.stream().noneMatch(iri::startsWith)) {
                lines.wrong(0, "`" + shown(spelling) + "` cannot be the subject of a triple");
                return "";
            }
            int part = iri.indexOf('#');
            String whole = part < 0 ? iri : iri.substring(0, part);
            boolean isVersion = whole.startsWith(PackIris.PACKS)
                    && whole.indexOf('/', whole.indexOf('/', PackIris.PACKS.length()) + 1) > 0;
            if (!isVersion) {
                return "";
            }
            if (!versions.contains(whole)) {
                lines.wrong(0, "`" + shown(spelling) + "` is described, and no such pack is listed");
                return "";
            }
            if (part < 0) {
                described.add(whole);
            }
            return "<" + whole + "#";
        }

        private static String shown(String spelling) {
            return spelling.length() <= 200 ? spelling : spelling.substring(0, 200) + "…";
        }
    }
}
