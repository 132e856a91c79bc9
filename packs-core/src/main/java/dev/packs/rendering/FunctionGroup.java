package dev.packs.rendering;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The functions behind one {@code #name}. */
abstract class FunctionGroup {

    private final String name;
    private final List<Signature> signatures;

    /** @param functions {@code name/arguments} or {@code name/least-most}, separated by single spaces */
    FunctionGroup(String name, String functions) {
        this.name = name;
        List<Signature> parsed = new ArrayList<>();
        int start = 0;
        while (start < functions.length()) {
            int space = functions.indexOf(' ', start);
            int end = space < 0 ? functions.length() : space;
            int slash = functions.indexOf('/', start);
            int dash = functions.indexOf('-', slash);
            boolean ranged = dash > 0 && dash < end;
            int least = Integer.parseInt(functions.substring(slash + 1, ranged ? dash : end));
            int most = ranged ? Integer.parseInt(functions.substring(dash + 1, end)) : least;
            parsed.add(new Signature(functions.substring(start, slash), least, most));
            start = end + 1;
        }
        this.signatures = List.copyOf(parsed);
    }

    /** With the {@code #}. */
    final String name() {
        return name;
    }

    final List<Signature> signatures() {
        return signatures;
    }

    final @Nullable Signature find(String function) {
        for (Signature signature : signatures) {
            if (signature.name().equals(function)) {
                return signature;
            }
        }
        return null;
    }

    /** @param function one of {@link #signatures()}, with as many arguments as it takes */
    abstract @Nullable Object call(String function, Arguments arguments);

    final AssertionError unlisted(String function) {
        return new AssertionError(name + "." + function + " is listed and not there");
    }

    /** How a function is called. */
    record Signature(String name, int least, int most) {}
}
