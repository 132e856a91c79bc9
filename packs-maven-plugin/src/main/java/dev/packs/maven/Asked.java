package dev.packs.maven;

import dev.packs.lock.LockedOrigin;
import dev.packs.lock.LockedPack;
import dev.packs.lock.PackLock;
import dev.packs.operation.LockFile;
import dev.packs.operation.Module;
import dev.packs.pack.PackName;
import dev.packs.resolution.Requirement;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.version.Version;
import dev.packs.version.VersionConstraint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a goal is about: the packs that were named, together, or those that one module declares.
 *
 * @param packs that were named; empty for a module
 * @param modules the one module, or none
 */
record Asked(String name, List<AskedPack> packs, List<Module> modules, Path lockFile) {

    /**
     * The named packs as one, or each module that declares some.
     *
     * @throws dev.packs.PacksException if there is neither
     */
    static List<Asked> of(@Nullable String text, MavenCall call, Wiring wiring, String goal) {
        if (text == null || text.isBlank()) {
            return Modules.require(call, goal).stream()
                    .map(module -> new Asked(module.name(), List.of(), List.of(module), module.lockFile()))
                    .toList();
        }
        List<AskedPack> packs = AskedPacks.require(text, call, wiring);
        return List.of(new Asked(text, packs, List.of(), call.folder().resolve("packs.lock")));
    }

    static List<PackContent> contents(List<Asked> asked) {
        List<PackContent> contents = new ArrayList<>();
        for (Asked each : asked) {
            for (AskedPack pack : each.packs()) {
                contents.addAll(pack.contents());
            }
        }
        return contents;
    }

    /**
     * The same for an installation, which writes a lock: named packs are installed together with what the pom beside that lock declares.
     *
     * @throws dev.packs.PacksException if there is neither a pack nor a module
     */
    static List<Asked> toInstall(@Nullable String text, MavenCall call, Wiring wiring) {
        List<Asked> all = new ArrayList<>();
        for (Asked asked : of(text, call, wiring, "install")) {
            all.add(asked.packs().isEmpty() ? asked : asked.with(Modules.all(call)));
        }
        return all;
    }

    private Asked with(List<Module> all) {
        List<Module> beside = new ArrayList<>();
        for (Module module : all) {
            if (module.lockFile().equals(lockFile)) {
                beside.add(module);
            }
        }
        return new Asked(name, packs, beside, lockFile);
    }

    List<Requirement> requirements(PackLibrary library, List<String> groups) {
        List<Requirement> requirements = new ArrayList<>();
        for (Module module : modules) {
            requirements.addAll(module.requirements());
        }
        for (AskedPack pack : packs) {
            requirements.add(new Requirement(
                    library.require(pack.ref(), groups),
                    pack.ref().constraint().orElse(VersionConstraint.any()),
                    "-Dpack"));
        }
        return requirements;
    }

    /** What was installed by name before, in the same lock, and stays. */
    List<Requirement> kept(PackLibrary library, List<String> groups) {
        if (!modules.isEmpty()) {
            return List.of();
        }
        Set<PackName> named = new HashSet<>();
        for (AskedPack pack : packs) {
            named.add(library.require(pack.ref(), groups));
        }
        PackLock lock = LockFile.read(lockFile).before();
        List<Requirement> kept = new ArrayList<>();
        for (PackName root : lock.roots()) {
            LockedPack locked = lock.find(root).orElseThrow();
            // A folder that was named once, and a module of a build, cannot be found by their names.
            if (!named.contains(root)
                    && (locked.origin() == LockedOrigin.REPOSITORY || locked.origin() == LockedOrigin.EMBEDDED)) {
                Version version = locked.id().version();
                kept.add(new Requirement(
                        root,
                        version.isPreRelease() ? VersionConstraint.exactly(version) : VersionConstraint.any(),
                        "packs.lock"));
            }
        }
        return kept;
    }

    Map<String, String> managed() {
        return modules.isEmpty() ? Map.of() : modules.get(0).managed();
    }
}
