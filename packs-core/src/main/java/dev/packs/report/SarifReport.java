package dev.packs.report;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Problems in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines that they are about. */
public final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private static final String VERSION = "2.1.0";
    private static final String ROOT = "SRCROOT";

    private final String packsVersion;
    private final Path root;
    private final Map<String, Path> packs;

    /**
     * @param root that files are named relative to
     * @param packs from a pack's id, as places name it, to the folder that it is made of
     */
    public SarifReport(String packsVersion, Path root, Map<String, Path> packs) {
        this.packsVersion = packsVersion;
        this.root = root.toAbsolutePath().normalize();
        this.packs = Map.copyOf(packs);
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
        problem.place().ifPresent(place -> result.put("locations", List.of(location(place))));
        return result;
    }

    private Map<String, Object> location(Place place) {
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact(place.file()));
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

    private Map<String, Object> artifact(String file) {
        Path path = Path.of(file);
        int inside = file.indexOf("!/");
        if (inside >= 0) {
            Path folder = packs.get(file.substring(0, inside));
            if (folder == null) {
                return Map.of("uri", uri(file));
            }
            path = folder.resolve(file.substring(inside + 2));
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
