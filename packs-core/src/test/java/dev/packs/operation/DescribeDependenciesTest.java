package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.lock.PackLock;
import dev.packs.report.JsonReport;
import java.nio.file.Path;
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

    private static String needs(String id, String more) {
        return "[[dependencies]]\npack = \"com.acme:" + id + "\"\nversion = \"^1.0\"\n" + more;
    }
}
