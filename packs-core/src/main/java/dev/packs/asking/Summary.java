package dev.packs.asking;

import dev.packs.variables.SpelledValue;
import java.util.ArrayList;
import java.util.List;

/** What is about to be generated, for somebody to agree to: every value, by pack and group, secrets by their names. */
public final class Summary {

    private static final int LONGEST = 300;

    private Summary() {}

    /** @param what the line above all: {@code web-api-starter 1.2.0 into my-api} */
    public static List<String> of(String what, AskedValues values) {
        List<String> lines = new ArrayList<>(List.of("", what));
        int width = 0;
        for (AskedValues.Each each : values.each()) {
            width = Math.max(width, each.variable().name().length());
        }
        String heading = "";
        for (AskedValues.Each each : values.each()) {
            if (each.value() == null) {
                continue;
            }
            String group = each.pack().id().name().id()
                    + each.variable().group().map(name -> ": " + name).orElse("");
            if (!group.equals(heading)) {
                heading = group;
                lines.add("  " + group);
            }
            String name = each.variable().name();
            lines.add("    " + name + " ".repeat(width - name.length() + 2) + shown(each));
        }
        return lines;
    }

    private static String shown(AskedValues.Each each) {
        if (each.secret() || each.value() == null) {
            return "(secret)";
        }
        String text = SpelledValue.shown(each.variable(), each.value());
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
