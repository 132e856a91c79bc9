package dev.packs.description;

import dev.packs.graph.BlankNode;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Statements as bytes that are read back without a parser: every term once, then three numbers for each statement. For what the build writes into the plugin's own jar; nobody else's bytes
 * are read.
 */
public final class StatementBytes {

    private static final int IRI = 0;
    private static final int PLAIN = 1;
    private static final int TYPED = 2;
    private static final int TAGGED = 3;

    private StatementBytes() {}

    /** @throws IllegalArgumentException for a blank node, which means nothing elsewhere */
    public static byte[] write(List<Statement> statements) {
        Map<Term, Integer> numbers = new LinkedHashMap<>();
        for (Statement statement : statements) {
            for (Term term : List.of(statement.subject(), statement.predicate(), statement.object())) {
                numbers.putIfAbsent(term, numbers.size());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(numbers.size());
            for (Term term : numbers.keySet()) {
                write(term, out);
            }
            out.writeInt(statements.size());
            for (Statement statement : statements) {
                for (Term term : List.of(statement.subject(), statement.predicate(), statement.object())) {
                    out.writeInt(numbers.getOrDefault(term, 0));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(Term term, DataOutputStream out) throws IOException {
        if (term instanceof Iri iri) {
            out.writeByte(IRI);
            out.writeUTF(iri.value());
        } else if (term instanceof Literal literal && literal.language().isPresent()) {
            out.writeByte(TAGGED);
            out.writeUTF(literal.lexical());
            out.writeUTF(literal.language().get());
        } else if (term instanceof Literal literal) {
            boolean isPlain = literal.equals(Literal.of(literal.lexical()));
            out.writeByte(isPlain ? PLAIN : TYPED);
            out.writeUTF(literal.lexical());
            if (!isPlain) {
                out.writeUTF(literal.datatype().value());
            }
        } else if (term instanceof BlankNode) {
            throw new IllegalArgumentException("a blank node cannot be written: " + term);
        }
    }

    /** What {@link #write} was given, in the same order. */
    public static List<Statement> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            Term[] terms = new Term[in.readInt()];
            for (int i = 0; i < terms.length; i++) {
                terms[i] = term(in);
            }
            int count = in.readInt();
            List<Statement> statements = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                statements.add(new Statement(terms[in.readInt()], (Iri) terms[in.readInt()], terms[in.readInt()]));
            }
            return statements;
        } catch (IOException cutOff) {
            throw new UncheckedIOException("a description is cut off", cutOff);
        }
    }

    private static Term term(DataInputStream in) throws IOException {
        int kind = in.readByte();
        String text = in.readUTF();
        return switch (kind) {
            case IRI -> new Iri(text);
            case PLAIN -> Literal.of(text);
            case TYPED -> Literal.typed(text, new Iri(in.readUTF()));
            case TAGGED -> Literal.tagged(text, in.readUTF());
            default -> throw new IOException("there is no kind " + kind + " of terms");
        };
    }
}
