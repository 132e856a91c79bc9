package dev.packs.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.integrity.Digest;
import dev.packs.lock.LockWriter;
import dev.packs.lock.LockedOrigin;
import dev.packs.lock.LockedPack;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.resolution.Requirement;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.PackLibrary;
import dev.packs.source.TreeSource;
import dev.packs.version.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedTest {

    private static final PackLibrary LIBRARY = new PackLibrary(
            EmbeddedSource.of(Wiring.class.getClassLoader(), "dev/packs/embedded/"),
            new TreeSource("this build", List.of()),
            List.of());

    @TempDir
    private Path folder;

    private static LockedPack locked(String id, String version, LockedOrigin origin, String... needs) {
        Optional<Digest> digest = origin == LockedOrigin.REPOSITORY
                ? Optional.of(Digest.of(id.getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
        return LockedPack.of(
                new PackId(new PackName("com.acme", id), Version.parse(version)),
                origin,
                digest,
                List.of(needs).stream()
                        .map(need -> new PackName("com.acme", need))
                        .toList());
    }

    @Test
    void what_was_installed_by_name_before_stays_unless_only_its_place_was_known() throws Exception {
        PackLock lock = new PackLock(
                List.of(
                        locked("base", "1.0.0", LockedOrigin.REPOSITORY),
                        locked("early", "1.0.0-rc.1", LockedOrigin.REPOSITORY),
                        locked("folder", "1.0.0", LockedOrigin.DIRECTORY),
                        locked("module", "1.0.0", LockedOrigin.WORKSPACE),
                        locked("web", "1.0.0", LockedOrigin.REPOSITORY, "base"),
                        locked("again", "1.0.0", LockedOrigin.REPOSITORY)),
                List.of());
        Path file = folder.resolve("packs.lock");
        Files.writeString(file, LockWriter.write(lock));
        AskedPack named = new AskedPack((PackRef.Named) PackRef.parse("com.acme:again@^1.0"), List.of());

        List<Requirement> kept = new Asked("again", List.of(named), List.of(), file).kept(LIBRARY, List.of());

        assertThat(kept)
                .extracting(each -> each.name().id() + " " + each.constraint())
                .containsExactly("early 1.0.0-rc.1", "web *");
    }
}
