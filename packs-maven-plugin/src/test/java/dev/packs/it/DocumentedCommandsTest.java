package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the commands of README.md and docs/ against the plugin's descriptor and against the integration tests that run them. */
class DocumentedCommandsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path PROJECTS = ROOT.resolve("src/it");
    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");

    private static final Pattern MOJO = Pattern.compile("<mojo>(.*?)</mojo>", Pattern.DOTALL);
    private static final Pattern GOAL = Pattern.compile("<goal>([a-z-]+)</goal>");
    private static final Pattern PROPERTY = Pattern.compile(">\\$\\{([^}]+)}</");

    @Test
    void every_goal_and_property_exists() throws IOException {
        Map<String, Set<String>> goals = goals();
        List<String> wrong = new ArrayList<>();
        for (DocumentedCommand command : commands()) {
            for (String goal : command.goals()) {
                Set<String> known = goals.get(goal);
                if (known == null) {
                    wrong.add(command.place() + ": no goal `" + goal + "`");
                    continue;
                }
                for (String property : command.properties()) {
                    if (!known.contains(property) && !isFree(goal, property)) {
                        wrong.add(command.place() + ": `" + goal + "` has no property `" + property + "`");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Whether it is one of those that are not parameters, since nobody knows their names. */
    private static boolean isFree(String goal, String property) {
        return property.startsWith("var.")
                || (goal.equals("sparql") && property.startsWith("query."))
                || (Set.of("sparql", "export").contains(goal) && property.startsWith("packs.limits."));
    }

    @Test
    void every_command_is_run_by_the_test_that_the_table_names() throws IOException {
        Map<String, String> table = table();
        List<String> wrong = new ArrayList<>();
        for (DocumentedCommand command : commands()) {
            String test = table.get(command.text());
            if (test == null) {
                wrong.add(
                        command.place() + ": src/it/documented-commands.txt names no test of `" + command.text() + "`");
            } else if (!test.equals("build")) {
                String text = textOf(test);
                for (String word : command.arguments()) {
                    if (!text.contains(word.substring(word.startsWith("dev.packs:") ? word.lastIndexOf(':') : 0))) {
                        wrong.add(command.place() + ": `" + test + "` does not run `" + word + "`");
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_table_names_no_command_that_is_gone() throws IOException {
        Set<String> documented = new TreeSet<>();
        commands().forEach(command -> documented.add(command.text()));
        assertThat(documented).containsAll(table().keySet());
    }

    private static List<DocumentedCommand> commands() throws IOException {
        List<DocumentedCommand> commands = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages =
                    new ArrayList<>(walk.filter(file -> file.toString().endsWith(".md"))
                            .sorted()
                            .toList());
            pages.add(ROOT.resolve("README.md"));
            for (Path page : pages) {
                if (Files.exists(page)) {
                    String name = ROOT.relativize(page).toString();
                    commands.addAll(DocumentedCommand.parse(name, Files.readAllLines(page, StandardCharsets.UTF_8)));
                }
            }
        }
        return commands;
    }

    /** Goal to the properties that its parameters are set by. */
    private static Map<String, Set<String>> goals() throws IOException {
        Map<String, Set<String>> goals = new HashMap<>();
        MOJO.matcher(Files.readString(DESCRIPTOR, StandardCharsets.UTF_8))
                .results()
                .forEach(mojo -> {
                    Set<String> properties = new TreeSet<>();
                    PROPERTY.matcher(mojo.group(1)).results().forEach(property -> properties.add(property.group(1)));
                    GOAL.matcher(mojo.group(1))
                            .results()
                            .limit(1)
                            .forEach(goal -> goals.put(goal.group(1), properties));
                });
        return goals;
    }

    private static Map<String, String> table() throws IOException {
        Map<String, String> table = new HashMap<>();
        for (String line : Files.readAllLines(PROJECTS.resolve("documented-commands.txt"), StandardCharsets.UTF_8)) {
            int bar = line.indexOf('|');
            if (!line.startsWith("#") && bar > 0) {
                table.put(
                        line.substring(bar + 1).strip(), line.substring(0, bar).strip());
            }
        }
        return table;
    }

    /** Everything that a project's hooks and properties, or a test class, say. */
    private static String textOf(String test) throws IOException {
        Path project = PROJECTS.resolve(test);
        Path tests = Path.of("src/test/java");
        StringBuilder text = new StringBuilder();
        try (Stream<Path> walk = Files.isDirectory(project) ? Files.list(project) : Files.walk(tests)) {
            List<Path> files = walk.filter(Files::isRegularFile)
                    .filter(file -> Files.isDirectory(project)
                            || file.getFileName().toString().equals(test + ".java"))
                    .toList();
            assertThat(files).as("the test `" + test + "`").isNotEmpty();
            for (Path file : files) {
                text.append(Files.readString(file, StandardCharsets.UTF_8)).append('\n');
            }
        }
        return text.toString();
    }
}
