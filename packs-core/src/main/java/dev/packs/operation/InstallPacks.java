package dev.packs.operation;

import dev.packs.resolution.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Resolves packs, puts their packages into the store and writes the lock: all of it, or nothing. */
public final class InstallPacks {

    private final PreparePacks prepare;
    private final StoreUse store;

    public InstallPacks(PreparePacks prepare, StoreUse store) {
        this.prepare = prepare;
        this.store = store;
    }

    /**
     * What is to be installed.
     *
     * @param name of the module, or what the user typed
     * @param lockFile where the choice is written down
     */
    public record Request(
            String name, List<Requirement> requirements, Map<String, String> managed, Path lockFile, boolean frozen) {

        public Request {
            requirements = List.copyOf(requirements);
            managed = Map.copyOf(managed);
        }
    }

    /** @throws dev.packs.PacksException with everything that is wrong; store and lock are then as they were */
    public InstalledPacks run(Request request) {
        LockFile lock = LockFile.read(request.lockFile());
        PreparedPacks prepared =
                prepare.run(new PreparePacks.Request(request.requirements(), lock.before(), request.managed()));
        if (request.frozen()) {
            lock.requireUnchanged(prepared.lock());
        }
        LockFile.Change change = lock.write(prepared.lock());
        store.used(request.lockFile(), prepared.lock());
        return new InstalledPacks(request, prepared, change);
    }
}
