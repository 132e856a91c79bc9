package dev.packs.variables;

import dev.packs.Nearest;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The {@code -Dvar.…} properties of a command line.
 *
 * @param properties the user's properties; others than {@code var.…} are ignored
 * @param projectName {@code -Dname}, where it is to be the value of {@code project_name}, which {@code -Dvar.project_name} goes before
 */
public record CommandLineValues(Map<String, String> properties, Optional<String> projectName) {

    /** Where the name of the project is given. */
    public static final String NAME = "-Dname";

    /** The variable that has it. */
    public static final String PROJECT_NAME = "project_name";

    private static final String PREFIX = "var.";

    public CommandLineValues {
        Map<String, String> own = new TreeMap<>();
        for (Map.Entry<String, String> property : properties.entrySet()) {
            if (property.getKey().startsWith(PREFIX)) {
                own.put(property.getKey(), property.getValue());
            }
        }
        properties = own;
    }

    public CommandLineValues(Map<String, String> properties) {
        this(properties, Optional.empty());
    }

    /** {@code -Dvar.<id>.NAME} for this id. */
    ValueLayer scoped(String id) {
        return new ValueLayer(ValueSource.COMMAND_LINE_SCOPED, named(PREFIX + id + "."));
    }

    /** {@code -Dvar.NAME}. */
    ValueLayer unscoped() {
        Map<String, GivenValue> values = named(PREFIX);
        if (projectName.isPresent()) {
            values.putIfAbsent(PROJECT_NAME, GivenValue.text(projectName.get(), Place.of(NAME)));
        }
        return new ValueLayer(ValueSource.COMMAND_LINE, values);
    }

    private Map<String, GivenValue> named(String prefix) {
        Map<String, GivenValue> values = new LinkedHashMap<>();
        for (Map.Entry<String, String> property : properties.entrySet()) {
            String key = property.getKey();
            if (key.startsWith(prefix) && key.indexOf('.', prefix.length()) < 0) {
                values.put(key.substring(prefix.length()), GivenValue.text(property.getValue(), Place.of("-D" + key)));
            }
        }
        return values;
    }

    /**
     * What nobody asks for: to be called once, with everything that the whole project renders, since one module's packs need not know what another's do.
     *
     * @param known for each id (of a declaration, or a pack's own) the names of its variables
     */
    public List<Problem> unknown(Map<String, Set<String>> known) {
        Set<String> all = new TreeSet<>();
        for (Set<String> names : known.values()) {
            all.addAll(names);
        }
        List<Problem> problems = new ArrayList<>();
        for (String key : properties.keySet()) {
            int dot = key.lastIndexOf('.');
            String id = dot < PREFIX.length() ? "" : key.substring(PREFIX.length(), dot);
            Set<String> names = id.isEmpty() ? all : known.get(id);
            String name = key.substring(dot + 1);
            if (names == null) {
                Optional<String> near = Nearest.to(id, known.keySet());
                problems.add(problem(key, "no pack here has the id `" + id + "`")
                        .help(near.map(right -> "did you mean `-D" + PREFIX + right + "." + name + "`?")
                                .orElse("the ids are " + quoted(new TreeSet<>(known.keySet())))));
            } else if (!names.contains(name)) {
                problems.add(problem(key, "no pack here has a variable `" + name + "`")
                        .help(Nearest.to(name, names)
                                .map(right -> "did you mean `-D" + key.substring(0, dot + 1) + right + "`?")
                                .orElse("the variables are " + quoted(names))));
            }
        }
        return problems;
    }

    private static Problem problem(String key, String message) {
        return Problem.at(ProblemCode.VARIABLE_UNKNOWN, Place.of("-D" + key), message);
    }

    private static String quoted(Set<String> names) {
        return names.isEmpty() ? "none" : "`" + String.join("`, `", names) + "`";
    }

    /** Keys only: a value may be a secret. */
    @Override
    public String toString() {
        return properties.keySet().toString();
    }
}
