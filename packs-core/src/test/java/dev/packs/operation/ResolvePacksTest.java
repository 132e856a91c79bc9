package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packs.PacksException;
import dev.packs.integrity.Digest;
import dev.packs.lock.LockedOrigin;
import dev.packs.lock.LockedPack;
import dev.packs.lock.PackLock;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.resolution.Requirement;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.ManifestText;
import dev.packs.source.PackContent;
import dev.packs.source.PackLibrary;
import dev.packs.source.PackSource;
import dev.packs.source.TreeSource;
import dev.packs.version.Version;
import dev.packs.version.VersionConstraint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ResolvePacksTest {

    private static final PackName MODEL = new PackName("com.acme", "model");

    /** Its list is older than what it has, as Maven's lists are for a day. */
    private final List<Version> listed = new ArrayList<>(List.of(Version.parse("1.0.0")));

    private final List<Version> had = new ArrayList<>(List.of(Version.parse("1.0.0"), Version.parse("2.0.0")));
    private final List<PackName> lists = new ArrayList<>();

    private final PackLibrary library = new PackLibrary(
            EmbeddedSource.of(ResolvePacksTest.class.getClassLoader(), "dev/packs/source/packs/"),
            new TreeSource("the modules of this build", List.of()),
            List.of(new Repository()));

    private Version resolve(String constraint, PackLock lock) {
        return new ResolvePacks(library)
                .run(List.of(new Requirement(MODEL, VersionConstraint.parse(constraint), "-Dpack")), lock)
                .packs()
                .get(0)
                .version();
    }

    private static PackLock lock(String version) {
        return new PackLock(
                List.of(LockedPack.of(
                        new PackId(MODEL, Version.parse(version)),
                        LockedOrigin.REPOSITORY,
                        Optional.of(Digest.of(new byte[0])),
                        new TreeSet<>())),
                List.of());
    }

    @Test
    void a_locked_version_that_does_stays_and_no_list_is_asked_for() {
        listed.add(Version.parse("1.5.0"));

        assertThat(resolve("^1.0", lock("1.0.0"))).hasToString("1.0.0");
        assertThat(lists).isEmpty();
    }

    @Test
    void an_exact_version_is_found_though_the_list_does_not_have_it_yet() {
        assertThat(resolve("2.0.0", PackLock.empty())).hasToString("2.0.0");
        assertThat(resolve("2.0.0", lock("1.0.0"))).hasToString("2.0.0");
    }

    @Test
    void a_version_that_there_is_not_is_refused_with_what_there_is() {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> resolve("3.0.0", lock("1.0.0")))
                .withMessageContaining("PACKS-121")
                .withMessageContaining("available: com.acme:model 1.0.0");
    }

    @Test
    void a_pack_that_nobody_has_is_refused_with_where_it_was_looked_for() {
        listed.clear();
        had.clear();

        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> resolve("*", PackLock.empty()))
                .withMessageContaining("PACKS-101")
                .withMessageContaining("the modules of this build, the repository");
    }

    private final class Repository implements PackSource {

        @Override
        public String label() {
            return "the repository";
        }

        @Override
        public List<Version> versions(PackName name) {
            lists.add(name);
            return listed;
        }

        @Override
        public Optional<ManifestText> manifest(PackId id) {
            String text = """
                    [pack]
                    group = "com.acme"
                    id = "model"
                    version = "%s"
                    name = "Model"
                    description = "Made up."
                    category = "other"
                    license = "MIT"
                    """.formatted(id.version());
            return had.contains(id.version())
                    ? Optional.of(new ManifestText("pack.toml", text.getBytes(StandardCharsets.UTF_8)))
                    : Optional.empty();
        }

        @Override
        public Optional<PackContent> content(PackId id) {
            return Optional.empty();
        }
    }
}
