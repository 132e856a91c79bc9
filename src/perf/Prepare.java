import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes what measure.sh compares: an archetype and a pack of so many files from one text, projects that bind each contender, and a market of ten packages. The archetype
 * and the pack are equivalent: the same paths, the same bytes out.
 */
public final class Prepare {

    private static final int SIZE = 2048;
    private static final String VERSION = "1.0.0";

    /** A manifest holds at most 64 KiB, so bigger packs render each template for many rows. */
    private static final int MOST_TEMPLATES = 100;

    /** Archetypes that are imported in one goal. */
    private static final int MANY = 100;

    private static final int GROUPS = 10;
    private static final int ROWS = 10_000;

    private static final int LEVELS = 20;

    /** Packs that are composed. */
    private static final int PARTS = 5;

    public static void main(String... arguments) throws IOException {
        Path work = Path.of(arguments[0]);
        String packs = arguments[1];
        Path repository = work.resolve("repository");
        for (int files : new int[] {12, 100, 1_000, 10_000}) {
            archetype(repository, "archetype-" + files, files);
            pack(repository, "pack-" + files, files);
            answers(work, files);
        }
        for (int i = 0; i < MANY; i++) {
            archetype(repository, "many-" + i, 12);
        }
        for (int i = 0; i < PARTS; i++) {
            part(repository, i);
        }
        Files.writeString(work.resolve("answers-parts.toml"), Files.readString(work.resolve("answers-12.toml")));
        rows(work, repository);
        project(work.resolve("empty"), "");
        project(work.resolve("noop"), plugin("perf", "noop-maven-plugin", "1.0.0", "go", ""));
        resources(work.resolve("resources-1000"), 1_000);
        for (int files : new int[] {100, 1_000}) {
            String declared = "<packs><pack><id>made</id><groupId>perf</groupId><artifactId>pack-" + files
                    + "</artifactId><version>" + VERSION + "</version><answers>" + work.resolve("answers-" + files + ".toml")
                    + "</answers></pack></packs>";
            project(work.resolve("packs-" + files), plugin("dev.packs", "packs-maven-plugin", packs, "generate", declared));
        }
        market(work.resolve("market"));
        levels(work, repository);
    }

    private static final Map<String, String> VARIABLES = new LinkedHashMap<>();

    static {
        VARIABLES.put("company", "Acme");
        VARIABLES.put("colour", "blue");
        VARIABLES.put("city", "Bern");
        VARIABLES.put("fruit", "pear");
        VARIABLES.put("river", "Aare");
    }

    /** One template of 2 KB: five substitutions, a loop of five rounds, and filler. */
    private static String template(String title, Map<String, String> places, String loop) {
        StringBuilder text = new StringBuilder(title + "\n");
        places.forEach((name, place) -> text.append(name).append(": ").append(place).append('\n'));
        text.append(loop);
        while (text.length() < SIZE) {
            text.append("The quick brown fox jumps over the lazy dog in line after line of text.\n");
        }
        return text.toString();
    }

    private static Map<String, String> places(String before, String after) {
        Map<String, String> places = new LinkedHashMap<>();
        VARIABLES.keySet().forEach(name -> places.put(name, before + name + after));
        return places;
    }

    private static void archetype(Path repository, String id, int files) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        String required = VARIABLES.keySet().stream()
                .map(name -> "<requiredProperty key=\"" + name + "\"/>")
                .collect(Collectors.joining());
        entries.put(
                "META-INF/maven/archetype-metadata.xml",
                "<archetype-descriptor name=\"perf\"><requiredProperties>" + required
                        + "</requiredProperties><fileSets><fileSet filtered=\"true\"><directory>files</directory>"
                        + "<includes><include>**/*.txt</include></includes></fileSet></fileSets></archetype-descriptor>");
        entries.put("archetype-resources/pom.xml", POM);
        String loop = "#foreach($n in [1..5])\nround $n\n#end\n";
        for (int i = 0; i < texts(files); i++) {
            entries.put(
                    "archetype-resources/files/" + path(i, files),
                    template("File " + i % rows(files), places("${", "}"), loop));
        }
        artifact(repository, "perf", id, VERSION, "maven-archetype", entries);
    }

    private static final String POM =
            "<project><modelVersion>4.0.0</modelVersion><groupId>${groupId}</groupId><artifactId>${artifactId}"
                    + "</artifactId><version>${version}</version></project>\n";

    private static void pack(Path repository, String id, int files) throws IOException {
        StringBuilder manifest = new StringBuilder(manifest("perf", id, VERSION));
        for (String name : VARIABLES.keySet()) {
            manifest.append("\n[[variables]]\nname = \"" + name + "\"\ntype = \"string\"\nrequired = true\n");
        }
        manifest.append("\n[[variables]]\nname = \"rounds\"\ntype = \"list\"\nitems = { type = \"integer\" }\n")
                .append("default = [1, 2, 3, 4, 5]\n");
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("pack.toml", "");
        manifest.append("\n[[templates]]\nname = \"pom\"\nsource = \"templates/pom.xml\"\noutput = \"pom.xml\"\n");
        entries.put(
                "templates/pom.xml",
                POM.replace("${groupId}", "perf").replace("${artifactId}", "made").replace("${version}", "1"));
        String loop = "[# th:each=\"n : ${rounds}\"]\nround [(${n})]\n[/]\n";
        boolean many = files > MOST_TEMPLATES;
        if (many) {
            manifest.append("\n[[variables]]\nname = \"rows\"\ntype = \"list\"\nitems = { type = \"integer\" }\nrequired = true\n");
        }
        int templates = many ? GROUPS : texts(files);
        for (int i = 0; i < templates; i++) {
            String output = many ? "g" + i + "/f[(${row})].txt" : path(i, files);
            manifest.append("\n[[templates]]\nname = \"t" + i + "\"\nsource = \"templates/" + i + ".txt\"\noutput = \"files/"
                    + output + "\"\n" + (many ? "for_each = \"row : rows\"\n" : ""));
            String title = "File " + (many ? "[(${row})]" : Integer.toString(i));
            entries.put("templates/" + i + ".txt", template(title, places("[(${", "})]"), loop));
        }
        entries.put("pack.toml", manifest.toString());
        artifact(repository, "perf", id, VERSION, "pack", entries);
    }

    /** One of the packs that are composed: 97 files of its own, and three that all of them give and that are merged. */
    private static void part(Path repository, int number) throws IOException {
        StringBuilder manifest = new StringBuilder(manifest("perf", "part-" + number, VERSION));
        for (String name : VARIABLES.keySet()) {
            manifest.append("\n[[variables]]\nname = \"" + name + "\"\ntype = \"string\"\nrequired = true\n");
        }
        manifest.append("\n[[variables]]\nname = \"rounds\"\ntype = \"list\"\nitems = { type = \"integer\" }\n")
                .append("default = [1, 2, 3, 4, 5]\n");
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("pack.toml", "");
        String loop = "[# th:each=\"n : ${rounds}\"]\nround [(${n})]\n[/]\n";
        for (int i = 0; i < 97; i++) {
            manifest.append("\n[[templates]]\nname = \"t" + i + "\"\nsource = \"templates/" + i + ".txt\"\noutput = \"part-"
                    + number + "/f" + i + ".txt\"\n");
            entries.put("templates/" + i + ".txt", template("File " + i, places("[(${", "})]"), loop));
        }
        entries.put(
                "files/pom.xml",
                "<project>\n    <modelVersion>4.0.0</modelVersion>\n    <groupId>perf</groupId>\n    <artifactId>made</artifactId>\n"
                        + "    <version>1</version>\n    <dependencies>\n        <dependency>\n            <groupId>perf</groupId>\n"
                        + "            <artifactId>needed-" + number + "</artifactId>\n            <version>1." + number
                        + "</version>\n        </dependency>\n    </dependencies>\n</project>\n");
        entries.put(
                "files/src/main/resources/application.yaml",
                "# What all have.\nserver:\n  port: 8080\npart-" + number + ":\n  # Ours.\n  enabled: true\n  names: [a, b]\n");
        entries.put("files/README.md", "# made\n\nOne of five.\n\n## Part " + number + "\n\nWhat it does.\n");
        entries.put("pack.toml", manifest.toString());
        artifact(repository, "perf", "part-" + number, VERSION, "pack", entries);
    }

    /** Two packs with one template for 10,000 rows: one asks a graph for them, the other takes them as a list of objects. */
    private static void rows(Path work, Path repository) throws IOException {
        StringBuilder graph = new StringBuilder("@prefix : <https://perf.example/ns#> .\n");
        StringBuilder list = new StringBuilder("rows = [\n");
        for (int i = 0; i < ROWS; i++) {
            graph.append(":row" + i + " :number " + i + " ; :name \"row " + i + "\" .\n");
            list.append("    { number = " + i + ", name = \"row " + i + "\" },\n");
        }
        String query = "PREFIX : <https://perf.example/ns#>\nSELECT ?number ?name WHERE { ?row :number ?number ; :name ?name } ORDER BY ?number\n";
        String variable = "\n[[variables]]\nname = \"rows\"\ntype = \"list\"\nrequired = true\n"
                + "items = { type = \"object\", fields = [{ name = \"number\", type = \"integer\" }, { name = \"name\" }] }\n";
        rows(repository, "rows-list", variable, "rows", Map.of());
        rows(
                repository,
                "rows-graph",
                "\n[sparql_queries]\nrows = \"queries/rows.rq\"\n",
                "query(rows)",
                Map.of("graph/rows.ttl", graph.toString(), "queries/rows.rq", query));
        Files.writeString(work.resolve("answers-rows-list.toml"), list + "]\n");
        Files.writeString(work.resolve("answers-rows-graph.toml"), "");
    }

    private static void rows(Path repository, String id, String declared, String rows, Map<String, String> files)
            throws IOException {
        Map<String, String> entries = new LinkedHashMap<>(files);
        String text = template("Row [(${row.number})]: [(${row.name})]", Map.of(), "");
        entries.put("templates/row.txt", text);
        entries.put(
                "pack.toml",
                manifest("perf", id, VERSION) + "\n[[templates]]\nname = \"row\"\nsource = \"templates/row.txt\"\n"
                        + "output = \"files/f[(${row.number})].txt\"\nfor_each = \"row : " + rows + "\"\n" + declared);
        artifact(repository, "perf", id, VERSION, "pack", entries);
    }

    private static String manifest(String group, String id, String version) {
        return "[pack]\ngroup = \"" + group + "\"\nid = \"" + id + "\"\nversion = \"" + version + "\"\nname = \"" + id
                + "\"\ndescription = \"Measured.\"\ncategory = \"other\"\nlicense = \"Apache-2.0\"\n";
    }

    private static String path(int number, int files) {
        return "g" + number / rows(files) + "/f" + number % rows(files) + ".txt";
    }

    /** How many files come from one template of a pack; an archetype has a template for each. */
    private static int rows(int files) {
        return files > MOST_TEMPLATES ? files / GROUPS : files;
    }

    /** The files that are not the pom. */
    private static int texts(int files) {
        return files > MOST_TEMPLATES ? files : files - 1;
    }

    private static void answers(Path folder, int files) throws IOException {
        String rows = IntStream.range(0, rows(files)).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        StringBuilder text = new StringBuilder();
        VARIABLES.forEach((name, value) -> text.append(name + " = \"" + value + "\"\n"));
        text.append(files > MOST_TEMPLATES ? "rows = [" + rows + "]\n" : "");
        Files.writeString(folder.resolve("answers-" + files + ".toml"), text);
    }

    /** Ten packages of 200 kB and the pack that installs them. */
    private static void market(Path repository) throws IOException {
        StringBuilder manifest = new StringBuilder(manifest("perf", "ten", VERSION));
        for (int i = 0; i < 10; i++) {
            Map<String, String> entries = new LinkedHashMap<>();
            for (int file = 0; file < 20; file++) {
                entries.put("web/" + file + ".js", template("File " + file, Map.of(), "").repeat(5));
            }
            artifact(repository, "perf.market", "package-" + i, VERSION, "jar", entries);
            manifest.append("\n[[packages]]\nname = \"perf.market:package-" + i + "\"\nversion = \"^1.0\"\n");
        }
        artifact(repository, "perf.market", "ten", VERSION, "pack", Map.of("pack.toml", manifest.toString().replace("\"perf\"", "\"perf.market\"")));
    }

    /** Fifty packages of ten files, the packs in twenty levels that install them, and a project that depends on the same packages. */
    private static void levels(Path work, Path repository) throws IOException {
        StringBuilder dependencies = new StringBuilder();
        int packages = 0;
        for (int level = 0; level < LEVELS; level++) {
            StringBuilder manifest = new StringBuilder(manifest("perf", "level-" + level, VERSION));
            for (int i = 0; i < (level % 2 == 0 ? 3 : 2); i++) {
                String id = "levelled-" + packages++;
                Map<String, String> entries = new LinkedHashMap<>();
                for (int file = 0; file < 10; file++) {
                    entries.put("web/" + id + "/" + file + ".js", template("File " + file + " of " + id, Map.of(), ""));
                }
                artifact(repository, "perf", id, VERSION, "jar", entries);
                manifest.append("\n[[packages]]\nname = \"perf:" + id + "\"\nversion = \"^1.0\"\n");
                dependencies.append("<dependency><groupId>perf</groupId><artifactId>" + id + "</artifactId><version>"
                        + VERSION + "</version></dependency>");
            }
            if (level > 0) {
                manifest.append("\n[[dependencies]]\npack = \"perf:level-" + (level - 1) + "\"\nversion = \"^1.0\"\n");
            }
            artifact(repository, "perf", "level-" + level, VERSION, "pack", Map.of("pack.toml", manifest.toString()));
        }
        project(work.resolve("unpacked"), "");
        Path pom = work.resolve("unpacked/pom.xml");
        Files.writeString(
                pom, Files.readString(pom).replace("<build>", "<dependencies>" + dependencies + "</dependencies><build>"));
    }

    private static void artifact(
            Path repository, String group, String id, String version, String packaging, Map<String, String> entries)
            throws IOException {
        Path home = Files.createDirectories(repository.resolve(group.replace('.', '/')).resolve(id).resolve(version));
        Path jar = home.resolve(id + "-" + version + ".jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTime(1_767_225_600_000L);
                zip.putNextEntry(header);
                zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        if (packaging.equals("pack")) {
            Files.writeString(home.resolve(id + "-" + version + ".toml"), entries.get("pack.toml"));
        }
        Files.writeString(
                home.resolve(id + "-" + version + ".pom"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>" + group + "</groupId><artifactId>" + id
                        + "</artifactId><version>" + version + "</version><packaging>" + packaging
                        + "</packaging></project>\n");
        String metadata = "<metadata><groupId>" + group + "</groupId><artifactId>" + id
                + "</artifactId><versioning><versions><version>" + version
                + "</version></versions><lastUpdated>20260101000000</lastUpdated></versioning></metadata>\n";
        Files.writeString(home.getParent().resolve("maven-metadata.xml"), metadata);
        Files.writeString(home.getParent().resolve("maven-metadata-local.xml"), metadata);
    }

    private static void resources(Path folder, int files) throws IOException {
        project(
                folder,
                "<plugin><artifactId>maven-resources-plugin</artifactId><version>3.3.1</version><executions><execution>"
                        + "<phase>generate-sources</phase><goals><goal>resources</goal></goals></execution></executions></plugin>");
        Path pom = folder.resolve("pom.xml");
        String properties = VARIABLES.entrySet().stream()
                .map(v -> "<" + v.getKey() + ">" + v.getValue() + "</" + v.getKey() + ">")
                .collect(Collectors.joining());
        Files.writeString(
                pom,
                Files.readString(pom)
                        .replace("<properties>", "<properties>" + properties)
                        .replace(
                                "<build>",
                                "<build><resources><resource><directory>src/main/resources</directory><filtering>true"
                                        + "</filtering></resource></resources>"));
        for (int i : IntStream.range(0, files).toArray()) {
            Path file = folder.resolve("src/main/resources").resolve(path(i, files));
            Files.createDirectories(file.getParent());
            Files.writeString(file, template("File " + i, places("${", "}"), ""));
        }
    }

    private static String plugin(String group, String id, String version, String goal, String configuration) {
        return "<plugin><groupId>" + group + "</groupId><artifactId>" + id + "</artifactId><version>" + version
                + "</version><executions><execution><goals><goal>" + goal + "</goal></goals><configuration>"
                + configuration + "</configuration></execution></executions></plugin>";
    }

    private static void project(Path folder, String plugins) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>perf</groupId><artifactId>" + folder.getFileName()
                        + "</artifactId><version>1</version><packaging>jar</packaging><properties>"
                        + "<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>"
                        + "<project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>"
                        + "</properties><build><plugins>" + plugins + "</plugins></build></project>\n");
    }
}
