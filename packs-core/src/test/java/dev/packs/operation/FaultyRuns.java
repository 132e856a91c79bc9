package dev.packs.operation;

import dev.packs.io.WatchedDisk;
import dev.packs.pack.PackRef;
import dev.packs.variables.DetectedValues;
import dev.packs.version.VersionConstraint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the tests of faults run, in a process of its own or in this one: an installation of fifty packages in twenty levels, a scaffold and a build-bound output of a hundred files. */
final class FaultyRuns {

    static final int LEVELS = 20;
    static final int PACKAGES = 50;
    static final int FILES = 100;

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Bench bench;
    private final Path folder;

    /**
     * Everything lies in one folder.
     *
     * @param folder with {@code home}, and a lock, a scaffold {@code shop} or an output {@code out}
     */
    FaultyRuns(Path folder) {
        this.folder = folder;
        bench = new Bench(folder);
    }

    /** One run. Arguments: its folder, what to run, with what, and the step before which the process is halted, 0 for never. Prints how many steps there were. */
    public static void main(String[] arguments) {
        try (WatchedDisk disk = WatchedDisk.haltingBefore(Integer.parseInt(arguments[3]))) {
            new FaultyRuns(Path.of(arguments[0])).run(arguments[1], arguments[2]);
            System.out.println(disk.steps());
        }
    }

    /** @param of the number of levels, or the version of the pack */
    void run(String what, String of) {
        switch (what) {
            case "install" -> install(Integer.parseInt(of), bench.lockFile());
            case "install-aside" ->
                install(Integer.parseInt(of), folder.resolve("app-" + of).resolve("packs.lock"));
            case "scaffold" -> scaffold(of);
            case "declared" -> declared(of);
            default -> throw new IllegalArgumentException(what);
        }
    }

    Bench bench() {
        return bench;
    }

    /** A pack for each level, which needs that of the level below and two or three packages. */
    void install(int levels, Path lockFile) {
        int packages = 0;
        for (int level = 0; level < LEVELS; level++) {
            StringBuilder manifest = new StringBuilder();
            for (int i = 0; i < (level % 2 == 0 ? 3 : 2); i++) {
                String id = String.format(Locale.ROOT, "package-%02d", packages++);
                bench.packages.offer(id, "1.0");
                manifest.append("[[packages]]\nname = \"org.example:")
                        .append(id)
                        .append("\"\nversion = \"1.0\"\n");
            }
            if (level > 0) {
                manifest.append("[[dependencies]]\npack = \"com.acme:level-")
                        .append(level - 1)
                        .append("\"\nversion = \"*\"\n");
            }
            bench.packs.pack("level-" + level, "1.0.0", manifest.toString());
        }
        new InstallPacks(bench.prepare(), bench.use())
                .run(new InstallPacks.Request(
                        "app", Bench.requirements("level-" + (levels - 1) + "@*"), Map.of(), lockFile, false));
    }

    private void publish(String version) {
        int first = version.startsWith("1") ? 0 : FILES / 5;
        StringBuilder manifest = new StringBuilder();
        for (int i = first; i < first + FILES / 2; i++) {
            manifest.append(String.format(
                    Locale.ROOT,
                    "[[templates]]%nname = \"t%d\"%nsource = \"templates/t%d\"%noutput = \"rendered/%d/t%d.txt\"%n",
                    i,
                    i,
                    i % 7,
                    i));
        }
        var files = bench.packs.pack("many", version, manifest.toString());
        for (int i = first; i < first + FILES / 2; i++) {
            // Every third file is equal in both versions.
            files.with("templates/t" + i, "t" + i + " [(${1 + 1})] " + (i % 3 == 0 ? "" : version) + "\n");
            files.with("files/plain/" + i % 5 + "/f" + i + ".txt", "f" + i + (i % 3 == 0 ? "" : version) + "\n");
        }
    }

    private void scaffold(String version) {
        publish(version);
        new GenerateProject(bench.library(), bench.prepare(), bench.use(), bench.engines())
                .run(new GenerateProject.Request(
                        (PackRef.Named) PackRef.parse("many"),
                        Optional.of("shop"),
                        folder,
                        Optional.empty(),
                        List.of(),
                        new GenerateProject.Answers(
                                List.of("com.acme"),
                                Map.of(),
                                Optional.empty(),
                                project -> DetectedValues.ofScaffold(Optional.of(project), Optional.of("Ann"), NOW)),
                        new GenerateProject.Mode(false, true, false, false)));
    }

    private void declared(String version) {
        publish(version);
        List<PackDeclaration> declarations = new ArrayList<>();
        declarations.add(new PackDeclaration(
                "many",
                Bench.name("many"),
                VersionConstraint.parse(version),
                new TreeMap<>(),
                Optional.empty(),
                List.of()));
        Module module = new Module("app", folder, folder.resolve("out"), declarations, Map.of(), Optional.empty());
        new GenerateDeclared(bench.prepare(), bench.use(), bench.graphs)
                .run(new GenerateDeclared.Request(
                        module,
                        "settings",
                        Map.of(),
                        Optional.empty(),
                        module.ids(),
                        new GenerateDeclared.Mode("packs 1", false, false, false, false, true)));
    }
}
