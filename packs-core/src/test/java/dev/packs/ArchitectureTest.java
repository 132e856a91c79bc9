package dev.packs;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Holds the dependency table of {@code docs/architecture.md} against the compiled classes. */
class ArchitectureTest {

    private static final String JACKSON = "com.fasterxml.jackson";
    private static final String THYMELEAF = "org.thymeleaf";
    private static final String RESOLVER = "org.eclipse.aether";

    /** Package below {@code dev.packs} to what it may use: packages of ours by their name, libraries by their prefix. The JDK and {@code dev.packs} itself are free to all. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("", Set.of()),
            Map.entry("version", Set.of()),
            Map.entry("io", Set.of()),
            Map.entry("fence", Set.of()),
            Map.entry("integrity", Set.of()),
            Map.entry("activity", Set.of()),
            Map.entry("progress", Set.of("activity", "terminal")),
            Map.entry("recording", Set.of("activity", "jdk.jfr")),
            Map.entry("graph", Set.of("activity")),
            Map.entry("search", Set.of("version", "pack")),
            Map.entry("archetype", Set.of("io", "integrity")),
            Map.entry("terminal", Set.of("io")),
            Map.entry("asking", Set.of("io", "pack", "manifest", "variables", "terminal")),
            Map.entry("hook", Set.of("io", "integrity", "pack", "manifest", "terminal")),
            Map.entry("draft", Set.of("pack", "rendering")),
            Map.entry("merge", Set.of("io")),
            Map.entry("markdown", Set.of()),
            Map.entry("site", Set.of("version", "io", "integrity", "markdown", "pack", "search")),
            Map.entry("endpoint", Set.of("graph", JACKSON)),
            Map.entry("description", Set.of("version", "io", "graph", "pack")),
            Map.entry("catalog", Set.of("version", "io", "integrity", "graph", "description", "pack", "search")),
            Map.entry("pack", Set.of("version", "io", "integrity")),
            Map.entry("manifest", Set.of("version", "pack", "io", "fence", "integrity", JACKSON)),
            Map.entry("resolution", Set.of("version", "pack")),
            Map.entry("lock", Set.of("version", "pack", "integrity", "manifest", JACKSON)),
            Map.entry("store", Set.of("version", "pack", "io", "integrity", "activity")),
            Map.entry(
                    "engine",
                    Set.of(
                            "graph",
                            "search",
                            "archetype",
                            "draft",
                            "markdown",
                            "merge",
                            "rendering",
                            "terminal",
                            "store",
                            "io",
                            "integrity")),
            Map.entry("source", Set.of("version", "pack", "manifest", "io", "integrity")),
            Map.entry(
                    "source.maven",
                    Set.of("version", "pack", "manifest", "io", "integrity", "activity", "source", "store", RESOLVER)),
            Map.entry("rendering", Set.of("pack", "io", THYMELEAF, "org.attoparser")),
            Map.entry("knowledge", Set.of("io", "rendering", "graph", "merge")),
            Map.entry("variables", Set.of("version", "pack", "io", "rendering", "manifest", "draft", "terminal")),
            Map.entry(
                    "generation",
                    Set.of(
                            "version",
                            "pack",
                            "io",
                            "integrity",
                            "activity",
                            "merge",
                            "rendering",
                            "variables",
                            "draft",
                            "terminal")),
            Map.entry(
                    "operation",
                    Set.of(
                            "version",
                            "io",
                            "integrity",
                            "activity",
                            "graph",
                            "archetype",
                            "description",
                            "draft",
                            "markdown",
                            "merge",
                            "site",
                            "catalog",
                            "search",
                            "pack",
                            "manifest",
                            "resolution",
                            "lock",
                            "store",
                            "source",
                            "rendering",
                            "variables",
                            "terminal",
                            "asking",
                            "hook",
                            "knowledge",
                            "generation")),
            Map.entry(
                    "report",
                    Set.of(
                            "version",
                            "io",
                            "integrity",
                            "activity",
                            "graph",
                            "pack",
                            "resolution",
                            "generation",
                            "operation",
                            JACKSON)));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.packs");

    @Test
    void every_package_uses_only_what_the_table_allows() {
        List<String> breaches = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            String home = roomOf(type.getPackageName());
            Set<String> allowed = MAY_USE.get(home);
            if (allowed == null) {
                breaches.add("package " + type.getPackageName() + " is not in the table");
                continue;
            }
            for (Dependency use : type.getDirectDependenciesFromSelf()) {
                String target = use.getTargetClass().getBaseComponentType().getPackageName();
                if (!isAllowed(home, allowed, target)) {
                    breaches.add(use.getDescription());
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    private static boolean isAllowed(String home, Set<String> allowed, String target) {
        if (target.isEmpty()
                || target.startsWith("java.")
                || target.startsWith("javax.")
                || target.startsWith("org.jspecify")) {
            return true;
        }
        if (target.equals("dev.packs") || target.startsWith("dev.packs.")) {
            String room = roomOf(target);
            return room.isEmpty() || room.equals(home) || allowed.contains(room);
        }
        return allowed.stream().anyMatch(library -> library.contains(".") && target.startsWith(library));
    }

    private static String roomOf(String packageName) {
        return packageName.equals("dev.packs") ? "" : packageName.substring("dev.packs.".length());
    }

    /** So that a test that watches {@code dev.packs.io.Disk} sees all of it. */
    @Test
    void store_locks_and_generations_change_the_file_system_through_one_port() {
        Set<String> rooms = Set.of("io", "store", "lock", "generation");
        Set<String> reading = Set.of(
                "exists",
                "find",
                "getFileAttributeView",
                "getFileStore",
                "getLastModifiedTime",
                "getPosixFilePermissions",
                "isDirectory",
                "isExecutable",
                "isRegularFile",
                "isSymbolicLink",
                "isWritable",
                "list",
                "newDirectoryStream",
                "newInputStream",
                "notExists",
                "readAllBytes",
                "readAllLines",
                "readAttributes",
                "readString",
                "size",
                "walk",
                "walkFileTree");
        List<String> breaches = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            if (!rooms.contains(roomOf(type.getPackageName())) || type.getName().equals("dev.packs.io.Disk")) {
                continue;
            }
            for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                String owner = call.getTargetOwner().getName();
                boolean changes = owner.equals("java.nio.file.Files") && !reading.contains(call.getName());
                boolean opens = owner.equals("java.nio.channels.FileChannel")
                        && Set.of("open", "write").contains(call.getName());
                boolean sets = owner.equals("java.nio.file.attribute.PosixFileAttributeView")
                        && call.getName().equals("setPermissions");
                if (changes || opens || sets || owner.equals("java.io.FileOutputStream")) {
                    breaches.add(call.getDescription());
                }
            }
        }
        assertThat(breaches).isEmpty();
    }

    @Test
    void no_cycles_between_packages() {
        slices().matching("dev.packs.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void enough_classes_were_scanned() {
        assertThat(CLASSES.size()).isGreaterThan(20);
    }
}
