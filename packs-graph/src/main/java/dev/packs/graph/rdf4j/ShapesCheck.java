package dev.packs.graph.rdf4j;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.Severity;
import dev.packs.graph.Term;
import dev.packs.graph.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.SHACL;
import org.eclipse.rdf4j.sail.shacl.ShaclValidator;

/** Holds triples against shapes. */
final class ShapesCheck {

    private static final Comparator<Violation> ORDER = Comparator.comparing(
                    Violation::severity, Comparator.reverseOrder())
            .thenComparing(Violation::focusNode, Term.order())
            .thenComparing(violation -> violation.path().orElse(""))
            .thenComparing(Violation::message)
            .thenComparing(violation -> violation.value().map(Term::toString).orElse(""));

    private final List<GraphSource> shapes;
    private final GraphLimits limits;
    private final Map<Resource, String> sourceOf = new HashMap<>();

    private ShapesCheck(List<GraphSource> shapes, GraphLimits limits) {
        this.shapes = shapes;
        this.limits = limits;
    }

    static ShapesCheck of(List<GraphSource> shapes, GraphLimits limits) {
        ShapesCheck check = new ShapesCheck(shapes, limits);
        new SourceReader(
                        limits.source(),
                        SimpleValueFactory.getInstance(),
                        (subject, predicate, object, place) -> check.sourceOf.putIfAbsent(subject, place.file()))
                .read(GraphContent.ofSources(shapes));
        return check;
    }

    List<Violation> against(MemoryTriples data, Guard guard) {
        try {
            MemoryTriples rules = MemoryTriples.of(GraphContent.ofSources(shapes), limits);
            return GraphThread.run(new QueryFence(guard), () -> violations(report(rules, data, guard), rules, data));
        } catch (PacksException known) {
            throw known;
        } catch (RuntimeException failed) {
            throw invalid(failed);
        }
    }

    private PacksException invalid(RuntimeException failed) {
        Throwable reason = failed;
        while (reason.getCause() != null && reason.getCause().getMessage() != null) {
            reason = reason.getCause();
        }
        Place place = shapes.size() == 1 ? Place.of(shapes.get(0).name()) : null;
        return new PacksException(
                Problem.at(
                        ProblemCode.SHAPES_INVALID,
                        place,
                        "the shapes cannot be checked: "
                                + String.valueOf(reason.getMessage())
                                        .lines()
                                        .findFirst()
                                        .orElse("")),
                failed);
    }

    private static Model report(MemoryTriples rules, MemoryTriples data, Guard guard) {
        try (ShaclStore ofRules = ShaclStore.of(rules.triples(), guard);
                ShaclStore ofData = ShaclStore.of(data.triples(), guard)) {
            return ShaclValidator.validate(ofData.store(), ofRules.store()).asModel();
        }
    }

    private List<Violation> violations(Model report, MemoryTriples rules, MemoryTriples data) {
        Set<Resource> results = new HashSet<>();
        report.filter(null, SHACL.RESULT, null).objects().forEach(result -> results.add((Resource) result));
        Set<Resource> nodes = new HashSet<>();
        for (Resource result : results) {
            if (one(report, result, SHACL.FOCUS_NODE).orElseThrow() instanceof Resource node) {
                nodes.add(node);
            }
        }
        Map<Resource, Place> places = nodes.isEmpty() ? Map.of() : data.placesOf(nodes);
        Map<String, String> prefixes = new HashMap<>(data.prefixes());
        prefixes.putAll(rules.prefixes());
        PathText paths = new PathText(report, new Prefixes(prefixes));
        List<Violation> violations = new ArrayList<>();
        Terms terms = new Terms();
        for (Resource result : results) {
            Value focus = one(report, result, SHACL.FOCUS_NODE).orElseThrow();
            violations.add(new Violation(
                    terms.of(focus),
                    one(report, result, SHACL.RESULT_PATH).map(paths::of),
                    one(report, result, SHACL.VALUE).map(terms::of),
                    message(report, result, paths),
                    severity(report, result),
                    one(report, result, SHACL.SOURCE_SHAPE)
                            .map(sourceOf::get)
                            .orElseGet(
                                    () -> shapes.isEmpty() ? "" : shapes.get(0).name()),
                    Optional.ofNullable(focus instanceof Resource node ? places.get(node) : null)));
        }
        violations.sort(ORDER);
        return List.copyOf(violations);
    }

    private static Severity severity(Model report, Resource result) {
        Value severity = one(report, result, SHACL.RESULT_SEVERITY).orElse(SHACL.VIOLATION);
        if (severity.equals(SHACL.INFO)) {
            return Severity.INFO;
        }
        return severity.equals(SHACL.WARNING) ? Severity.WARNING : Severity.VIOLATION;
    }

    private static String message(Model report, Resource result, PathText paths) {
        List<Literal> messages = new ArrayList<>();
        for (Value message : report.filter(result, SHACL.RESULT_MESSAGE, null).objects()) {
            if (message instanceof Literal literal) {
                messages.add(literal);
            }
        }
        return messages.stream()
                .min(Comparator.<Literal>comparingInt(
                                literal -> literal.getLanguage().orElse("en").startsWith("en") ? 0 : 1)
                        .thenComparing(Literal::getLabel))
                .map(Literal::getLabel)
                .orElseGet(() -> "breaks "
                        + one(report, result, SHACL.SOURCE_CONSTRAINT_COMPONENT)
                                .map(paths::of)
                                .orElse("the shape"));
    }

    private static Optional<Value> one(Model report, Resource subject, IRI predicate) {
        return report.filter(subject, predicate, null).objects().stream().findFirst();
    }
}
