package dev.packs.resolution;

import dev.packs.pack.PackDependency;
import dev.packs.pack.PackId;
import dev.packs.version.Version;
import dev.packs.version.VersionConstraint;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Measures a search over 1,000 packs with 20 versions each, in 20 levels, from memory: run its {@code main}. */
public final class ResolutionBenchmark {

    private static final int LEVELS = 20;
    private static final int WIDTH = 50;
    private static final int VERSIONS = 20;

    private ResolutionBenchmark() {}

    public static void main(String[] arguments) {
        FakeCatalog catalog = catalog(1);
        List<Requirement> roots = roots();
        for (int i = 0; i < 30; i++) {
            Resolver.resolve(roots, Map.of(), catalog);
        }
        com.sun.management.ThreadMXBean threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] nanos = new long[21];
        long allocated = 0;
        Resolution resolution = null;
        for (int i = 0; i < nanos.length; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            long start = threads.getCurrentThreadCpuTime();
            resolution = (Resolution) Resolver.resolve(roots, Map.of(), catalog);
            nanos[i] = threads.getCurrentThreadCpuTime() - start;
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%d packs chosen, %d levels: median %.1f ms, worst %.1f ms of cpu, %.1f MiB allocated in all%n",
                resolution == null ? 0 : resolution.packs().size(),
                resolution == null ? 0 : resolution.levels().size(),
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                allocated / (1024.0 * 1024));
    }

    static List<Requirement> roots() {
        List<Requirement> roots = new ArrayList<>();
        for (int i = 0; i < WIDTH; i++) {
            roots.add(FakeCatalog.ask("p0-" + i, "*"));
        }
        return roots;
    }

    /** Each version depends on five packs of the next level; newer versions ask for newer ones, and some for what another forbids. */
    static FakeCatalog catalog(long seed) {
        Random random = new Random(seed);
        FakeCatalog catalog = new FakeCatalog();
        for (int level = 0; level < LEVELS; level++) {
            for (int i = 0; i < WIDTH; i++) {
                for (int v = 0; v < VERSIONS; v++) {
                    List<PackDependency> needs = new ArrayList<>();
                    for (int d = 0; d < 5 && level + 1 < LEVELS; d++) {
                        int target = d == 0 ? i : random.nextInt(WIDTH);
                        int least = random.nextInt(v / 2 + 1);
                        int most = random.nextInt(40) == 0 ? 18 : 20;
                        needs.add(PackDependency.of(
                                FakeCatalog.name("p" + (level + 1) + "-" + target),
                                VersionConstraint.parse(">=1." + least + ".0 <1." + most + ".0")));
                    }
                    catalog.pack(new PackId(FakeCatalog.name("p" + level + "-" + i), Version.of(1, v, 0)), needs);
                }
            }
        }
        return catalog;
    }
}
