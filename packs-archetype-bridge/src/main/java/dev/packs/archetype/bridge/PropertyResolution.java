package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeContent;
import dev.packs.archetype.ArchetypeKind;
import dev.packs.archetype.ArchetypeProperty;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values of an archetype's properties as {@code archetype:generate -B} of maven-archetype-plugin 3.4.1 does: its DefaultArchetypeFactory fills a configuration, its
 * DefaultArchetypeGenerationConfigurator evaluates the defaults that refer to others. The original's notion of what is set differs from step to step, and so does ours.
 */
final class PropertyResolution {

    private static final String GROUP_ID = "groupId";
    private static final String ARTIFACT_ID = "artifactId";
    private static final String VERSION = "version";
    private static final String PACKAGE = "package";
    private static final String GOALS = "archetype.goals";

    private final Map<String, String> given;
    private final List<String> required = new ArrayList<>();
    /** In the order in which they are set for the first time, which decides the order in which they are evaluated later. */
    private final Map<String, String> values = new LinkedHashMap<>();

    private final Map<String, String> defaults = new HashMap<>();

    private PropertyResolution(Map<String, String> given) {
        this.given = given;
    }

    /**
     * The values, in the order in which the original sets them.
     *
     * @param velocity asked for the first default that has to be evaluated, and for every one after it
     * @throws PacksException {@link ProblemCode#VARIABLE_MISSING} for each that has none
     */
    static Map<String, String> resolve(
            ArchetypeContent content, Map<String, String> given, Supplier<VelocityEngine> velocity) {
        PropertyResolution resolution = new PropertyResolution(given);
        if (content.kind() == ArchetypeKind.FILESET) {
            resolution.configure(content.properties());
        } else {
            resolution.configureOld();
        }
        if (!resolution.isComplete()) {
            resolution.evaluateDefaults(velocity);
        }
        if (!resolution.isComplete()) {
            throw resolution.missing(content);
        }
        return resolution.values;
    }

    private void configure(List<ArchetypeProperty> properties) {
        for (ArchetypeProperty property : properties) {
            String key = property.key();
            required.add(key);
            String fallback = property.defaultText().orElse(null);
            String value = given.get(key);
            if (value != null) {
                values.put(key, value);
            } else if (fallback != null && !refersToAnother(fallback)) {
                values.put(key, fallback);
            }
            if (fallback != null) {
                defaults.put(key, fallback);
            }
        }
        addUnlessKnown(GROUP_ID, null, false);
        addUnlessKnown(ARTIFACT_ID, null, false);
        addUnlessKnown(VERSION, "1.0-SNAPSHOT", false);
        addUnlessKnown(PACKAGE, values.get(GROUP_ID), true);
        String goals = given.get(GOALS);
        if (goals != null) {
            values.put(GOALS, goals);
        }
    }

    private void configureOld() {
        add(GROUP_ID, null, false);
        add(ARTIFACT_ID, null, false);
        add(VERSION, "1.0-SNAPSHOT", false);
        add(PACKAGE, values.get(GROUP_ID), true);
    }

    private void addUnlessKnown(String key, @Nullable String fallback, boolean isSetAtOnce) {
        if (!isSet(key) && !defaults.containsKey(key)) {
            add(key, fallback, isSetAtOnce);
        }
    }

    private void add(String key, @Nullable String fallback, boolean isSetAtOnce) {
        required.add(key);
        String value = given.get(key);
        if (value != null) {
            values.put(key, value);
            defaults.put(key, value);
        } else if (fallback != null) {
            if (isSetAtOnce) {
                values.put(key, fallback);
            }
            defaults.put(key, fallback);
        }
    }

    private static boolean refersToAnother(String fallback) {
        int start = fallback.indexOf("${");
        return start >= 0 && fallback.indexOf('}', start) >= 0;
    }

    private boolean isSet(String key) {
        String value = values.get(key);
        return value != null && !value.trim().isEmpty();
    }

    /** A blank value counts here, and not in {@link #isSet}. */
    private boolean isComplete() {
        for (String key : required) {
            String value = values.get(key);
            if (value == null || value.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private void evaluateDefaults(Supplier<VelocityEngine> velocity) {
        List<String> sorted = new ArrayList<>(required);
        sorted.sort(new ReferenceOrder(required, defaults));
        VelocityContext context = new VelocityContext();
        for (String key : sorted) {
            if (isSet(key)) {
                context.put(key, values.get(key));
                continue;
            }
            String fallback = defaults.get(key);
            if (fallback != null) {
                String value = evaluated(fallback, key, velocity, context);
                values.put(key, value);
                context.put(key, value);
            }
        }
    }

    private static String evaluated(
            String text, String key, Supplier<VelocityEngine> velocity, VelocityContext context) {
        if (!text.contains("${")) {
            return text;
        }
        StringWriter value = new StringWriter();
        velocity.get().evaluate(context, value, key, text);
        return value.toString();
    }

    private PacksException missing(ArchetypeContent content) {
        List<Problem> problems = new ArrayList<>();
        for (String key : new LinkedHashSet<>(required)) {
            if (!isSet(key)) {
                problems.add(Problem.of(
                                ProblemCode.VARIABLE_MISSING,
                                "the archetype" + (content.id().isEmpty() ? "" : " `" + content.id() + "`")
                                        + " needs a value for `" + key + "`")
                        .help("-D" + key + "=…"));
            }
        }
        return new PacksException(problems);
    }
}
