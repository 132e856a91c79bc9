package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the goals whose documents {@code docs/json.md} shows, and compares the keys. */
class JsonPageIT {

    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- example: (shop: |pack: )?(.*?) -->\n```json\n(.*?)\n```\n", Pattern.DOTALL);

    private static final Pattern REPORT =
            Pattern.compile("<!-- report: (shop: |pack: )(.*?) -->\n```json\n(.*?)\n```\n", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void the_documents_have_the_keys_that_the_page_shows() throws IOException {
        Path shop = GettingStartedIT.shop(folder.resolve("shop"));
        MavenRun.in(folder)
                .run("packs:init", "-Dname=greeter", "-Dvar.group_id=com.acme.packs")
                .succeeds();
        Map<String, Path> places = Map.of("shop: ", shop, "pack: ", folder.resolve("greeter"));
        Path empty = Files.createDirectories(folder.resolve("empty"));
        ObjectMapper json = new ObjectMapper();
        List<String> goals = new ArrayList<>();
        String page = Files.readString(Path.of("../docs/json.md"));
        Map<String, String> reports = new HashMap<>();
        Matcher report = REPORT.matcher(page);
        while (report.find()) {
            reports.put(report.group(1) + report.group(2), report.group(3));
        }
        assertThat(reports).isNotEmpty();
        Matcher example = EXAMPLE.matcher(page);
        while (example.find()) {
            Path file = folder.resolve("document.json");
            List<String> arguments = new ArrayList<>(List.of(("packs:" + example.group(2)).split(" ", -1)));
            arguments.addAll(List.of("-q", "-Dpacks.outputFile=" + file));
            if (!example.group(2).contains("-Dpacks.format=")) {
                arguments.add("-Dpacks.format=json");
            }
            MavenRun.in(places.getOrDefault(String.valueOf(example.group(1)), empty))
                    .packsHome(folder.resolve("home"))
                    .run(arguments.toArray(String[]::new));
            JsonNode shown = json.readTree(example.group(3));
            JsonNode actual = json.readTree(Files.readString(file));
            assertThat(paths(actual)).as(example.group(2)).isEqualTo(paths(shown));
            assertThat(kinds(actual)).as(example.group(2)).containsAll(kinds(shown));
            assertThat(actual.get("success")).isEqualTo(shown.get("success"));
            goals.add(actual.get("goal").asText());
            Path left =
                    places.getOrDefault(String.valueOf(example.group(1)), empty).resolve("target/packs/report.json");
            String told = reports.remove(example.group(1) + example.group(2));
            if (told != null) {
                JsonNode run = json.readTree(Files.readString(left));
                assertThat(paths(run)).as("report of " + example.group(2)).isEqualTo(paths(json.readTree(told)));
                assertThat(run.get("runs").get(0).get("result")).isEqualTo(actual.get("result"));
            }
        }
        assertThat(reports).isEmpty();
        assertThat(empty.resolve("target")).doesNotExist();
        assertThat(goals).containsAll(goalsThatWriteDocuments());
    }

    /** Every goal that takes {@code packs.format}, as the plugin's descriptor has them; help is made by Maven. */
    private static Set<String> goalsThatWriteDocuments() throws IOException {
        String descriptor = Files.readString(Path.of("target/classes/META-INF/maven/plugin.xml"));
        Set<String> goals = new TreeSet<>();
        for (String mojo : descriptor.split("<mojo>", -1)) {
            if (mojo.contains("${packs.format}")) {
                goals.add(mojo.substring(mojo.indexOf("<goal>") + "<goal>".length(), mojo.indexOf("</goal>")));
            }
        }
        assertThat(goals).contains("list", "publish", "validate");
        return goals;
    }

    /** Where a document has a value: {@code /result/packs/[]/id}. */
    private static Set<String> paths(JsonNode document) {
        Set<String> paths = new TreeSet<>();
        kinds(document).forEach(kind -> paths.add(kind.substring(0, kind.lastIndexOf(' '))));
        return paths;
    }

    /** The same with the kind of the value, of which one place can have several: {@code /result/packs/[]/id STRING}. */
    private static Set<String> kinds(JsonNode document) {
        Set<String> kinds = new TreeSet<>();
        add(document, "", kinds);
        return kinds;
    }

    private static void add(JsonNode node, String path, Set<String> kinds) {
        kinds.add(path + " " + node.getNodeType());
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            add(field.getValue(), path + "/" + field.getKey(), kinds);
        }
        if (node.isArray()) {
            node.forEach(item -> add(item, path + "/[]", kinds));
        }
    }
}
