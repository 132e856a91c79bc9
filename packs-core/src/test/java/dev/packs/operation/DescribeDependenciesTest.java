package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.lock.PackLock;
import dev.packs.report.JsonReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeDependenciesTest {

    @TempDir
    private Path folder;

    @Test
    void the_tree_shows_who_needs_what_and_each_pack_in_full_once() {
        Bench bench = new Bench(folder);
        bench.packs.pack("core", "1.0.0", "");
        bench.packs.pack(
                "base", "1.1.0", needs("core", "") + "[[packages]]\nname = \"org.example:css\"\nversion = \"1\"\n");
        bench.packs.pack("web", "2.0.0", needs("base", "") + needs("core", "optional = true\n"));

        DescribeDependencies.Tree tree = new DescribeDependencies(bench.prepare())
                .run(
                        "app",
                        new PreparePacks.Request(Bench.requirements("web@^2.0", "base@*"), PackLock.empty(), Map.of()));

        assertThat(tree.lines())
                .containsExactly(
                        "app",
                        "+- com.acme:web:2.0.0 (^2.0)",
                        "|  +- com.acme:base:1.1.0 (^1.0), 1 package",
                        "|  |  \\- com.acme:core:1.0.0 (^1.0)",
                        "|  \\- com.acme:core:1.0.0 (^1.0, optional)",
                        "\\- com.acme:base:1.1.0 (*), 1 package, as above",
                        "3 packs in 3 levels");
        assertThat(JsonReport.succeeded("dependencies", tree))
                .contains("\"from\" : \"com.acme:web:2.0.0\"", "\"optional\" : true");
        assertThat(folder.resolve("home")).doesNotExist();
        assertThat(bench.packages.fetched).isEmpty();
    }

    @Test
    void a_drawing_has_each_pack_once_and_nothing_that_could_end_a_text() {
        Bench bench = new Bench(folder);
        bench.packs.pack("core", "1.0.0", "");
        bench.packs.pack("base", "1.1.0", needs("core", ""));
        bench.packs.pack("web", "2.0.0", needs("base", "") + needs("core", "optional = true\n"));
        DescribeDependencies describe = new DescribeDependencies(bench.prepare());
        List<DescribeDependencies.Tree> trees = List.of(
                describe.run(
                        "a \"b\"\\",
                        new PreparePacks.Request(Bench.requirements("web@>=2.0 <3"), PackLock.empty(), Map.of())),
                describe.run(
                        "other", new PreparePacks.Request(Bench.requirements("base@^1"), PackLock.empty(), Map.of())));

        assertThat(DependencyDrawing.mermaid(trees)).isEqualTo("""
            flowchart TD
                n0(["a #34;b#34;#92;"])
                n1["com.acme:web:2.0.0"]
                n2["com.acme:base:1.1.0"]
                n3["com.acme:core:1.0.0"]
                n4(["other"])
                n0 -->|"#62;=2.0 #60;3"| n1
                n1 -->|"^1.0"| n2
                n1 -.->|"^1.0"| n3
                n2 -->|"^1.0"| n3
                n4 -->|"^1"| n2
            """);
        assertThat(DependencyDrawing.dot(trees)).isEqualTo("""
            digraph packs {
                n0 [label="a \\"b\\"\\\\", shape=oval];
                n1 [label="com.acme:web:2.0.0", shape=box];
                n2 [label="com.acme:base:1.1.0", shape=box];
                n3 [label="com.acme:core:1.0.0", shape=box];
                n4 [label="other", shape=oval];
                n0 -> n1 [label=">=2.0 <3"];
                n1 -> n2 [label="^1.0"];
                n1 -> n3 [label="^1.0", style=dashed];
                n2 -> n3 [label="^1.0"];
                n4 -> n2 [label="^1"];
            }
            """);
    }

    private static String needs(String id, String more) {
        return "[[dependencies]]\npack = \"com.acme:" + id + "\"\nversion = \"^1.0\"\n" + more;
    }
}
