package dev.packs.graph.rdf4j;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SHACL;

/** A path of SHACL (2.3.1) as SPARQL writes it. */
final class PathText {

    private static final int DEEPEST = 16;

    private final Model report;
    private final Prefixes prefixes;

    PathText(Model report, Prefixes prefixes) {
        this.report = report;
        this.prefixes = prefixes;
    }

    String of(Value path) {
        return of(path, 0);
    }

    private String of(Value path, int depth) {
        if (path instanceof IRI iri) {
            return prefixes.shortened(iri.stringValue());
        }
        if (!(path instanceof Resource node) || depth > DEEPEST) {
            return "…";
        }
        if (report.contains(node, RDF.FIRST, null)) {
            return "(" + String.join("/", members(node, depth)) + ")";
        }
        for (Value inner : report.filter(node, SHACL.INVERSE_PATH, null).objects()) {
            return "^" + of(inner, depth + 1);
        }
        for (Value inner : report.filter(node, SHACL.ALTERNATIVE_PATH, null).objects()) {
            return "(" + String.join("|", members(inner, depth)) + ")";
        }
        for (Value inner : report.filter(node, SHACL.ZERO_OR_MORE_PATH, null).objects()) {
            return of(inner, depth + 1) + "*";
        }
        for (Value inner : report.filter(node, SHACL.ONE_OR_MORE_PATH, null).objects()) {
            return of(inner, depth + 1) + "+";
        }
        for (Value inner : report.filter(node, SHACL.ZERO_OR_ONE_PATH, null).objects()) {
            return of(inner, depth + 1) + "?";
        }
        return "…";
    }

    private List<String> members(Value list, int depth) {
        List<String> members = new ArrayList<>();
        Value rest = list;
        for (int i = 0; i < 100 && rest instanceof Resource node && !rest.equals(RDF.NIL); i++) {
            for (Value first : report.filter(node, RDF.FIRST, null).objects()) {
                members.add(of(first, depth + 1));
            }
            rest = report.filter(node, RDF.REST, null).objects().stream()
                    .findFirst()
                    .orElse(RDF.NIL);
        }
        return members;
    }
}
