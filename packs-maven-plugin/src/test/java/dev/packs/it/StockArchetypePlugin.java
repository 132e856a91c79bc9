package dev.packs.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The original: maven-archetype-plugin in a real Maven, in batch mode. */
final class StockArchetypePlugin {

    static final String GOAL = "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate";

    private StockArchetypePlugin() {}

    /** One project, the way people do it: Maven started in the folder where the project's folder comes. */
    static MavenResult generate(ArchetypeCase one, Path base) {
        List<String> arguments = new ArrayList<>(List.of(
                GOAL,
                "-DarchetypeGroupId=" + one.group(),
                "-DarchetypeArtifactId=" + one.artifact(),
                "-DarchetypeVersion=" + one.version(),
                "-DarchetypeCatalog=local"));
        arguments.addAll(one.arguments());
        return MavenRun.in(base).timeout(Duration.ofMinutes(5)).run(arguments.toArray(String[]::new));
    }

    /**
     * Many projects by one Maven, which is much faster: a module for each, bound after the phase that the goal forks. They share the properties of the command line, so they must
     * not contradict each other.
     *
     * @param bases case to its folder, which is prepared
     * @param work an empty folder for the projects that drive the plugin
     * @return case to whether it succeeded
     */
    static Map<ArchetypeCase, Boolean> generateAll(Map<ArchetypeCase, Path> bases, Path work) {
        Map<String, String> given = new TreeMap<>();
        StringBuilder modules = new StringBuilder();
        bases.forEach((one, base) -> {
            given.putAll(one.given());
            modules.append("<module>").append(one.name()).append("</module>");
            write(work.resolve(one.name()).resolve("pom.xml"), module(one, base));
        });
        write(work.resolve("pom.xml"), project("all", "pom", "<modules>" + modules + "</modules>"));
        List<String> arguments = new ArrayList<>(List.of("-fae", "process-sources"));
        given.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        MavenResult all = MavenRun.in(work).timeout(Duration.ofMinutes(5)).run(arguments.toArray(String[]::new));
        Map<ArchetypeCase, Boolean> succeeded = new LinkedHashMap<>();
        for (ArchetypeCase one : bases.keySet()) {
            Pattern line = Pattern.compile(" " + Pattern.quote(one.name()) + " \\.* ?(SUCCESS|FAILURE)");
            Matcher summary = line.matcher(all.output());
            if (!summary.find()) {
                throw new AssertionError("Maven says nothing of " + one.name() + "\n" + all.output());
            }
            succeeded.put(one, summary.group(1).equals("SUCCESS"));
        }
        return succeeded;
    }

    private static String module(ArchetypeCase one, Path base) {
        return project(one.name(), "pom", """
                <build><plugins><plugin>
                  <groupId>org.apache.maven.plugins</groupId>
                  <artifactId>maven-archetype-plugin</artifactId>
                  <version>3.4.1</version>
                  <executions><execution>
                    <phase>process-sources</phase>
                    <goals><goal>generate</goal></goals>
                    <configuration>
                      <archetypeGroupId>%s</archetypeGroupId>
                      <archetypeArtifactId>%s</archetypeArtifactId>
                      <archetypeVersion>%s</archetypeVersion>
                      <archetypeCatalog>local</archetypeCatalog>
                      <outputDirectory>%s</outputDirectory>
                    </configuration>
                  </execution></executions>
                </plugin></plugins></build>
                """.formatted(one.group(), one.artifact(), one.version(), base));
    }

    private static String project(String name, String packaging, String body) {
        return "<project><modelVersion>4.0.0</modelVersion><groupId>stock</groupId><artifactId>" + name
                + "</artifactId><version>1</version><packaging>" + packaging + "</packaging>\n" + body + "</project>\n";
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sorts cases into groups that may share a command line.
     *
     * @param asksFor which properties a case's archetype knows
     */
    static List<List<ArchetypeCase>> groups(
            Collection<ArchetypeCase> cases, Function<ArchetypeCase, Set<String>> asksFor) {
        List<List<ArchetypeCase>> groups = new ArrayList<>();
        for (ArchetypeCase one : cases) {
            groups.stream()
                    .filter(group -> group.stream()
                            .allMatch(other ->
                                    fits(one, other, asksFor.apply(other)) && fits(other, one, asksFor.apply(one))))
                    .findFirst()
                    .orElseGet(() -> {
                        groups.add(new ArrayList<>());
                        return groups.get(groups.size() - 1);
                    })
                    .add(one);
        }
        return groups;
    }

    /** Whether what one is given means nothing else to the other, which knows some keys. */
    private static boolean fits(ArchetypeCase one, ArchetypeCase other, Set<String> keys) {
        return one.given().entrySet().stream()
                .allMatch(property -> property.getValue().equals(other.given().get(property.getKey()))
                        || (!other.given().containsKey(property.getKey()) && !keys.contains(property.getKey())));
    }
}
