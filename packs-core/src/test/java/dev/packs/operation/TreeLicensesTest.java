package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackId;
import dev.packs.pack.PackageCoordinates;
import dev.packs.version.Version;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeLicensesTest {

    @TempDir
    private Path folder;

    private Bench bench;
    private final Map<PackageCoordinates, List<String>> poms = new HashMap<>();

    @BeforeEach
    void open() {
        bench = new Bench(folder);
    }

    private static String asks(String id, String constraint, String more) {
        return "[[packages]]\nname = \"org.example:" + id + "\"\nversion = \"" + constraint + "\"\n" + more;
    }

    private static String needs(String id) {
        return "[[dependencies]]\npack = \"com.acme:" + id + "\"\nversion = \"^1.0\"\n";
    }

    /** Offers a package, and the licences that its POM gives. */
    private void offer(String id, String version, List<String> licenses, PackageCoordinates... needs) {
        bench.packages.offer(id, version, needs);
        poms.put(MemoryPackages.jar(id, version), licenses);
    }

    private TreeLicenses.Found of(String id) {
        return new TreeLicenses(
                        bench.library(),
                        new InstallPackages(bench.packages, bench::store),
                        each -> Optional.ofNullable(poms.get(each)))
                .of(bench.library()
                        .manifest(new PackId(Bench.name(id), Version.parse("1.0.0")))
                        .manifest());
    }

    @Test
    void of_a_package_that_two_packs_want_the_version_is_told_that_would_be_installed() {
        bench.packs.pack("base", "1.0.0", "license = \"MIT\"\n" + asks("css", "^1.0", ""));
        bench.packs.pack("house", "1.0.0", "license = \"MIT\"\n" + needs("base") + asks("css", "~1.0", ""));
        offer("css", "1.0.3", List.of("EPL-2.0"));
        offer("css", "1.2.0", List.of("BUSL-1.1"));

        assertThat(of("house").licenses())
                .isEqualTo(Map.of(
                        "EPL-2.0", List.of("org.example:css:1.0.3"),
                        "MIT", List.of("com.acme:base:1.0.0", "com.acme:house:1.0.0")));
        assertThat(of("base").licenses()).containsKey("BUSL-1.1").doesNotContainKey("EPL-2.0");
    }

    @Test
    void what_a_package_brings_is_told_where_somebody_wants_that() {
        bench.packs.pack("alone", "1.0.0", asks("js", "^1.0", "transitive = false\n"));
        bench.packs.pack("whole", "1.0.0", asks("js", "^1.0", "transitive = true\n") + asks("css", "~1.0", ""));
        offer(
                "js",
                "1.1.0",
                List.of("MIT", "Apache-2.0"),
                MemoryPackages.jar("css", "1.2.0"),
                MemoryPackages.jar("font", "2.0"));
        offer("css", "1.0.3", List.of());
        offer("css", "1.2.0", List.of("BUSL-1.1"));

        assertThat(of("alone").licenses())
                .isEqualTo(Map.of(
                        "Apache-2.0", List.of("org.example:js:1.1.0"),
                        "MIT", List.of("org.example:js:1.1.0"),
                        "not stated", List.of("com.acme:alone:1.0.0")));
        assertThat(of("whole").licenses())
                .isEqualTo(Map.of(
                        "Apache-2.0", List.of("org.example:js:1.1.0"),
                        "MIT", List.of("org.example:js:1.1.0"),
                        "not stated", List.of("com.acme:whole:1.0.0", "org.example:css:1.0.3"),
                        "not known", List.of("org.example:font:2.0")));
    }

    @Test
    void a_package_that_cannot_be_had_hides_no_other() {
        bench.packs.pack(
                "house",
                "1.0.0",
                asks("gone", "^1.0", "")
                        + asks("maybe", "^1.0", "optional = true\n")
                        + asks("css", "^1.0", "")
                        + asks("js", "^1.0", "transitive = true\n"));
        offer("css", "1.0.0", List.of("MIT"));
        offer("js", "1.0.0", List.of("EPL-2.0"));
        bench.packages.unclear.add(MemoryPackages.jar("js", "1.0.0"));

        TreeLicenses.Found found = of("house");

        assertThat(found.licenses())
                .containsEntry("MIT", List.of("org.example:css:1.0.0"))
                .containsEntry("EPL-2.0", List.of("org.example:js:1.0.0"))
                .containsEntry("not known", List.of("org.example:gone", "org.example:maybe"));
        assertThat(found.warnings()).extracting(Problem::code).containsExactly(ProblemCode.FETCH_FAILED);
    }
}
