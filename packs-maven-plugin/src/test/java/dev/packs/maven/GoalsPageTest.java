package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Holds {@code docs/goals.md} against the plugin's descriptor: each goal, and each parameter with its type and default. */
class GoalsPageTest {

    private static final Path PAGE = Path.of("../docs/goals.md");
    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");

    private static final Pattern GOAL = Pattern.compile("\\| \\[`([a-z]+)`]\\(#\\1\\) \\|.*");
    private static final Pattern PARAMETER = Pattern.compile("\\| `([^`]+)` \\| (\\w+) \\| (?:`([^`]+)` )?\\| .+ \\|");

    /** What packaging {@code pack} runs, and has no report. */
    private static final Set<String> SILENT = Set.of("package", "attach");

    private static final Pattern UPPER = Pattern.compile("\\.(.)");

    private static final Map<String, String> TYPES = Map.of(
            "boolean",
            "boolean",
            "int",
            "integer",
            "java.lang.String",
            "text",
            "java.io.File",
            "file",
            "org.codehaus.plexus.configuration.PlexusConfiguration",
            "elements");

    @Test
    void the_page_has_every_goal_with_every_parameter_and_nothing_else() throws Exception {
        assertThat(documented()).isEqualTo(described());
    }

    @Test
    void the_table_at_the_top_lists_every_goal() throws Exception {
        List<String> listed = page().stream()
                .map(GOAL::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(described().keySet());
    }

    @Test
    void of_every_goal_the_page_on_seeing_says_whether_it_leaves_a_report() throws Exception {
        String page = Files.readString(Path.of("../docs/seeing.md"), StandardCharsets.UTF_8);
        Set<String> goals = new TreeSet<>(described().keySet());
        goals.removeAll(GoalRun.REPORTED);
        Set<String> silent = names(page, "Goals that only ask (", ")");
        silent.addAll(names(page, "neither do ", ", which are parts of other builds"));

        assertThat(described().keySet()).containsAll(GoalRun.REPORTED);
        assertThat(silent).isEqualTo(goals);
        assertThat(names(page, "These goals leave one: ", ".")).isEqualTo(new TreeSet<>(GoalRun.REPORTED));
    }

    /** The names in backquotes between two texts. */
    private static Set<String> names(String page, String start, String end) {
        int from = page.indexOf(start);
        assertThat(from).as(start).isNotNegative();
        Set<String> names = new TreeSet<>();
        Matcher name = Pattern.compile("`([a-z]+)`").matcher(page.substring(from, page.indexOf(end, from)));
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }

    @Test
    void an_element_of_the_configuration_is_called_like_its_property() throws Exception {
        for (Element mojo : mojos()) {
            for (Element parameter : children(child(mojo, "configuration"))) {
                String property = parameter.getTextContent().replaceAll("[${}]", "");
                if (!property.isEmpty()) {
                    assertThat(UPPER.matcher(property.replaceFirst("^packs\\.", ""))
                                    .replaceAll(dot -> dot.group(1).toUpperCase(Locale.ROOT)))
                            .isEqualTo(parameter.getTagName());
                }
            }
        }
    }

    /** Goal to the rows of its parameters: {@code packs.timeout integer 20}. */
    private static Map<String, List<String>> documented() throws IOException {
        Map<String, List<String>> goals = new TreeMap<>();
        List<List<String>> common = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (String line : page()) {
            Matcher parameter = PARAMETER.matcher(line);
            if (line.startsWith("## ")) {
                rows = new ArrayList<>();
                if (!line.equals("## All goals")) {
                    goals.put(line.substring(3), rows);
                }
            } else if (line.startsWith("| property") && goals.isEmpty()) {
                rows = new ArrayList<>();
                common.add(rows);
            } else if (parameter.matches()) {
                rows.add(row(parameter.group(1), parameter.group(2), parameter.group(3)));
            }
        }
        goals.forEach((goal, own) -> {
            int shared = goal.equals("help") ? 0 : SILENT.contains(goal) ? 1 : 2;
            common.subList(0, shared).forEach(own::addAll);
            own.sort(null);
        });
        return goals;
    }

    private static Map<String, List<String>> described() throws Exception {
        Map<String, List<String>> goals = new TreeMap<>();
        for (Element mojo : mojos()) {
            Map<String, Element> configuration = new TreeMap<>();
            children(child(mojo, "configuration")).forEach(element -> configuration.put(element.getTagName(), element));
            TreeSet<String> rows = new TreeSet<>();
            for (Element parameter : children(child(mojo, "parameters"))) {
                if (text(parameter, "editable").equals("true")) {
                    rows.add(describe(parameter, configuration.get(text(parameter, "name"))));
                }
            }
            goals.put(text(mojo, "goal"), List.copyOf(rows));
        }
        return goals;
    }

    private static String describe(Element parameter, @Nullable Element configured) {
        String type = TYPES.getOrDefault(text(parameter, "type"), "unknown");
        String property = configured == null ? "" : configured.getTextContent().replaceAll("[${}]", "");
        String value = configured == null ? "" : configured.getAttribute("default-value");
        return row(property.isEmpty() ? "<" + text(parameter, "name") + ">" : property, type, value);
    }

    private static String row(String name, String type, @Nullable String value) {
        return name + " " + type + " " + (value == null ? "" : value);
    }

    private static List<String> page() throws IOException {
        return Files.readAllLines(PAGE, StandardCharsets.UTF_8);
    }

    private static List<Element> mojos() throws Exception {
        Element plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(DESCRIPTOR.toFile())
                .getDocumentElement();
        List<Element> mojos = children(child(plugin, "mojos"));
        assertThat(mojos).isNotEmpty();
        return mojos;
    }

    private static Element child(Element parent, String name) {
        return children(parent).stream()
                .filter(element -> element.getTagName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            Node node = nodes.item(i);
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static String text(Element parent, String name) {
        return child(parent, name).getTextContent();
    }
}
