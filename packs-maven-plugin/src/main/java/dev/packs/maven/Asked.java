package dev.packs.maven;

import dev.packs.operation.Module;
import dev.packs.pack.PackRef;
import dev.packs.resolution.Requirement;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.version.VersionConstraint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<AskedPack> packs = new ArrayList<>();
        for (PackRef reference : PackRef.parseAll(text)) {
            packs.add(AskedPack.of(reference, call));
        }
        return List.of(new Asked(text, packs, List.of(), call.folder().resolve("packs.lock")));
    }

    static List<PackContent> contents(List<Asked> asked) {
        return asked.stream()
                .flatMap(each -> each.packs().stream())
                .flatMap(pack -> pack.contents().stream())
                .toList();
    }

    List<Requirement> requirements(PackLibrary library, List<String> groups) {
        if (!modules.isEmpty()) {
            return modules.get(0).requirements();
        }
        return packs.stream()
                .map(pack -> new Requirement(
                        library.require(pack.ref(), groups),
                        pack.ref().constraint().orElse(VersionConstraint.any()),
                        "-Dpack"))
                .toList();
    }

    Map<String, String> managed() {
        return modules.isEmpty() ? Map.of() : modules.get(0).managed();
    }
}
