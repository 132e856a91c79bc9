package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.operation.ExamineStore;
import dev.packs.operation.ExaminedStore;
import dev.packs.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is installed and generated while something fails: fifty packages of packs in twenty levels, and a pack of a hundred files in two versions. */
final class FaultySet {

    static final int LEVELS = 20;
    static final int PACKAGES = 50;
    static final int FILES = 100;
    static final String GROUP = "com.acme.faults";

    private FaultySet() {}

    /** The packs {@code level-0} to {@code level-19}, each of which needs the one below. */
    static void publishLevels(Workbench bench) {
        int packages = 0;
        for (int level = 0; level < LEVELS; level++) {
            TestPack pack = TestPack.of(GROUP, "level-" + level, "1.0.0");
            for (int i = 0; i < (level % 2 == 0 ? 3 : 2); i++) {
                String id = String.format(Locale.ROOT, "package-%02d", packages++);
                pack = pack.installs(GROUP + ":" + id, "1.0.0");
                bench.publish()
                        .addPackage(
                                GROUP + ":" + id + ":1.0.0",
                                Map.of("a/" + id + ".txt", id.repeat(500), "b/" + id + ".txt", id.repeat(2000)));
            }
            bench.publish().add(level == 0 ? pack : pack.dependsOn(GROUP + ":level-" + (level - 1), "*"));
        }
    }

    /** The pack {@code many} with a hundred files; another version has other ones, eighty of the same names. */
    static void publishMany(Workbench bench, String version) {
        int first = version.startsWith("1") ? 0 : FILES / 5;
        Map<String, byte[]> files = new TreeMap<>();
        for (int i = first; i < first + FILES; i++) {
            files.put(
                    "files/" + i % 7 + "/f" + i + ".txt",
                    (version + " of " + i + "\n").repeat(400).getBytes(StandardCharsets.UTF_8));
        }
        TestPack empty = TestPack.of(GROUP, "many", version);
        bench.publish().add(new TestPack(empty.group(), empty.id(), empty.version(), empty.manifest(), files));
    }

    static String[] install(int levels) {
        return new String[] {Harness.plugin() + ":install", "-Dpack=" + GROUP + ":level-" + (levels - 1)};
    }

    /** Fails if anything in the store is not what it was when it was written; left-overs of killed runs are none of that. */
    static void verifies(Path store, String which) {
        assertThat(examining(store).look().failures()).as(which).isEmpty();
    }

    /** Fails if the store is not whole, without left-overs but those that are too young to be certain of. */
    static void isComplete(Path store, String which) {
        ExaminedStore examined = examining(store).look();
        assertThat(examined.failures()).as(which).isEmpty();
        assertThat(examined.warnings()).as(which).isEmpty();
    }

    private static ExamineStore examining(Path store) {
        return new ExamineStore(store, layout -> new HashMap<>(), StoreSettings.defaults());
    }

    /** Every file below a folder with its text. */
    static Map<String, String> files(Path root) {
        Map<String, String> found = new TreeMap<>();
        if (Files.isDirectory(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                for (Path file : all.filter(Files::isRegularFile).toList()) {
                    found.put(root.relativize(file).toString(), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }
}
