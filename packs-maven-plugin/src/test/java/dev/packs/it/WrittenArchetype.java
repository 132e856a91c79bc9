package dev.packs.it;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archetype of {@code src/test/archetypes}, written by us for what those of Central lack.
 *
 * <pre>
 * NAME/jar/                the jar's content
 * NAME/jar.properties      optional: `first` are the jar's first entries, by comma, the rest is sorted; `folders` are entries for empty folders; `folderEntries=false` leaves out
 *                          entries for folders
 * NAME/CASE.properties     `claims` says what the case shows, `given.KEY` are the properties beside the four, which have values unless `without` names them, `below` names a folder of
 *                          `surroundings/`, `stock=fails` where the original fails, `packs=PACKS-nnn` where Packs refuses what the original does and `goal=PACKS-nnn` where the goal does
 *                          and the engine does not, with `because`
 * surroundings/NAME/       what lies where a project is generated
 * </pre>
 */
public record WrittenArchetype(String name, Path folder) {

    static final Path HOME = Path.of("src/test/archetypes").toAbsolutePath();

    private static final String GROUP = "com.acme.written";
    private static final String VERSION = "1.0";
    private static final long TIME = 1_767_225_600_000L;
    private static final Pattern KEY = Pattern.compile("<requiredProperty\\s+key\\s*=\\s*\"([^\"]*)\"");

    /**
     * What one {@code CASE.properties} says.
     *
     * @param fails whether the original does
     * @param refusal the code that the engine refuses it with although the original generates something
     * @param goalRefusal the code of the goal, the same unless the goal alone refuses it
     * @param because why
     */
    record Expectation(
            ArchetypeCase generation,
            String claims,
            boolean fails,
            Optional<String> refusal,
            Optional<String> goalRefusal,
            String because) {}

    static List<WrittenArchetype> all() {
        return all(HOME);
    }

    private static List<WrittenArchetype> all(Path home) {
        try (Stream<Path> folders = Files.list(home)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("jar")))
                    .sorted()
                    .map(folder -> new WrittenArchetype(folder.getFileName().toString(), folder))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For Groovy: puts all archetypes below a folder like {@code src/test/archetypes} into a repository. */
    public static void install(File home, File repository) {
        all(home.toPath()).forEach(archetype -> archetype.install(repository.toPath()));
    }

    /** For Groovy: makes the folder where a case is generated, with what surrounds it. */
    public static void prepare(File home, String name, File target) {
        all(home.toPath()).stream()
                .flatMap(archetype -> archetype.cases().stream())
                .map(Expectation::generation)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no case `" + name + "`"))
                .prepare(target.toPath());
    }

    String coordinates() {
        return GROUP + ":" + name + ":" + VERSION;
    }

    List<Expectation> cases() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".properties"))
                    .filter(file -> !file.endsWith("jar.properties"))
                    .sorted()
                    .map(this::expectation)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Expectation expectation(Path file) {
        Properties said = properties(file);
        Map<String, String> given = new TreeMap<>(Map.of(
                "groupId",
                "com.acme.shop",
                "artifactId",
                "shop",
                "version",
                "1.2-SNAPSHOT",
                "package",
                "com.acme.shop.core"));
        for (String key : said.stringPropertyNames()) {
            if (key.startsWith("given.")) {
                given.put(key.substring("given.".length()), said.getProperty(key));
            }
        }
        Arrays.stream(said.getProperty("without", "").split(",", -1)).forEach(given::remove);
        String stem = file.getFileName().toString().replace(".properties", "");
        ArchetypeCase generation = new ArchetypeCase(
                name + "." + stem,
                coordinates(),
                given,
                Optional.ofNullable(said.getProperty("below")).map(folder.resolveSibling("surroundings")::resolve));
        return new Expectation(
                generation,
                said.getProperty("claims"),
                "fails".equals(said.getProperty("stock")),
                Optional.ofNullable(said.getProperty("packs")),
                Optional.ofNullable(said.getProperty("goal", said.getProperty("packs"))),
                said.getProperty("because", ""));
    }

    /** Which properties the descriptor asks for, and those that every archetype has. */
    Set<String> keys() {
        Set<String> keys = new TreeSet<>(Set.of("groupId", "artifactId", "version", "package"));
        Path descriptor = folder.resolve("jar/META-INF/maven/archetype-metadata.xml");
        if (Files.exists(descriptor)) {
            KEY.matcher(read(descriptor)).results().forEach(found -> keys.add(found.group(1)));
        }
        return keys;
    }

    /** Puts the jar, with a POM, into a repository. */
    void install(Path repository) {
        Path jar = new ArchetypeCase(name, coordinates(), Map.of(), Optional.empty()).jar(repository);
        try {
            Files.createDirectories(jar.getParent());
            Files.writeString(
                    jar.resolveSibling(name + "-" + VERSION + ".pom"),
                    "<project><modelVersion>4.0.0</modelVersion><groupId>" + GROUP + "</groupId><artifactId>" + name
                            + "</artifactId><version>" + VERSION
                            + "</version><packaging>maven-archetype</packaging></project>\n");
            write(jar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path jar) throws IOException {
        Path content = folder.resolve("jar");
        Properties options = Files.exists(folder.resolve("jar.properties"))
                ? properties(folder.resolve("jar.properties"))
                : new Properties();
        Set<String> entries = new LinkedHashSet<>(list(options.getProperty("first", "")));
        Set<String> rest = new TreeSet<>(list(options.getProperty("folders", "")));
        try (Stream<Path> walk = Files.walk(content)) {
            for (Path path : (Iterable<Path>) walk.filter(path -> !path.equals(content))::iterator) {
                String name = content.relativize(path).toString().replace('\\', '/');
                if (Files.isRegularFile(path)) {
                    rest.add(name);
                } else if (!"false".equals(options.getProperty("folderEntries"))) {
                    rest.add(name + "/");
                }
            }
        }
        entries.addAll(rest);
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
            for (String name : entries) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTime(TIME);
                zip.putNextEntry(entry);
                if (!name.endsWith("/")) {
                    zip.write(Files.readAllBytes(content.resolve(name)));
                }
                zip.closeEntry();
            }
        }
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static Properties properties(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
