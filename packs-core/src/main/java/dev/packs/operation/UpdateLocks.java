package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.lock.LockedPack;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Moves a module's lock to the newest versions that its pom allows. */
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
     * @param only the packs that may move; empty: all of them
     */
    public record Request(Module module, Set<PackName> only, boolean dryRun) {

        public Request {
            only = Set.copyOf(only);
        }
    }

    /** What moved, one entry for each pack or package: {@code com.acme:model 1.0.0 -> 1.1.0}. */
    public record Moves(Request request, List<String> changes, List<Problem> warnings) implements Report {

        public Moves {
            changes = List.copyOf(changes);
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<String> lines() {
            String name = request.module().name();
            if (changes.isEmpty()) {
                return List.of(name + ": everything is as new as the pom allows");
            }
            return java.util.stream.Stream.concat(
                            java.util.stream.Stream.of(
                                    name + ": " + (request.dryRun() ? "would change packs.lock" : "wrote packs.lock")),
                            changes.stream().map(change -> "  " + change))
                    .toList();
        }

        @Override
        public Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("module", request.module().name());
            document.put("changes", changes);
            document.put("written", !request.dryRun() && !changes.isEmpty());
            return document;
        }
    }

    /** @throws dev.packs.PacksException with everything that is wrong; the lock is then as it was */
    public Moves run(Request request) {
        LockFile lock = LockFile.read(request.module().lockFile());
        requireLocked(request, lock.before());
        PreparedPacks prepared = prepare.run(new PreparePacks.Request(
                request.module().requirements(),
                without(lock.before(), request.only()),
                request.module().managed()));
        List<String> changes = LockFile.differences(lock.before(), prepared.lock());
        if (!request.dryRun()) {
            lock.write(prepared.lock());
            store.used(request.module().lockFile(), prepared.lock());
        }
        return new Moves(request, changes, prepared.warnings());
    }

    private static void requireLocked(Request request, PackLock lock) {
        for (PackName name : request.only()) {
            if (lock.find(name).isEmpty()) {
                throw Problem.of(
                                ProblemCode.PACK_NOT_FOUND,
                                "the pack " + name + " is not in `"
                                        + request.module().lockFile() + "`")
                        .help(
                                "mvn packs:dependencies shows what is locked; mvn packs:install locks what the pom declares")
                        .asException();
            }
        }
    }

    /** What stays locked: everything but the packs that may move, with all packages, which follow only if their constraints say so. */
    private static PackLock without(PackLock lock, Set<PackName> moving) {
        if (moving.isEmpty()) {
            return PackLock.empty();
        }
        List<LockedPack> staying = lock.packs().stream()
                .filter(pack -> !moving.contains(pack.name()))
                .map(pack -> new LockedPack(
                        pack.id(), pack.origin(), pack.digest(), pack.signer(), new java.util.TreeSet<>()))
                .toList();
        return new PackLock(staying, List.of());
    }
}
