package dev.packs.catalog;

import dev.packs.description.KnownConstraints;
import dev.packs.description.PackIris;
import dev.packs.description.PacksTerms;
import dev.packs.description.SharedTerms;
import dev.packs.graph.GraphBase;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.Term;
import dev.packs.graph.TermTable;
import dev.packs.graph.TripleTable;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.search.SearchedPack;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What many packs say of themselves. Nothing is taken out of its tables before somebody asks for it. Safe for use by several threads. */
public final class Catalog {

    private static final String PACKS = "<" + PackIris.PACKS;

    private final String entries;
    private final TermTable terms;
    private final TripleTable triples;
    private final Map<Iri, Integer> predicates = new ConcurrentHashMap<>();

    /** @param entries the lines of all packs, sorted, each with its end */
    Catalog(String entries, TermTable terms, TripleTable triples) {
        this.entries = entries;
        this.terms = terms;
        this.triples = triples;
    }

    /** Every pack, by group, id and version. */
    public List<CatalogEntry> entries() {
        return entries.lines().map(line -> EntryLine.parse(line).orElseThrow()).toList();
    }

    String entryLines() {
        return entries;
    }

    public TermTable terms() {
        return terms;
    }

    public TripleTable triples() {
        return triples;
    }

    public boolean contains(PackId id) {
        return terms.find(PackIris.of(id)) >= 0;
    }

    /** The versions of a pack, in no order. */
    public List<Version> versions(PackName name) {
        List<Version> versions = new ArrayList<>();
        for (int version : objects(terms.find(PackIris.of(name)), SharedTerms.RELEASE)) {
            for (int revision : objects(version, SharedTerms.REVISION)) {
                Version.find(text(revision)).ifPresent(versions::add);
            }
        }
        return versions;
    }

    /** The packs that have this id, whatever their group. */
    public List<PackName> named(String id) {
        List<PackName> names = new ArrayList<>();
        for (int pack : subjects(PacksTerms.ID, Literal.of(id))) {
            for (int group : objects(pack, PacksTerms.GROUP)) {
                PackName name = new PackName(text(group), id);
                if (!versions(name).isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    /** Of every pack its newest release, or else its newest version, as a search sees it. */
    public List<SearchedPack> searched() {
        Map<PackName, PackId> newest = new LinkedHashMap<>();
        for (CatalogEntry entry : entries()) {
            newest.merge(entry.id().name(), entry.id(), Catalog::newer);
        }
        List<SearchedPack> packs = new ArrayList<>(newest.size());
        for (PackId id : newest.values()) {
            packs.add(searched(id));
        }
        return packs;
    }

    private static PackId newer(PackId one, PackId two) {
        if (one.version().isPreRelease() != two.version().isPreRelease()) {
            return one.version().isPreRelease() ? two : one;
        }
        return one.version().compareTo(two.version()) < 0 ? two : one;
    }

    private SearchedPack searched(PackId id) {
        int pack = terms.find(PackIris.of(id));
        return new SearchedPack(
                id,
                first(pack, SharedTerms.TITLE),
                first(pack, SharedTerms.DESCRIPTION),
                first(pack, PacksTerms.CATEGORY),
                texts(pack, PacksTerms.TAG),
                texts(pack, SharedTerms.KEYWORDS),
                first(pack, PacksTerms.PRODUCTION_READY).equals("true"));
    }

    private String first(int subject, Iri predicate) {
        List<String> texts = texts(subject, predicate);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    List<String> texts(int subject, Iri predicate) {
        return objects(subject, predicate).stream().map(this::text).toList();
    }

    /** What is said of one version; nothing of one that is not here. */
    public Described described(PackId id) {
        return new Described(this, terms.find(PackIris.of(id)));
    }

    /** Who depends on a pack, whatever the version: each with its constraint, sorted. */
    public SortedMap<PackId, String> dependants(PackName name) {
        SortedMap<PackId, String> dependants = new TreeMap<>();
        for (int dependency : subjects(PacksTerms.ON_PACK, PackIris.of(name))) {
            String constraint = first(dependency, PacksTerms.CONSTRAINT);
            for (int version : subjects(PacksTerms.DEPENDENCY, dependency)) {
                for (String id : texts(version, SharedTerms.IDENTIFIER)) {
                    EntryLine.parseId(id).ifPresent(found -> dependants.put(found, constraint));
                }
            }
        }
        return dependants;
    }

    /** The queries of a pack: each name, and where its file lies inside the pack. */
    public SortedMap<String, String> queries(PackId id) {
        SortedMap<String, String> queries = new TreeMap<>();
        for (int query : objects(terms.find(PackIris.of(id)), PacksTerms.QUERY)) {
            for (int name : objects(query, SharedTerms.NAME)) {
                for (int source : objects(query, PacksTerms.SOURCE)) {
                    queries.put(text(name), text(source));
                }
            }
        }
        return queries;
    }

    /**
     * The catalogue as the beginning of a graph.
     *
     * @param replaced versions that somebody else describes
     * @param groups whose packs come from somewhere else
     */
    public GraphBase base(Collection<PackId> replaced, Set<String> groups) {
        BitSet hidden = new BitSet();
        for (PackId id : replaced) {
            hide(hidden, PackIris.of(id).toString(), 0);
            String parts = "<" + PackIris.of(id).value() + "#";
            hide(hidden, parts, 0);
        }
        for (String group : groups) {
            hide(hidden, PACKS + PackIris.segment(group) + "/", 1);
        }
        return new GraphBase(terms, triples, hidden);
    }

    /** @param slashes how many there have to be after the beginning */
    private void hide(BitSet hidden, String beginning, int slashes) {
        int from = terms.firstFrom(beginning);
        int to = terms.endOf(beginning, from);
        for (int number = from; number < to; number++) {
            if (slashes == 0 || terms.spelling(number).indexOf('/', beginning.length()) >= 0) {
                hidden.set(number);
            }
        }
    }

    /** The constraints of those packs that are not hidden. */
    public KnownConstraints constraints(GraphBase base) {
        return target -> {
            Set<String> texts = new TreeSet<>();
            Collection<Integer> needs = new ArrayList<>(subjects(PacksTerms.ON_PACK, target));
            needs.addAll(subjects(PacksTerms.OF_PACKAGE, target));
            if (target.value().startsWith(PacksTerms.NAMESPACE)) {
                needs.addAll(
                        subjects(PacksTerms.TOOL, Literal.of(target.value().substring(PacksTerms.NAMESPACE.length()))));
            }
            Set<Integer> constraints = new TreeSet<>();
            for (int need : needs) {
                if (!base.hidden().get(need)) {
                    constraints.addAll(objects(need, PacksTerms.CONSTRAINT));
                }
            }
            constraints.forEach(constraint -> texts.add(text(constraint)));
            return texts;
        };
    }

    private List<Integer> subjects(Iri predicate, Term object) {
        return subjects(predicate, terms.find(object));
    }

    /** Of predicates there are few, and each is looked up for every pack. */
    private int number(Iri predicate) {
        return predicates.computeIfAbsent(predicate, terms::find);
    }

    private List<Integer> subjects(Iri predicate, int o) {
        List<Integer> found = new ArrayList<>();
        int p = number(predicate);
        if (p >= 0 && o >= 0) {
            for (TripleTable.Rows rows = triples.rows(TripleTable.ANY, p, o); rows.next(); ) {
                found.add(rows.subject());
            }
        }
        return found;
    }

    List<Integer> objects(int subject, Iri predicate) {
        List<Integer> found = new ArrayList<>();
        int p = number(predicate);
        if (subject >= 0 && p >= 0) {
            for (TripleTable.Rows rows = triples.rows(subject, p, TripleTable.ANY); rows.next(); ) {
                found.add(rows.object());
            }
        }
        return found;
    }

    String text(int number) {
        return terms.term(number) instanceof Literal literal ? literal.lexical() : "";
    }
}
