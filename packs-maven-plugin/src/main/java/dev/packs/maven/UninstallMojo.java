package dev.packs.maven;

import dev.packs.lock.PackLock;
import dev.packs.operation.LockFile;
import dev.packs.operation.Report;
import dev.packs.operation.UninstallPacks;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.pack.PackageRequest;
import dev.packs.source.PackLibrary;
import dev.packs.version.Version;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Takes the packages of a pack out of the store, or all that no lock uses. */
@Mojo(name = "uninstall", requiresProject = false, threadSafe = true)
public final class UninstallMojo extends ReportMojo {

    /** The pack; without it, whatever no lock uses. */
    @Parameter(property = "pack")
    private @Nullable String pack;

    @Override
    protected Report report(MavenCall call, Wiring wiring) {
        UninstallPacks uninstall = new UninstallPacks(wiring.storeUse());
        if (pack == null || pack.isBlank()) {
            return uninstall.run(new UninstallPacks.Request(Optional.empty(), Set.of(), Optional.empty()));
        }
        AskedPack asked = AskedPack.require(pack, call, "uninstall", wiring);
        PackLibrary library = wiring.library(asked.contents());
        PackLock lock = LockFile.read(call.folder().resolve("packs.lock")).before();
        PackName name = UninstallPacks.require(asked.ref(), library, wiring.groups(), lock);
        Set<String> packages = new HashSet<>();
        for (Version version : library.versions(name)) {
            for (PackageRequest each :
                    library.manifest(new PackId(name, version)).manifest().packages()) {
                packages.add(each.name());
            }
        }
        Optional<Path> ownLock =
                Modules.all(call).isEmpty() ? Optional.of(call.folder().resolve("packs.lock")) : Optional.empty();
        return uninstall.run(new UninstallPacks.Request(Optional.of(name), packages, ownLock));
    }
}
