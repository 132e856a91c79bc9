package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.terminal.PlainText;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the goals that reports and messages name into the form that works here: {@code mvn packs:show} where Maven knows the prefix, because the settings name the group
 * or the project uses the plugin, and the coordinates elsewhere. Who types the coordinates would otherwise copy commands that fail. All that is said passes here, so that
 * this is also where {@linkplain PlainText strangers' text} is made plain.
 */
final class TypedGoals {

    private static final String SHORT = "mvn packs:";
    private static final String GROUP = "dev.packs";

    private final String prefix;

    private TypedGoals(String prefix) {
        this.prefix = prefix;
    }

    static TypedGoals of(MavenCall call) {
        boolean known = call.session().getPluginGroups().contains(GROUP)
                || call.project().getPlugin(GROUP + ":packs-maven-plugin") != null;
        return known
                ? byPrefix()
                : byCoordinates(call.execution()
                        .getMojoDescriptor()
                        .getPluginDescriptor()
                        .getVersion());
    }

    static TypedGoals byPrefix() {
        return new TypedGoals(SHORT);
    }

    static TypedGoals byCoordinates(String version) {
        return new TypedGoals("mvn " + GROUP + ":packs-maven-plugin:" + version + ":");
    }

    String in(String text) {
        return PlainText.lines(text).replace(SHORT, prefix);
    }

    List<String> in(List<String> lines) {
        List<String> typed = new ArrayList<>();
        for (String line : lines) {
            typed.add(in(line));
        }
        return typed;
    }

    Problem in(Problem problem) {
        return new Problem(
                problem.code(),
                in(problem.message()),
                problem.place().map(place -> new Place(PlainText.line(place.file()), place.line(), place.column())),
                problem.help().map(this::in));
    }

    /** The same failure; a new exception only where its words differ, since Maven prints every message of a chain. */
    PacksException in(PacksException failure) {
        List<Problem> problems = failure.problems().stream().map(this::in).toList();
        if (problems.equals(failure.problems())) {
            return failure;
        }
        PacksException typed = new PacksException(problems);
        typed.setStackTrace(failure.getStackTrace());
        if (failure.getCause() != null) {
            typed.initCause(failure.getCause());
        }
        return typed;
    }
}
