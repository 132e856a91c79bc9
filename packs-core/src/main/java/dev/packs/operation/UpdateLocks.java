package dev.packs.operation;

import dev.packs.Nearest;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.lock.LockedPack;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves the locks of modules to the newest versions that their poms allow. */
public final class UpdateLocks {

    private final PreparePacks prepare;
    private final StoreUse store;

    public UpdateLocks(PreparePacks prepare, StoreUse store) {
        this.prepare = prepare;
        this.store = store;
    }

    /**
     * What is to move.
     *
     * @param only the packs that may move; empty: all of them. A module whose lock holds none of them is left alone
     */
    public record Request(List<Module> modules, Set<PackName> only, boolean dryRun) {

        public Request {
            modules = List.copyOf(modules);
            only = Set.copyOf(only);
        }
    }

    /**
     * What moved in one module.
     *
     * @param changes one entry for each pack or package: {@code com.acme:model 1.0.0 -> 1.1.0}
     * @param written whether the lock says so now
     */
    public record Moves(Module module, List<String> changes, boolean written, List<Problem> warnings)
            implements Report {

        public Moves {
            changes = List.copyOf(changes);
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<String> lines() {
            if (changes.isEmpty()) {
                return List.of(module.name() + ": everything is as new as the pom allows");
            }
            List<String> lines = new ArrayList<>();
            lines.add(module.name() + ": " + (written ? "wrote packs.lock" : "would change packs.lock"));
            changes.forEach(change -> lines.add("  " + change));
            return lines;
        }

        @Override
        public Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("module", module.name());
            document.put("changes", changes);
            document.put("written", written);
            return document;
        }
    }

    private record Moved(Module module, LockFile lock, PreparedPacks prepared) {}

    /** @throws dev.packs.PacksException with everything that is wrong; all locks are then as they were */
    public ReportList run(Request request) {
        Map<Module, LockFile> locks = new LinkedHashMap<>();
        request.modules().forEach(module -> locks.put(module, LockFile.read(module.lockFile())));
        requireLocked(request, locks);
        List<Moved> moved = new ArrayList<>();
        locks.forEach((module, lock) -> {
            if (request.only().isEmpty()
                    || request.only().stream()
                            .anyMatch(name -> lock.before().find(name).isPresent())) {
                moved.add(new Moved(
                        module,
                        lock,
                        prepare.run(new PreparePacks.Request(
                                module.requirements(),
                                staying(lock.before(), request.only()),
                                lock.before(),
                                module.managed()))));
            }
        });
        List<Moves> reports = new ArrayList<>();
        for (Moved each : moved) {
            PackLock after = each.prepared().lock();
            if (!request.dryRun()) {
                each.lock().write(after);
                store.used(each.lock().path(), after);
            }
            List<String> changes = LockFile.differences(each.lock().before(), after);
            reports.add(new Moves(
                    each.module(),
                    changes,
                    !request.dryRun() && !changes.isEmpty(),
                    each.prepared().warnings()));
        }
        return new ReportList("modules", reports);
    }

    private static void requireLocked(Request request, Map<Module, LockFile> locks) {
        Problems problems = new Problems();
        for (PackName name : request.only()) {
            if (locks.values().stream()
                    .noneMatch(lock -> lock.before().find(name).isPresent())) {
                problems.add(
                        Problem.of(ProblemCode.PACK_NOT_FOUND, "the pack " + name + " is in no packs.lock here")
                                .help(
                                        nearest(name, locks)
                                                + "mvn packs:dependencies shows what is needed; mvn packs:install locks what the pom declares"));
            }
        }
        problems.throwIfAny();
    }

    private static String nearest(PackName name, Map<Module, LockFile> locks) {
        List<String> locked = new ArrayList<>();
        locks.values()
                .forEach(lock -> lock.before()
                        .packs()
                        .forEach(pack -> locked.add(pack.name().toString())));
        return Nearest.question(name.toString(), locked)
                .map(question -> question + "\n")
                .orElse("");
    }

    /** What stays locked: all packs but those that may move, with the packages that they ask for. */
    private static PackLock staying(PackLock lock, Set<PackName> moving) {
        if (moving.isEmpty()) {
            return PackLock.empty();
        }
        Set<PackName> staying = new HashSet<>();
        for (LockedPack pack : lock.packs()) {
            if (!moving.contains(pack.name())) {
                staying.add(pack.name());
            }
        }
        return lock.only(staying);
    }
}
