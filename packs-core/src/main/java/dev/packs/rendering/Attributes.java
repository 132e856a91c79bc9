package dev.packs.rendering;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * The attributes of a block tag in the order in which they take effect, whatever the order in which they are written.
 *
 * @param inOrder known ones only, each once
 */
record Attributes(List<Tag.Attribute> inOrder) {

    /** A case decides about its whole tag, and a loop repeats all that the tag does otherwise. */
    static final List<String> KNOWN =
            List.of("th:case", "th:each", "th:switch", "th:if", "th:unless", "th:text", "th:utext", "th:insert");

    private static final List<String> REFUSED = List.of(
            "th:with",
            "th:object",
            "th:attr",
            "th:attrappend",
            "th:attrprepend",
            "th:remove",
            "th:inline",
            "th:fragment",
            "th:replace",
            "th:include",
            "th:assert",
            "th:ref",
            "th:href",
            "th:src",
            "th:value",
            "th:field",
            "th:action");

    static Attributes of(Tag tag, Positions positions, Problems problems) {
        List<Tag.Attribute> sorted = new ArrayList<>();
        for (String name : KNOWN) {
            boolean found = false;
            for (Tag.Attribute attribute : tag.attributes()) {
                if (attribute.name().equals(name)) {
                    if (found) {
                        problems.add(Problem.at(
                                        ProblemCode.TEMPLATE_SYNTAX,
                                        positions.at(attribute.start()),
                                        "`" + name + "` is given twice")
                                .help("join conditions with `and`"));
                    } else {
                        sorted.add(attribute);
                    }
                    found = true;
                }
            }
        }
        for (Tag.Attribute attribute : tag.attributes()) {
            if (!KNOWN.contains(attribute.name())) {
                problems.add(unknown(attribute, positions));
            }
        }
        return new Attributes(List.copyOf(sorted));
    }

    private static Problem unknown(Tag.Attribute attribute, Positions positions) {
        ProblemCode code =
                REFUSED.contains(attribute.name()) ? ProblemCode.TEMPLATE_FORBIDDEN : ProblemCode.TEMPLATE_SYNTAX;
        String help = attribute.name().equals("th:include") || attribute.name().equals("th:replace")
                ? "write `[# th:insert=\"templates/header.txt\"/]`"
                : TemplateCompiler.question(attribute.name(), KNOWN);
        return Problem.at(code, positions.at(attribute.start()), "there is no directive `" + attribute.name() + "`")
                .help(help);
    }
}
