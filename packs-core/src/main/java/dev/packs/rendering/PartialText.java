package dev.packs.rendering;

import java.util.ArrayList;
import java.util.List;

/** Parts in order; texts that meet become one. */
final class PartialText {

    private final List<TemplatePart> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    void add(String more) {
        text.append(more);
    }

    void add(TemplatePart part) {
        if (part instanceof TemplatePart.Text known) {
            text.append(known.text());
            return;
        }
        flush();
        parts.add(part);
    }

    void addAll(List<TemplatePart> more) {
        for (TemplatePart part : more) {
            add(part);
        }
    }

    List<TemplatePart> parts() {
        flush();
        return List.copyOf(parts);
    }

    private void flush() {
        if (text.length() > 0) {
            parts.add(new TemplatePart.Text(text.toString()));
            text.setLength(0);
        }
    }
}
