package dev.packs.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockTest {

    private static final String DIGEST = "sha256:" + "0a".repeat(32);

    private static final String PACK = "format = 1\n[[pack]]\ngroup = \"com.acme\"\nid = \"a\"\nversion = \"1.0.0\"\n";

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PackName name(String id) {
        return new PackName("com.acme", id);
    }

    private static LockedPack pack(String id, String version, LockedOrigin origin, PackName... dependencies) {
        Version parsed = Version.parse(version);
        boolean moves = origin == LockedOrigin.WORKSPACE || parsed.isSnapshot();
        return LockedPack.of(
                new PackId(name(id), parsed),
                origin,
                moves ? Optional.empty() : Optional.of(new Digest("0a".repeat(32))),
                List.of(dependencies));
    }

    private static PackLock read(String text) {
        return LockReader.read(text.getBytes(StandardCharsets.UTF_8), "packs.lock");
    }

    private static List<Problem> problems(String text) {
        PacksException failure = catchThrowableOfType(PacksException.class, () -> read(text));
        assertThat(failure).as(text).isNotNull();
        return failure.problems();
    }

    @Test
    void a_lock_is_sorted_and_says_what_moves() {
        PackLock lock = new PackLock(
                List.of(
                        pack("d", "2.0.0-SNAPSHOT", LockedOrigin.WORKSPACE),
                        pack("c", "2.0.0-SNAPSHOT", LockedOrigin.REPOSITORY),
                        pack("b", "1.0.0", LockedOrigin.EMBEDDED),
                        pack("a", "1.0.0", LockedOrigin.REPOSITORY, name("c"), name("b"))),
                List.of(new LockedPackage(
                        "org.webjars:bootstrap",
                        "5.3.8",
                        "jar",
                        "",
                        Optional.of(new Digest("0a".repeat(32))),
                        new TreeSet<>(List.of(name("a"))))));

        String text = LockWriter.write(lock);

        assertThat(text).isEqualTo("""
                # Which packs and packages this project uses. Commit it; `mvn packs:update` moves it.
                format = 1

                [[pack]]
                group = "com.acme"
                id = "a"
                version = "1.0.0"
                digest = "%1$s"
                dependencies = [
                    "com.acme:b",
                    "com.acme:c",
                ]

                [[pack]]
                group = "com.acme"
                id = "b"
                version = "1.0.0"
                source = "embedded"
                digest = "%1$s"

                [[pack]]
                group = "com.acme"
                id = "c"
                version = "2.0.0-SNAPSHOT"
                snapshot = true

                [[pack]]
                group = "com.acme"
                id = "d"
                version = "2.0.0-SNAPSHOT"
                source = "workspace"

                [[package]]
                name = "org.webjars:bootstrap"
                version = "5.3.8"
                type = "jar"
                digest = "%1$s"
                asked_by = [
                    "com.acme:a",
                ]
                """.formatted(DIGEST));
        assertThat(read(text)).isEqualTo(lock);
        assertThat(lock.find(name("c")).orElseThrow().isSnapshot()).isTrue();
        assertThat(lock.find(name("d")).orElseThrow().isSnapshot()).isFalse();
        assertThat(lock.find(name("x"))).isEmpty();
    }

    @Test
    void an_empty_lock_is_read_back() {
        assertThat(read(LockWriter.write(PackLock.empty()))).isEqualTo(PackLock.empty());
        assertThat(PackLock.empty().isEmpty()).isTrue();
    }

    @Test
    void equal_content_gives_equal_bytes_in_whatever_order_it_comes() {
        long seed = 20261122;
        Random random = new Random(seed);
        for (int run = 0; run < 300; run++) {
            List<LockedPack> packs = packs(random);
            List<LockedPackage> packages = packages(random, packs);
            PackLock lock = new PackLock(packs, packages);
            String text = LockWriter.write(lock);
            assertThat(read(text)).as("seed %s run %s%n%s", seed, run, text).isEqualTo(lock);
            Collections.shuffle(packs, random);
            Collections.shuffle(packages, random);
            assertThat(LockWriter.write(new PackLock(packs, packages))).isEqualTo(text);
        }
    }

    private static List<LockedPack> packs(Random random) {
        LockedOrigin[] origins = LockedOrigin.values();
        int count = random.nextInt(8);
        List<LockedPack> packs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            TreeSet<PackName> needs = new TreeSet<>();
            for (int j = 0; j < count; j++) {
                if (random.nextInt(3) == 0) {
                    needs.add(name("p" + j));
                }
            }
            String version = random.nextInt(5) + ".0.1" + (random.nextInt(3) == 0 ? "-SNAPSHOT" : "");
            LockedPack plain = pack("p" + i, version, origins[random.nextInt(origins.length)]);
            Optional<String> signer = random.nextBoolean() ? Optional.of("key \"" + i + "\\") : Optional.empty();
            packs.add(new LockedPack(plain.id(), plain.origin(), plain.digest(), signer, needs));
        }
        return packs;
    }

    private static List<LockedPackage> packages(Random random, List<LockedPack> packs) {
        List<LockedPackage> packages = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            boolean snapshot = random.nextInt(4) == 0;
            TreeSet<PackName> askedBy = new TreeSet<>();
            packs.stream().limit(i).forEach(pack -> askedBy.add(pack.name()));
            packages.add(new LockedPackage(
                    "org.x:p" + i % 3,
                    "1." + i + (snapshot ? "-SNAPSHOT" : ".Final"),
                    random.nextBoolean() ? "jar" : "zip",
                    "c" + i,
                    snapshot ? Optional.empty() : Optional.of(digest("p" + i)),
                    askedBy));
        }
        return packages;
    }

    @Test
    void the_markers_of_a_merge_conflict_have_their_own_message() {
        assertThat(problems("format = 1\n<<<<<<< ours\n[[pack]]\n=======\n>>>>>>> theirs\n"))
                .singleElement()
                .hasToString("""
                PACKS-119 packs.lock:2:1: the lock holds the markers of a merge conflict
                  help: take either side with `git checkout --ours packs.lock`, then run `mvn packs:install`""");
    }

    @Test
    void a_format_of_the_future_is_named() {
        assertThat(problems("format = 2\nnew = 1\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .startsWith("PACKS-119 packs.lock:1:10: the lock has the format `2`"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "x = 1 | `x` is not a key of `[[pack]]`",
                "signer = \"s\" | an entry has no `digest`",
                "digest = \"sha256:0\" | `sha256:0` is not a digest",
                "source = \"workspace\"~digest = \"D\" | what may change under its version has a digest",
                "digest = \"D\"~snapshot = true | `snapshot` does not agree with the version",
                "digest = \"D\"~dependencies = [\"com.acme:z\"] | the pack `com.acme:z` is not in the lock",
                "digest = \"D\"~dependencies = [\"z\"] | `z` is not the name of a pack",
                "digest = \"D\"~[[pack]]~group = \"com.acme\"~id = \"a\"~version = \"2.0.0\"~digest = \"D\" | `com.acme:a` is locked twice",
                "digest = \"D\"~[[package]]~name = \"a:b\"~version = \"1\"~type = \"jar\" | an entry has no `digest`",
                "digest = \"D\"~[[package]]~name = \"a:b\"~version = \"1\"~type = \"jar\"~digest = \"D\"~asked_by = [\"com.acme:z\"] | the pack `com.acme:z` is not in the lock",
                "digest = | the file is not TOML",
                "digest = \"D\"~released = 2026-01-01 | `pack[0].released` is a date",
            })
    void a_lock_that_is_not_whole_is_refused(String lines, String message) {
        String text = PACK + lines.strip().replace("~", "\n").replace("\"D\"", "\"" + DIGEST + "\"") + "\n";
        assertThat(problems(text)).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.LOCK_INVALID);
            assertThat(problem.help()).contains("delete it or restore it from version control");
            assertThat(problem.place().orElseThrow().line()).isPositive();
        });
        assertThat(problems(text))
                .anySatisfy(problem -> assertThat(problem.message()).startsWith(message));
    }

    @Test
    void a_lock_cannot_be_made_that_could_not_be_read() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new PackLock(List.of(pack("a", "1.0.0", LockedOrigin.REPOSITORY, name("z"))), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PackLock(
                        List.of(
                                pack("a", "1.0.0", LockedOrigin.REPOSITORY),
                                pack("a", "2.0.0", LockedOrigin.REPOSITORY)),
                        List.of()));
        PackId release = new PackId(name("a"), Version.parse("1.0.0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LockedPack.of(release, LockedOrigin.REPOSITORY, Optional.empty(), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LockedPack.of(release, LockedOrigin.WORKSPACE, Optional.of(digest("x")), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LockedPackage("a:b", "1", "jar", "", Optional.empty(), new TreeSet<PackName>()));
    }
}
