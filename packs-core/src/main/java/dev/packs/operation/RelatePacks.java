package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.description.ShippedQuery;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.Literal;
import dev.packs.graph.QueryAnswer;
import dev.packs.graph.Term;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackRef;
import dev.packs.pack.PackageRequest;
import dev.packs.resolution.Requirement;
import dev.packs.resolution.Resolution;
import dev.packs.source.PackLibrary;
import dev.packs.version.VersionConstraint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells of packs what they say of themselves, which others they are related to, and whether they get along with each other. */
public final class RelatePacks {

    private static final Set<ProblemCode> UNSOLVABLE = Set.of(ProblemCode.CYCLE, ProblemCode.CONFLICT);

    private final PackLibrary library;
    private final List<String> groups;
    private final AskGraph graph;

    public RelatePacks(PackLibrary library, List<String> groups, AskGraph graph) {
        this.library = library;
        this.groups = List.copyOf(groups);
        this.graph = graph;
    }

    /** @throws PacksException if one of the packs is not there */
    public RelatedPacks run(List<PackRef.Named> refs, GraphLimits limits) {
        ShowPack show = new ShowPack(library, groups);
        List<RelatedPacks.Shown> shown = new ArrayList<>();
        for (PackRef.Named ref : refs) {
            GraphAnswer answer = graph.run(new AskGraph.Question(
                    List.of(ref),
                    Optional.of(ShippedQuery.FIND_RELATED_PACKS.key()),
                    Optional.empty(),
                    Map.of(),
                    Optional.of(GraphScope.AVAILABLE),
                    limits,
                    false));
            shown.add(new RelatedPacks.Shown(show.run(ref), related(answer), answer.warnings()));
        }
        return new RelatedPacks(shown, refs.size() > 1 ? Optional.of(compare(refs)) : Optional.empty());
    }

    /** Those with the most reasons first. */
    private static List<RelatedPacks.Related> related(GraphAnswer answer) {
        Map<String, List<RelatedPacks.Reason>> byPack = new LinkedHashMap<>();
        if (answer.answer() instanceof QueryAnswer.Rows rows) {
            for (Map<String, Term> row : rows.rows()) {
                byPack.computeIfAbsent(text(row, "related"), pack -> new ArrayList<>())
                        .add(new RelatedPacks.Reason(text(row, "reason"), text(row, "what")));
            }
        }
        return byPack.entrySet().stream()
                .map(entry -> new RelatedPacks.Related(entry.getKey(), entry.getValue()))
                .sorted((left, right) -> right.reasons().size() - left.reasons().size())
                .toList();
    }

    private static String text(Map<String, Term> row, String column) {
        return row.get(column) instanceof Literal literal ? literal.lexical() : "";
    }

    private RelatedPacks.Comparison compare(List<PackRef.Named> refs) {
        List<String> conflicts = new ArrayList<>();
        List<PackId> ids = new ArrayList<>();
        try {
            Resolution resolution = new ResolvePacks(library)
                    .run(
                            refs.stream()
                                    .map(ref -> new Requirement(
                                            library.require(ref, groups),
                                            ref.constraint().orElse(VersionConstraint.any()),
                                            "-Dpack"))
                                    .toList(),
                            PackLock.empty());
            ids.addAll(resolution.packs());
        } catch (PacksException failed) {
            if (!failed.problems().stream().map(Problem::code).allMatch(UNSOLVABLE::contains)) {
                throw failed;
            }
            failed.problems().forEach(problem -> conflicts.add(problem.message()));
            refs.forEach(ref ->
                    ids.add(new ShowPack(library, groups).run(ref).manifest().id()));
        }
        conflicts.addAll(
                packages(ids.stream().map(id -> library.manifest(id).manifest()).toList()));
        return new RelatedPacks.Comparison(ids, conflicts);
    }

    /** Every two constraints on one package that no version satisfies together. */
    private static List<String> packages(List<PackManifest> manifests) {
        List<String> conflicts = new ArrayList<>();
        for (int i = 0; i < manifests.size(); i++) {
            for (PackManifest second : manifests.subList(i + 1, manifests.size())) {
                PackManifest first = manifests.get(i);
                for (PackageRequest one : first.packages()) {
                    for (PackageRequest two : second.packages()) {
                        if (one.name().equals(two.name()) && !one.constraint().meetsPackage(two.constraint())) {
                            conflicts.add("no version of " + one.name() + " is both `" + one.constraint() + "` ("
                                    + first.id() + ") and `" + two.constraint() + "` (" + second.id() + ")");
                        }
                    }
                }
            }
        }
        return conflicts;
    }
}
