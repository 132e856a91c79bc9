package dev.packs.variables;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What Packs finds out by itself: {@code project_name}, {@code author}, {@code year}, {@code timestamp}, {@code packs_version}. They are there for packs that declare a variable of that name. */
public final class DetectedValues {

    private static final String YEAR = "year";
    private static final String TIMESTAMP = "timestamp";

    private final Map<String, String> values;
    private final boolean timesMustBeTold;

    private DetectedValues(Map<String, String> values, boolean timesMustBeTold) {
        this.values = Map.copyOf(values);
        this.timesMustBeTold = timesMustBeTold;
    }

    private static DetectedValues of(Optional<String> projectName, Optional<String> author, Optional<Instant> time) {
        Map<String, String> values = new LinkedHashMap<>();
        if (projectName.isPresent()) {
            values.put("project_name", projectName.get());
        }
        if (author.isPresent()) {
            values.put("author", author.get());
        }
        if (time.isPresent()) {
            LocalDateTime second = LocalDateTime.ofEpochSecond(time.get().getEpochSecond(), 0, ZoneOffset.UTC);
            values.put(YEAR, String.valueOf(second.getYear()));
            values.put(TIMESTAMP, text(second));
        }
        return new DetectedValues(values, time.isEmpty());
    }

    /** As {@link Instant#toString()}, without the formatters that it loads: each scaffold has a moment. */
    private static String text(LocalDateTime second) {
        return second.getSecond() == 0 ? second + ":00Z" : second + "Z";
    }

    /** For a scaffold: the moment is now, in UTC, and its answers keep it. */
    public static DetectedValues ofScaffold(Optional<String> projectName, Optional<String> author, Instant now) {
        return of(projectName, author, Optional.of(now));
    }

    /**
     * For build-bound output, which has to be equal on every machine and every day.
     *
     * @param outputTimestamp {@code project.build.outputTimestamp}; without it a pack that asks for the time fails with {@link ProblemCode#TIME_NOT_REPRODUCIBLE}
     */
    public static DetectedValues ofBuild(
            Optional<String> projectName, Optional<String> author, Optional<Instant> outputTimestamp) {
        return of(projectName, author, outputTimestamp);
    }

    /** These, and the version of Packs as {@code packs_version}. */
    public DetectedValues withPacks(String version) {
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put("packs_version", version);
        return new DetectedValues(more, timesMustBeTold);
    }

    public static DetectedValues none() {
        return of(Optional.empty(), Optional.empty(), Optional.empty());
    }

    ValueLayer layer() {
        Map<String, GivenValue> given = new LinkedHashMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            given.put(value.getKey(), GivenValue.text(value.getValue(), Place.of("detected")));
        }
        return new ValueLayer(ValueSource.DETECTED, given);
    }

    /** Whether a person is to be asked although the value is detected: the name was asked for before, and of the moment nobody knows better. */
    static boolean isAskedFor(String name) {
        return name.equals("author");
    }

    /** Why a value that would be detected cannot be. */
    Optional<Problem> whyNot(String name) {
        if (!timesMustBeTold || !(name.equals(YEAR) || name.equals(TIMESTAMP))) {
            return Optional.empty();
        }
        return Optional.of(Problem.of(
                        ProblemCode.TIME_NOT_REPRODUCIBLE,
                        "`" + name + "` would be another one tomorrow, and the output of a build must not")
                .help("add `<project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>` to"
                        + " the pom's properties, or `-Dvar." + name + "=…`"));
    }
}
