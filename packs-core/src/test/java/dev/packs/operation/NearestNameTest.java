package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.graph.GraphLimits;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackRef;
import dev.packs.variables.DetectedValues;
import dev.packs.version.VersionConstraint;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Wherever a name can be mistyped, the answer has the one that was most likely meant. The names of parameters and their words are looked at where they are read. */
class NearestNameTest {

    private static final String VARIABLES = """
            [[variables]]
            name = "colour"
            options = ["red", "green"]
            default = "red"

            [sparql_queries]
            things = "queries/things.rq"
            """;

    @TempDir
    private Path folder;

    /** What somebody mistyped, to what they meant. */
    @TestFactory
    Stream<DynamicTest> the_nearest_name_is_suggested() {
        Bench bench = new Bench(folder);
        bench.packs
                .pack("tool", "1.0.0", VARIABLES)
                .with("files/a.txt", "a")
                .with("queries/things.rq", "SELECT * { ?s ?p ?o }");
        bench.install("tool@*");
        Map<String, Map.Entry<String, Supplier<Object>>> places = new LinkedHashMap<>();
        List<String> none = List.of();
        places.put("show, diff", Map.entry("alpha", () -> new ShowPack(bench.library(), none).run(ref("alhpa"))));
        places.put("info", Map.entry("alpha", () -> info(bench, "alhpa")));
        places.put(
                "a group",
                Map.entry("test.packs:alpha", () -> new ShowPack(bench.library(), none).run(ref("test.pakcs:alpha"))));
        places.put(
                "another group",
                Map.entry("test.packs:alpha", () -> new ShowPack(bench.library(), none).run(ref("com.acme:alpha"))));
        places.put(
                "score, validate, publish, dependencies, export, update",
                Map.entry("alpha", () -> bench.library().require(ref("alhpa"), none)));
        places.put("install", Map.entry("alpha", () -> bench.install("alhpa@*")));
        places.put("generate, plan", Map.entry("alpha", () -> generate(bench, "alhpa", Map.of())));
        places.put("compose", Map.entry("alpha", () -> compose(bench, "alhpa", "")));
        places.put(
                "uninstall",
                Map.entry(
                        "alpha", () -> UninstallPacks.require(ref("alhpa"), bench.library(), none, PackLock.empty())));
        places.put(
                "uninstall what is locked",
                Map.entry(
                        "com.acme:tool",
                        () -> UninstallPacks.require(
                                ref("com.acme:tol"),
                                bench.library(),
                                none,
                                LockFile.read(bench.lockFile()).before())));
        places.put(
                "update",
                Map.entry(
                        "com.acme:tool",
                        () -> new UpdateLocks(bench.prepare(), bench.use())
                                .run(new UpdateLocks.Request(
                                        List.of(module(Map.of())), Set.of(Bench.name("toll")), true))));
        places.put("category", Map.entry("web", () -> list(bench, Optional.of("wbe"), Optional.empty())));
        places.put("tag", Map.entry("rest", () -> list(bench, Optional.empty(), Optional.of("rset"))));
        places.put("variable", Map.entry("-Dvar.colour", () -> generate(bench, "tool", Map.of("var.colur", "red"))));
        places.put(
                "pack of a variable",
                Map.entry("-Dvar.tool.colour", () -> generate(bench, "tool", Map.of("var.tol.colour", "red"))));
        places.put("option", Map.entry("green", () -> generate(bench, "tool", Map.of("var.colour", "gren"))));
        places.put("variable in a file", Map.entry("colour", () -> {
            Bench.write(folder.resolve("answers.toml"), "colur = \"red\"\n");
            return generate(bench, "tool", Map.of("file", "answers.toml"));
        }));
        places.put(
                "variable in a pom",
                Map.entry(
                        "colour",
                        () -> new GenerateDeclared(bench.prepare(), bench.use(), bench.graphs)
                                .run(new GenerateDeclared.Request(
                                        module(Map.of("colur", "red")),
                                        "settings",
                                        Map.of(),
                                        Optional.empty(),
                                        Set.of("tool"),
                                        new GenerateDeclared.Mode("packs 1", false, false, false, true, true)))));
        places.put("query of a pack", Map.entry("things", () -> ask(bench, "thigns", "com.acme:tool")));
        places.put("query of ours", Map.entry("find_dependents", () -> ask(bench, "find_dependent", "com.acme:tool")));
        places.put("strategy", Map.entry("first", () -> compose(bench, "com.acme:tool", "**=frist")));
        places.put("pattern", Map.entry("a.txt", () -> compose(bench, "com.acme:tool", "b.txt=first")));
        places.put("case", Map.entry("first", () -> {
            throw GoldenCase.unknown("frist", Set.of("first", "other")).asException();
        }));
        return places.entrySet().stream()
                .map(place -> DynamicTest.dynamicTest(
                        place.getKey(),
                        () -> assertThat(said(place.getValue().getValue()))
                                .containsIgnoringCase(
                                        "did you mean `" + place.getValue().getKey() + "`?")));
    }

    /** What was wrong, or else what was reported. */
    private static String said(Supplier<Object> call) {
        try {
            Object report = call.get();
            StringBuilder text = new StringBuilder(String.join("\n", ((Report) report).lines()));
            for (Problem warning : ((Report) report).warnings()) {
                text.append('\n').append(warning);
            }
            return text.toString();
        } catch (PacksException wrong) {
            return String.valueOf(wrong.problems());
        }
    }

    private static PackRef.Named ref(String text) {
        return (PackRef.Named) PackRef.parse(text);
    }

    private static Object info(Bench bench, String pack) {
        TreeLicenses licenses = new TreeLicenses(
                bench.library(), new InstallPackages(bench.packages, bench::store), each -> Optional.empty());
        return new InfoPack(bench.library(), List.of(), atHand(bench), licenses).run(ref(pack), Optional::empty);
    }

    private static PacksAtHand atHand(Bench bench) {
        return new PacksAtHand(bench.library(), List::of, Optional.empty());
    }

    private static Object list(Bench bench, Optional<String> category, Optional<String> tag) {
        return new SearchPacks(atHand(bench), Optional::empty).run(SearchPacks.Request.list(category, tag, false));
    }

    private static Object ask(Bench bench, String query, String pack) {
        return new AskGraph(new PackGraph(bench.library(), List.of(), List::of), FakeEngine::new)
                .run(new AskGraph.Question(
                        List.of(ref(pack)),
                        Optional.of(query),
                        Optional.empty(),
                        Map.of(),
                        Optional.empty(),
                        GraphLimits.standard(),
                        false));
    }

    private GenerateProject.Request project(String pack, Map<String, String> said) {
        Map<String, String> properties = new HashMap<>(said);
        Optional<Path> answers = Optional.ofNullable(properties.remove("file")).map(folder::resolve);
        return new GenerateProject.Request(
                ref(pack),
                Optional.of("app"),
                folder,
                Optional.empty(),
                List.of(),
                new GenerateProject.Answers(List.of("com.acme"), properties, answers, project -> DetectedValues.none()),
                new GenerateProject.Mode(true, false, false, false));
    }

    private static GenerateProject generator(Bench bench) {
        return new GenerateProject(bench.library(), bench.prepare(), bench.use(), bench.engines());
    }

    private Object generate(Bench bench, String pack, Map<String, String> said) {
        return generator(bench).run(project(pack, said));
    }

    private Object compose(Bench bench, String pack, String collisions) {
        return new ComposePacks(bench.library(), bench.prepare(), generator(bench), "0.1.0")
                .run(new ComposePacks.Request(
                        List.of(ref(pack)), collisions, Optional.empty(), project(pack, Map.of())));
    }

    private Module module(Map<String, String> variables) {
        return new Module(
                "app",
                folder,
                folder.resolve("out"),
                List.of(new PackDeclaration(
                        "tool",
                        Bench.name("tool"),
                        VersionConstraint.parse("*"),
                        new TreeMap<>(variables),
                        Optional.empty(),
                        List.of())),
                Map.of(),
                Optional.empty());
    }
}
