package dev.packs.merge.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.packs.PacksException;
import dev.packs.merge.MergeKind;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The laws of merging, on pairs of documents that are written at random, always the same ones; {@code -DargLine="-Dpacks.pairs=3000 -Dpacks.seed=1"} takes more and others. */
class RandomPairsTest {

    private static final int PAIRS = Integer.getInteger("packs.pairs", 150);

    @ParameterizedTest
    @EnumSource(MergeKind.class)
    void a_merge_is_well_formed_loses_nothing_and_changes_nothing_the_second_time(MergeKind kind) {
        Random random = new Random(Long.getLong("packs.seed", 20261123));
        int refused = 0;
        for (int i = 0; i < PAIRS; i++) {
            RandomDocument first = new RandomDocument(random, "a" + i);
            RandomDocument second = new RandomDocument(random, "b" + i);
            String one = first.of(kind);
            String other = second.of(kind);
            String pair = one + "\n=== and ===\n" + other;
            String merged;
            try {
                merged = Merging.merge(kind, one, other);
            } catch (PacksException why) {
                refused++;
                continue;
            }
            assertThat(Merging.merge(kind, merged, other)).as(pair).isEqualTo(merged);
            if (kind != MergeKind.MARKDOWN) {
                // A page that has got a title from the other no longer says under which its first lines stood.
                assertThat(Merging.merge(kind, merged, one)).as(pair).isEqualTo(merged);
            }
            assertThat(Merging.merge(kind, one, one)).as(pair).isEqualTo(one);
            assertThat(Merging.merge(kind, one + trailing(kind), one)).as(pair).isEqualTo(one + trailing(kind));
            Set<String> told = new HashSet<>();
            Merging.merged(kind, one, other).choices().forEach(choice -> told.add(choice.where()));
            assertNothingIsLost(kind, List.of(one, other), merged, told, pair);
            assertThat(first.comments(one).keySet()).as(pair).allMatch(merged::contains);
            Facts there = new Facts(kind, one);
            second.comments(other).forEach((comment, place) -> {
                if (!merged.contains(comment) && !there.has(place) && !isTold(place + "=", told)) {
                    fail("lost `%s` about `%s` of%n%s%n=== merged ===%n%s", comment, place, pair, merged);
                }
            });
        }
        assertThat(refused).as("pairs that were refused").isLessThan(PAIRS / 20);
    }

    /** The same content in other bytes, so that it is not found equal before it is read. */
    private static String trailing(MergeKind kind) {
        return kind == MergeKind.POM ? "<!-- x -->\n" : kind == MergeKind.JSON ? "\n" : "\n\n";
    }

    private static void assertNothingIsLost(
            MergeKind kind, List<String> sources, String merged, Set<String> told, String pair) {
        Facts all = new Facts(kind, merged);
        for (String source : sources) {
            new Facts(kind, source).facts().forEach((fact, times) -> {
                if (all.facts().getOrDefault(fact, 0) < times && !isTold(fact, told)) {
                    fail("lost `%s` of%n%s%n=== merged ===%n%s", fact, pair, merged);
                }
            });
        }
    }

    /** A value that gave way is named, by its place or that of something around it. */
    private static boolean isTold(String fact, Set<String> told) {
        for (String place : told) {
            if (fact.startsWith(place + "=")
                    || fact.startsWith(place + ".")
                    || fact.startsWith(place + "[")
                    || fact.startsWith(place + "/")) {
                return true;
            }
        }
        return false;
    }

    /** What a document says, read by another parser than the merge reads it by wherever there is one. */
    private static final class Facts {

        /** Each with how often it is said. */
        private final Map<String, Integer> facts = new HashMap<>();

        private final Set<String> places = new HashSet<>();

        Facts(MergeKind kind, String text) {
            switch (kind) {
                case YAML, JSON -> tree("", new Load(LoadSettings.builder().build()).loadFromString(text));
                case PROPERTIES -> properties(text);
                case LINES ->
                    text.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(String::stripTrailing)
                            .forEach(line -> {
                                facts.put(line, 1);
                                places.add(line);
                            });
                case MARKDOWN -> text.lines().filter(line -> !line.isBlank()).forEach(line -> facts.put(line, 1));
                case POM -> {
                    PomFacts pom = new PomFacts(text);
                    facts.putAll(pom.facts());
                    places.addAll(pom.places());
                }
            }
        }

        Map<String, Integer> facts() {
            return facts;
        }

        /** Whether it says anything of something, as which comments are written. */
        boolean has(String place) {
            return places.contains(place);
        }

        private void tree(String path, @org.jspecify.annotations.Nullable Object value) {
            places.add(path);
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, each) -> tree(path.isEmpty() ? key.toString() : path + "." + key, each));
            } else if (value instanceof List<?> list) {
                list(path, list);
            } else {
                facts.put(path + "=" + value, 1);
            }
        }

        private void list(String path, List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                String place = path + item(list, i);
                if (place.endsWith("[]")) {
                    places.add(place);
                    facts.merge(place + "=" + list.get(i), 1, Integer::sum);
                } else {
                    tree(place, list.get(i));
                }
                if (i > 0
                        && RandomDocument.VALUE.equals(list.get(i))
                        && RandomDocument.OPTION.equals(list.get(i - 1))) {
                    facts.merge(path + "[]=" + list.get(i - 1) + " with " + list.get(i), 1, Integer::sum);
                }
            }
        }

        /** What an item is known by among the others of its list: {@code [name=x]}, or {@code []} for nothing. */
        static String item(List<?> list, int index) {
            String name = name(list.get(index));
            boolean isUnique = !name.isEmpty()
                    && list.stream().filter(each -> name(each).equals(name)).count() == 1;
            return isUnique ? "[" + name + "]" : "[]";
        }

        private static String name(@org.jspecify.annotations.Nullable Object item) {
            if (item instanceof Map<?, ?> map) {
                for (String key : List.of("name", "id")) {
                    Object value = map.get(key);
                    if (map.containsKey(key) && !(value instanceof Map) && !(value instanceof List)) {
                        return key + "=" + value;
                    }
                }
            }
            return "";
        }

        private void properties(String text) {
            Properties properties = new Properties();
            try {
                properties.load(new StringReader(text));
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
            properties.forEach((key, value) -> {
                facts.put(key + "=" + value, 1);
                places.add(key.toString());
            });
        }
    }

    /** Documents of every kind with few names, so that two of them have much in common. */
    private static final class RandomDocument {

        /** Means something only with a value behind it. */
        static final String OPTION = "--option";

        static final String VALUE = "value";

        private final Random random;
        private final String id;
        private final Map<String, String> comments = new HashMap<>();

        RandomDocument(Random random, String id) {
            this.random = random;
            this.id = id;
        }

        /** The comments that it has, each of which is there once, and what they are about. */
        Map<String, String> comments(String text) {
            Map<String, String> found = new HashMap<>(comments);
            found.keySet().removeIf(comment -> !text.contains(comment));
            return found;
        }

        private String comment(String sign, String place) {
            String comment = sign + " " + id + "-" + comments.size() + ".";
            comments.put(comment, place);
            return comment;
        }

        String of(MergeKind kind) {
            return switch (kind) {
                case YAML ->
                    (random.nextInt(4) == 0 ? "# head\n\n" : "") + yaml(mapping(0), "", 0, 1 + random.nextInt(4));
                case JSON -> json(mapping(0), random.nextBoolean() ? "" : null) + "\n";
                case PROPERTIES -> properties();
                case LINES -> lines();
                case MARKDOWN -> markdown();
                case POM -> pom();
            };
        }

        private String pick(String... words) {
            return words[random.nextInt(words.length)];
        }

        private Object value(int depth) {
            int kind = random.nextInt(depth > 2 ? 5 : 9);
            if (kind < 5) {
                return scalar();
            }
            return kind < 7 ? mapping(depth + 1) : list(depth + 1);
        }

        private Object scalar() {
            return switch (random.nextInt(7)) {
                case 0 -> random.nextInt(3);
                case 1 -> random.nextBoolean();
                case 2 -> "two\nlines" + pick("", "\n");
                case 3 -> pick("a: b", "# no", "'", "\"q\"", "1", "true", "é\uD83D\uDE00", "- x", " ");
                default -> pick("x", "y", "z");
            };
        }

        private Map<String, Object> mapping(int depth) {
            Map<String, Object> mapping = new LinkedHashMap<>();
            int size = 1 + random.nextInt(4);
            for (int i = 0; i < size; i++) {
                mapping.put(pick("a", "b", "c", "d", "name", "e f", "k\u00e9"), value(depth));
            }
            return mapping;
        }

        private List<Object> list(int depth) {
            List<Object> list = new ArrayList<>();
            int size = random.nextInt(4);
            for (int i = 0; i < size; i++) {
                Object item = value(depth);
                if (item instanceof Map<?, ?> && random.nextBoolean()) {
                    Map<String, Object> named = new LinkedHashMap<>();
                    named.put("name", pick("n1", "n2", "n3"));
                    named.putAll(mapping(3));
                    item = named;
                }
                list.add(item);
            }
            while (random.nextInt(3) == 0) {
                list.addAll(
                        switch (random.nextInt(4)) {
                            case 0 -> List.of(OPTION);
                            case 1 -> List.of(OPTION, VALUE);
                            case 2 -> List.of(OPTION, "other");
                            default -> List.of("other", VALUE);
                        });
            }
            return list;
        }

        /** Blocks, with comments and other indentation here and there, and flows. */
        private String yaml(Object value, String path, int column, int step) {
            StringBuilder text = new StringBuilder();
            String indent = " ".repeat(column);
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, each) -> {
                    String place = path.isEmpty() ? key.toString() : path + "." + key;
                    if (random.nextInt(4) == 0) {
                        String gap = pick("", "\n");
                        boolean isTop = text.length() == 0 && column == 0;
                        text.append(gap)
                                .append(indent)
                                .append(comment("# about", place))
                                .append(isTop ? "\n" : pick("\n", "\n\n"));
                    }
                    text.append(indent).append(key).append(':').append(nested(each, place, column, step));
                });
            } else {
                List<?> list = (List<?>) value;
                for (int i = 0; i < list.size(); i++) {
                    String place = path + Facts.item(list, i);
                    if (list.get(i) instanceof Map<?, ?> map && !map.isEmpty() && random.nextInt(4) > 0) {
                        text.append(indent)
                                .append("- ")
                                .append(yaml(map, place, column + 2, step)
                                        .stripLeading()
                                        .replaceFirst("^# about.*\n\\s*", ""));
                    } else {
                        text.append(indent).append('-').append(nested(list.get(i), place, column, step));
                    }
                }
            }
            return text.toString();
        }

        private String tail(String place) {
            return random.nextInt(3) == 0 ? " " + comment("# tail", place) : "";
        }

        private String nested(Object value, String place, int column, int step) {
            boolean isEmpty = (value instanceof Map<?, ?> map && map.isEmpty())
                    || (value instanceof List<?> list && list.isEmpty());
            if (value instanceof Map || value instanceof List) {
                return isEmpty || random.nextInt(4) == 0
                        ? " " + json(value, null) + tail(place) + "\n"
                        : tail(place) + "\n" + yaml(value, place, column + step, step);
            }
            if (value instanceof String text && text.startsWith("two")) {
                String body = " ".repeat(column + step) + text.strip().replace("\n", "\n" + " ".repeat(column + step));
                return text.endsWith("\n")
                        ? " |" + tail(place) + "\n" + body + "\n"
                        : " " + pick("|-", ">-") + "\n" + body + "\n";
            }
            if (value instanceof String text && text.matches("[xyz]")) {
                return " " + pick(text, "'" + text + "'", "\"" + text + "\"") + tail(place) + "\n";
            }
            return " " + json(value, null) + "\n";
        }

        /** @param indent of its line; null for one line */
        private String json(Object value, @org.jspecify.annotations.Nullable String indent) {
            boolean isOnLines = indent != null && random.nextInt(5) > 0;
            String deeper = indent + "  ";
            List<String> parts = new ArrayList<>();
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, each) ->
                        parts.add(json(key.toString(), null) + ": " + json(each, isOnLines ? deeper : null)));
                return around("{", parts, "}", isOnLines ? indent : null);
            }
            if (value instanceof List<?> list) {
                list.forEach(each -> parts.add(json(each, isOnLines ? deeper : null)));
                return around("[", parts, "]", isOnLines ? indent : null);
            }
            return value instanceof String text
                    ? "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\""
                    : value.toString();
        }

        private static String around(
                String open, List<String> parts, String close, @org.jspecify.annotations.Nullable String indent) {
            if (indent == null || parts.isEmpty()) {
                return open + String.join(", ", parts) + close;
            }
            return open + "\n" + indent + "  " + String.join(",\n" + indent + "  ", parts) + "\n" + indent + close;
        }

        private String properties() {
            StringBuilder text = new StringBuilder(pick("", "", "# head\n\n"));
            int size = random.nextInt(6);
            for (int i = 0; i < size; i++) {
                String key = pick("a", "b.c", "d e", "A");
                boolean isTop = text.length() == 0;
                text.append(pick("", "", "\n"))
                        .append(
                                random.nextInt(3) > 0
                                        ? ""
                                        : comment(pick("#", "!"), key) + (isTop ? "\n" : pick("\n", "\n\n")))
                        .append(key.equals("A") ? "\\u0041" : key.replace(" ", "\\ "))
                        .append(pick("=", " = ", ":", " "))
                        .append(pick("1", "x y", "long \\\n   rest", "\\t", "", "end\\\\"))
                        .append('\n');
            }
            String all = text.toString();
            return random.nextInt(4) == 0 ? all.strip() : all;
        }

        private String lines() {
            StringBuilder text = new StringBuilder(pick("", "", "# head\n\n"));
            int size = random.nextInt(8);
            for (int i = 0; i < size; i++) {
                String pattern = pick("target/", "*.log", "/build", "!keep", "out/");
                boolean isTop = text.length() == 0;
                text.append(pick("", "", "\n"))
                        .append(
                                random.nextInt(3) > 0
                                        ? ""
                                        : comment("#", pattern) + (isTop ? "\n" : pick("\n", "\n\n")))
                        .append(pattern)
                        .append(pick("", "", "  "))
                        .append('\n');
            }
            return random.nextInt(4) == 0 ? text.toString().strip() : text.toString();
        }

        private String markdown() {
            StringBuilder text = new StringBuilder(pick("# app\n\n", "# app\n\n", "", "Intro.\n\n"));
            int size = random.nextInt(7);
            for (int i = 0; i < size; i++) {
                text.append(pick(
                                "## Run\n",
                                "## Test ##\n",
                                "### More\n",
                                "Settings\n--------\n",
                                "A line.\n",
                                "Two\nlines.\n",
                                "```sh\n# no heading\n\nmvn verify\n```\n",
                                "- one\n- two\n",
                                "* other\n",
                                "| a |\n| - |\n",
                                "    code\n",
                                "<b>\n\n</b>\n"))
                        .append(pick("\n", "\n", "\n\n"));
            }
            return text.toString();
        }

        private String pom() {
            StringBuilder text = new StringBuilder("<project>\n");
            String step = pick("  ", "    ");
            if (random.nextBoolean()) {
                text.append(step)
                        .append("<artifactId>")
                        .append(pick("app", "web"))
                        .append("</artifactId>\n");
            }
            if (random.nextBoolean()) {
                text.append(pick("", "\n"))
                        .append(step)
                        .append(xml("properties"))
                        .append(pick("\n", "\n\n"));
                text.append(step).append("<properties>\n");
                for (String name : List.of("a", "b.version", "c")) {
                    if (random.nextBoolean()) {
                        element(text, step + step, name, pick("1.0", "1.10", "2", "&lt;x&gt;"));
                    }
                }
                text.append(step).append("</properties>\n");
            }
            if (random.nextBoolean()) {
                text.append(step).append("<dependencies>\n");
                for (String name : List.of("x", "y", "z")) {
                    if (random.nextBoolean()) {
                        dependency(text, step, name);
                    }
                }
                text.append(step).append("</dependencies>\n");
            }
            if (random.nextBoolean()) {
                text.append(step).append("<build>\n");
                if (random.nextBoolean()) {
                    resources(text, step);
                }
                plugins(text, step);
                text.append(step).append("</build>\n");
            }
            return text.append("</project>\n").toString();
        }

        private void resources(StringBuilder text, String step) {
            String deep = step.repeat(4);
            text.append(step.repeat(2)).append("<resources>\n");
            for (int i = random.nextInt(3); i >= 0; i--) {
                text.append(step.repeat(3)).append("<resource>\n");
                element(text, deep, "directory", pick("r", "s"));
                if (random.nextBoolean()) {
                    element(text, deep, "filtering", pick("true", "false"));
                }
                if (random.nextBoolean()) {
                    text.append(deep)
                            .append("<includes><include>")
                            .append(pick("v", "w"))
                            .append("</include></includes>\n");
                }
                text.append(step.repeat(3)).append("</resource>\n");
            }
            text.append(step.repeat(2)).append("</resources>\n");
        }

        private String xml(String place) {
            return comment("<!--", place) + " -->";
        }

        private void dependency(StringBuilder text, String step, String name) {
            String deep = step.repeat(3);
            String place = "dependencies/g:" + name;
            if (random.nextInt(3) == 0) {
                text.append(step.repeat(2)).append(xml(place)).append(pick("\n", "\n\n"));
            }
            text.append(step.repeat(2))
                    .append("<dependency>")
                    .append(random.nextInt(3) == 0 ? " " + xml(place) : "")
                    .append('\n');
            element(text, deep, "groupId", "g");
            element(text, deep, "artifactId", name);
            if (random.nextBoolean()) {
                element(text, deep, "version", pick("1.0", "1.10", "${b.version}"));
            }
            if (random.nextInt(3) == 0) {
                element(text, deep, "scope", pick("test", "runtime", "provided", "compile"));
            }
            if (random.nextInt(3) == 0) {
                text.append(deep).append("<exclusions>\n");
                for (String excluded : List.of("m", "n")) {
                    if (random.nextBoolean()) {
                        text.append(deep)
                                .append(step)
                                .append("<exclusion><groupId>e</groupId><artifactId>" + excluded
                                        + "</artifactId></exclusion>\n");
                    }
                }
                text.append(deep).append("</exclusions>\n");
            }
            text.append(step.repeat(2))
                    .append("</dependency>")
                    .append(random.nextInt(3) == 0 ? " " + xml(place) : "")
                    .append('\n');
        }

        private void plugins(StringBuilder text, String step) {
            text.append(step.repeat(2)).append("<plugins>\n");
            for (String name : List.of("p", "q")) {
                if (random.nextBoolean()) {
                    text.append(step.repeat(3)).append("<plugin>\n");
                    if (random.nextBoolean()) {
                        element(text, step.repeat(4), "groupId", "org.apache.maven.plugins");
                    }
                    element(text, step.repeat(4), "artifactId", name);
                    text.append(step.repeat(4)).append("<configuration>\n");
                    element(text, step.repeat(5), pick("r", "s"), pick("1", "2"));
                    text.append(step.repeat(5)).append("<args>");
                    for (String arg : List.of("-a", OPTION + " " + VALUE, "-b", OPTION + " other", OPTION + " other")) {
                        for (String part : random.nextBoolean() ? arg.split(" ") : new String[0]) {
                            text.append("<arg>").append(part).append("</arg>");
                        }
                    }
                    text.append("</args>\n")
                            .append(step.repeat(4))
                            .append("</configuration>\n")
                            .append(step.repeat(3))
                            .append("</plugin>\n");
                }
            }
            text.append(step.repeat(2)).append("</plugins>\n");
        }

        private static void element(StringBuilder text, String indent, String name, String value) {
            text.append(indent)
                    .append('<')
                    .append(name)
                    .append('>')
                    .append(value)
                    .append("</")
                    .append(name)
                    .append(">\n");
        }
    }
}
