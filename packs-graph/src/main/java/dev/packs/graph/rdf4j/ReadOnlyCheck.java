package dev.packs.graph.rdf4j;

import java.util.Optional;
import java.util.Set;
import org.eclipse.rdf4j.model.vocabulary.FN;
import org.eclipse.rdf4j.model.vocabulary.XSD;
import org.eclipse.rdf4j.query.algebra.AggregateFunctionCall;
import org.eclipse.rdf4j.query.algebra.FunctionCall;
import org.eclipse.rdf4j.query.algebra.QueryModelNode;
import org.eclipse.rdf4j.query.algebra.Sample;
import org.eclipse.rdf4j.query.algebra.Service;
import org.eclipse.rdf4j.query.algebra.TripleRef;
import org.eclipse.rdf4j.query.algebra.TupleFunctionCall;
import org.eclipse.rdf4j.query.algebra.UpdateExpr;
import org.eclipse.rdf4j.query.algebra.ValueExprTripleRef;
import org.eclipse.rdf4j.query.algebra.helpers.AbstractQueryModelVisitor;
import org.jspecify.annotations.Nullable;

/** Walks over a parsed query and finds what SPARQL 1.1 Query over one graph does not have. */
final class ReadOnlyCheck extends AbstractQueryModelVisitor<RuntimeException> {

    /** Functions of SPARQL 1.1 that its parser turns into calls by these names. */
    private static final Set<String> BY_NAME = Set.of(
            "NOW", "RAND", "UUID", "STRUUID", "STRDT", "STRLANG", "TZ", "MD5", "SHA1", "SHA256", "SHA384", "SHA512");

    private static final Set<String> CHANGING = Set.of("NOW", "RAND", "UUID", "STRUUID");

    private @Nullable String refused;
    private boolean repeatable = true;

    /** What was found first, in words. */
    Optional<String> refused() {
        return Optional.ofNullable(refused);
    }

    boolean isRepeatable() {
        return repeatable;
    }

    @Override
    protected void meetNode(QueryModelNode node) {
        if (refused != null) {
            return;
        }
        if (node instanceof Service) {
            refused = "`SERVICE`";
        } else if (node instanceof UpdateExpr) {
            refused = "an update";
        } else if (node instanceof TripleRef || node instanceof ValueExprTripleRef) {
            refused = "triples inside of triples";
        } else if (node instanceof TupleFunctionCall) {
            refused = "a function that gives rows";
        } else if (node instanceof AggregateFunctionCall call) {
            refused = "`" + call.getIRI() + "`, which is no aggregate of SPARQL 1.1";
        } else if (node instanceof FunctionCall call) {
            meetFunction(call.getURI());
        } else if (node instanceof Sample) {
            repeatable = false;
        }
        super.meetNode(node);
    }

    private void meetFunction(String name) {
        if (CHANGING.contains(name)) {
            repeatable = false;
        }
        if (!BY_NAME.contains(name) && !name.startsWith(FN.NAMESPACE) && !name.startsWith(XSD.NAMESPACE)) {
            refused = "`" + name + "`, which is no function of SPARQL 1.1";
        }
    }
}
