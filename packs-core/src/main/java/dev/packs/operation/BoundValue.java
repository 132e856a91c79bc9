package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.description.PackIris;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.Term;
import dev.packs.graph.Xsd;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the value of {@code -Dquery.<variable>}: an IRI, a literal, a pack, a package, and anything else as plain text. */
final class BoundValue {

    private static final Pattern IRI = Pattern.compile("<([A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\]*)>");
    private static final Pattern LITERAL = Pattern.compile(
            "\"((?:[^\"\\\\]|\\\\.)*)\"(?:@([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)|\\^\\^(?:xsd:([A-Za-z]+)|(<[^>]*>)))?",
            Pattern.DOTALL);
    private static final Pattern PACKAGE = Pattern.compile("package:([A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+)");
    private static final String PACK = "pack:";

    private final String variable;
    private final String text;

    private BoundValue(String variable, String text) {
        this.variable = variable;
        this.text = text;
    }

    /**
     * Reads a value.
     *
     * @param packs finds a pack by the reference that follows {@code pack:}
     * @throws PacksException {@link ProblemCode#PARAMETER_INVALID}
     */
    static Term parse(String variable, String text, Function<PackRef.Named, PackName> packs) {
        BoundValue value = new BoundValue(variable, text);
        if (text.startsWith("<")) {
            return value.iri(text);
        }
        if (text.startsWith("\"")) {
            return value.literal();
        }
        if (text.startsWith(PACK)) {
            return value.pack(packs);
        }
        Matcher named = PACKAGE.matcher(text);
        if (named.matches()) {
            return PackIris.ofPackage(named.group(1));
        }
        return Literal.of(text);
    }

    private Iri iri(String written) {
        Matcher parts = IRI.matcher(written);
        if (!parts.matches()) {
            throw wrong("an IRI", "an absolute IRI in angle brackets, as in `<https://packs.dev/ns#Pack>`");
        }
        return new Iri(parts.group(1));
    }

    private Literal literal() {
        Matcher parts = LITERAL.matcher(text);
        if (!parts.matches()) {
            throw wrong(
                    "a literal",
                    "text in double quotes, then perhaps a language or a datatype: `\"web\"`, `\"Netz\"@de`, `\"80\"^^xsd:integer`");
        }
        String lexical = unescaped(parts.group(1));
        if (parts.group(2) != null) {
            return Literal.tagged(lexical, parts.group(2));
        }
        if (parts.group(3) != null) {
            return Literal.typed(lexical, new Iri(Xsd.NAMESPACE + parts.group(3)));
        }
        if (parts.group(4) == null) {
            return Literal.of(lexical);
        }
        Iri datatype = iri(parts.group(4));
        if (datatype.equals(Xsd.LANG_STRING)) {
            throw wrong("a literal", "the language instead of `rdf:langString`, as in `\"Netz\"@de`");
        }
        return Literal.typed(lexical, datatype);
    }

    private Iri pack(Function<PackRef.Named, PackName> packs) {
        if (PackRef.parse(text.substring(PACK.length())) instanceof PackRef.Named named) {
            return PackIris.of(packs.apply(named));
        }
        throw wrong("a pack", "its name after `pack:`, as in `pack:web-api-starter`");
    }

    private String unescaped(String written) {
        StringBuilder plain = new StringBuilder(written.length());
        boolean escaped = false;
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (escaped) {
                plain.append(
                        switch (c) {
                            case 'n' -> '\n';
                            case 't' -> '\t';
                            case 'r' -> '\r';
                            case '"', '\\' -> c;
                            default -> throw wrong("a literal", "after `\\` one of `n`, `t`, `r`, `\"` and `\\`");
                        });
                escaped = false;
            } else if (c == '\\') {
                escaped = true;
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private PacksException wrong(String noun, String help) {
        return Problem.of(
                        ProblemCode.PARAMETER_INVALID,
                        "`" + text + "`, the value of -Dquery." + variable + ", is not " + noun)
                .help("write " + help)
                .asException();
    }
}
