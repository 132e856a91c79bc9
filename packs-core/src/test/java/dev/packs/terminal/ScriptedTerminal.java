package dev.packs.terminal;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Somebody who types what a test wrote down, and then ends the input. Remembers what they saw. */
public final class ScriptedTerminal implements Terminal {

    public final List<String> seen = new ArrayList<>();
    public boolean closed;
    private final Deque<String> typed = new ArrayDeque<>();

    public ScriptedTerminal(String... lines) {
        typed.addAll(List.of(lines));
    }

    @Override
    public void show(String line) {
        seen.add(PlainText.line(line));
    }

    @Override
    public String ask(String prompt, List<String> words) {
        String answer = next();
        seen.add(prompt + answer);
        return answer;
    }

    @Override
    public String askSecret(String prompt) {
        seen.add(prompt);
        return next();
    }

    private String next() {
        if (typed.isEmpty()) {
            throw Problem.of(ProblemCode.ASKING_ENDED, "the test typed nothing more, after\n" + text())
                    .asException();
        }
        return typed.remove();
    }

    /** Everything that was to be seen. */
    public String text() {
        return String.join("\n", seen);
    }

    /** What was written down and not typed yet. */
    public List<String> left() {
        return List.copyOf(typed);
    }

    @Override
    public void close() {
        closed = true;
    }
}
