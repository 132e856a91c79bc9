package dev.packs.merge.structure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Comments of a file of lines, until it is known whether what they are about is added: the lines below them, up to an empty one or the next comment. Those at the top with an empty line
 * below are about the file.
 */
final class CommentsAbove {

    private final List<String> waiting = new ArrayList<>();
    private boolean isTop = true;
    private boolean isUsed;

    void comment(String line) {
        if (isUsed) {
            waiting.clear();
            isUsed = false;
        }
        waiting.add(line);
    }

    void empty() {
        if (isTop || isUsed) {
            isTop &= waiting.isEmpty();
            waiting.clear();
            isUsed = false;
        }
    }

    /** What is below is there already. */
    void shared() {
        isTop = false;
        isUsed = true;
    }

    /** For what is added below: each with its line end. */
    String take() {
        String taken = text(waiting);
        waiting.clear();
        isTop = false;
        isUsed = true;
        return taken;
    }

    /** Those with nothing below them that are not there, behind an empty line. */
    String atEnd(Set<String> there) {
        if (isTop || isUsed) {
            return "";
        }
        List<String> lacking = new ArrayList<>(waiting);
        lacking.removeIf(line -> there.contains(line.strip()));
        return lacking.isEmpty() ? "" : "\n" + text(lacking);
    }

    private static String text(List<String> lines) {
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }
}
