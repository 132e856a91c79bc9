package dev.packs.report;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Problems in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines that they are about. */
public final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String VERSION = "2.1.0";
    private static final String ROOT = "SRCROOT";

    private final String packsVersion;
    private final Path root;
    private final List<Source> sources;
    private final IdentityHashMap<Problem, Source> owners = new IdentityHashMap<>();

    /**
     * A pack that was looked at.
     *
     * @param id as places name it; two packs of two groups may have the same
     * @param place the folder or the jar that it is made of, if it lies anywhere
     * @param problems what was found, the very objects that are reported
     */
    public record Source(String id, Optional<Path> place, List<Problem> problems) {

        public Source {
            problems = List.copyOf(problems);
        }

        private Optional<Path> folder() {
            return place.filter(Files::isDirectory);
        }

        /** What a problem is about that has no place of its own. */
        private String manifest() {
            return folder().map(folder -> folder.resolve("pack.toml"))
                    .or(() -> place)
                    .map(Path::toString)
                    .orElse(id + "!/pack.toml");
        }
    }

    /** @param root that files are named relative to */
    public SarifReport(String packsVersion, Path root, List<Source> sources) {
        this.packsVersion = packsVersion;
        this.root = root.toAbsolutePath().normalize();
        this.sources = List.copyOf(sources);
        for (Source source : sources) {
            source.problems().forEach(problem -> owners.put(problem, source));
        }
    }

    /** The document. */
    public String of(List<Problem> errors, List<Problem> warnings) {
        TreeSet<ProblemCode> codes = new TreeSet<>();
        errors.forEach(problem -> codes.add(problem.code()));
        warnings.forEach(problem -> codes.add(problem.code()));
        List<ProblemCode> rules = List.copyOf(codes);
        List<Object> results = new ArrayList<>();
        errors.forEach(problem -> results.add(result(problem, "error", rules)));
        warnings.forEach(problem -> results.add(result(problem, "warning", rules)));
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver(rules)));
        run.put("columnKind", "utf16CodeUnits");
        run.put("results", results);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$schema", SCHEMA);
        document.put("version", VERSION);
        document.put("runs", List.of(run));
        return JsonReport.plain(document);
    }

    private Map<String, Object> driver(List<ProblemCode> rules) {
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "Packs");
        driver.put("version", packsVersion);
        driver.put("rules", rules.stream().map(SarifReport::rule).toList());
        return driver;
    }

    /** The name is made of the code's: {@code OUTPUT_COLLISION} as {@code OutputCollision}. */
    private static Map<String, Object> rule(ProblemCode code) {
        StringBuilder name = new StringBuilder();
        for (String word : code.name().split("_", -1)) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", code.id());
        rule.put("name", name.toString());
        return rule;
    }

    private Map<String, Object> result(Problem problem, String level, List<ProblemCode> rules) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", problem.code().id());
        result.put("ruleIndex", rules.indexOf(problem.code()));
        result.put("level", level);
        result.put(
                "message",
                Map.of(
                        "text",
                        problem.message()
                                + problem.help().map(help -> "\nhelp: " + help).orElse("")));
        result.put("locations", List.of(location(problem)));
        return result;
    }

    /** Every result has one: there are code hosts that take no other. What no pack is to blame for, as an application that is down, is told of the build. */
    private Map<String, Object> location(Problem problem) {
        Optional<Source> owner = Optional.ofNullable(owners.get(problem));
        Place place = problem.place()
                .orElseGet(() -> Place.of(owner.map(Source::manifest).orElse("pom.xml")));
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact(place.file(), owner));
        if (place.line() > 0) {
            Map<String, Object> region = new LinkedHashMap<>();
            region.put("startLine", place.line());
            if (place.column() > 0) {
                region.put("startColumn", place.column());
            }
            physical.put("region", region);
        }
        return Map.of("physicalLocation", physical);
    }

    private Map<String, Object> artifact(String file, Optional<Source> owner) {
        Path path = Path.of(file);
        int inside = file.indexOf("!/");
        if (inside >= 0) {
            Optional<Path> folder = folder(file.substring(0, inside), owner);
            if (folder.isEmpty()) {
                return Map.of("uri", uri(file));
            }
            path = folder.get().resolve(file.substring(inside + 2));
        }
        Path absolute = root.resolve(path).normalize();
        if (!absolute.startsWith(root)) {
            return Map.of("uri", absolute.toUri().toString());
        }
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", uri(root.relativize(absolute).toString().replace('\\', '/')));
        artifact.put("uriBaseId", ROOT);
        return artifact;
    }

    /** Of the pack that the problem was found in, or of the only other one of this id. */
    private Optional<Path> folder(String id, Optional<Source> owner) {
        if (owner.isPresent() && owner.get().id().equals(id)) {
            return owner.get().folder();
        }
        List<Source> others =
                sources.stream().filter(source -> source.id().equals(id)).toList();
        return others.size() == 1 ? others.get(0).folder() : Optional.empty();
    }

    private static String uri(String path) {
        try {
            // A colon in the first segment would be a scheme.
            String relative = path.indexOf(':') >= 0 ? "./" + path : path;
            return new URI(null, null, relative, null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalArgumentException(path, impossible);
        }
    }
}
