package dev.packs.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each case names what is wrong with an archive and the reason that the user reads. */
class HostileArchivesTest {

    private static final ArchiveLimits LIMITS = new ArchiveLimits(100, 4 << 20, 6 << 20, 100);

    /** @param reason a part of the message */
    @SuppressWarnings("ArrayRecordComponent")
    record Case(String claim, String reason, byte[] archive) {

        @Override
        public String toString() {
            return claim;
        }
    }

    @ParameterizedTest
    @MethodSource({"names", "structures", "headers", "contents"})
    void is_refused_with_its_reason(Case hostile) {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> ArchiveTree.read("evil.jar", hostile.archive(), LIMITS))
                .satisfies(refused -> {
                    assertThat(refused.problems().get(0).code()).isEqualTo(ProblemCode.ARCHIVE_REFUSED);
                    assertThat(refused.problems().get(0).message())
                            .startsWith("`evil.jar` was refused: ")
                            .contains(hostile.reason());
                    assertThat(refused.problems().get(0).message().chars()).noneMatch(c -> c < 0x20);
                });
    }

    @Test
    void there_are_enough_cases() {
        assertThat(Stream.of(names(), structures(), headers(), contents()).flatMap(each -> each))
                .hasSizeGreaterThanOrEqualTo(60);
    }

    static Stream<Case> names() {
        List<Case> cases = new ArrayList<>();
        String escapes = "has the segment `..`";
        named(cases, "../evil.txt", escapes);
        named(cases, "a/../../evil.txt", escapes);
        named(cases, "a/..", escapes);
        named(cases, "./evil.txt", "has the segment `.`");
        named(cases, "a/./evil.txt", "has the segment `.`");
        named(cases, "/etc/passwd", "starts or ends with `/`");
        named(cases, "//server/share/evil.txt", "starts or ends with `/`");
        named(cases, "a//b.txt", "starts or ends with `/`");
        named(cases, "..\\evil.txt", "U+005C");
        named(cases, "a\\..\\..\\evil.txt", "U+005C");
        named(cases, "C:\\evil.txt", "U+003A");
        named(cases, "C:/evil.txt", "U+003A");
        named(cases, "C:evil.txt", "U+003A");
        named(cases, "file.txt:stream", "U+003A");
        named(cases, "\\\\?\\C:\\evil.txt", "U+005C");
        named(cases, "CON", "device");
        named(cases, "a/nul.txt", "device");
        named(cases, "com1.tar.gz", "device");
        named(cases, "LPT9/x", "device");
        named(cases, "evil.txt.", "ends with a dot");
        named(cases, "evil.txt ", "ends with a dot or a space");
        named(cases, "a. /evil.txt", "ends with a dot or a space");
        named(cases, "evil\0.txt", "U+0000");
        named(cases, "evil\n.txt", "U+000A");
        named(cases, "evil\u001b[2J.txt", "U+001B");
        named(cases, "txt.\u202Egpj.exe", "U+202E");
        named(cases, "a\u200B.txt", "U+200B");
        named(cases, "what?.txt", "U+003F");
        named(cases, "a<b>.txt", "U+003C");
        named(cases, "a|b.txt", "U+007C");
        named(cases, "", "it is empty");
        named(cases, "/", "it is empty");
        named(cases, "x".repeat(300), "longer than 255 bytes");
        named(cases, "ü".repeat(130), "longer than 255 bytes");
        named(cases, "abcdefg/".repeat(200) + "x", "longer than 1024");
        cases.add(forged("a name that is not UTF-8", "not in UTF-8", zip -> {
            zip.add(new byte[] {'a', (byte) 0xfc, 'b'}, new byte[1]);
        }));
        cases.add(forged("an overlong UTF-8 slash", "not in UTF-8", zip -> {
            zip.add(new byte[] {'.', '.', (byte) 0xc0, (byte) 0xaf, 'x'}, new byte[1]);
        }));
        twins(cases, "twice the same file", "a.txt", "a.txt", "the same file");
        twins(cases, "case twins", "readme.md", "README.md", "the same file");
        twins(cases, "a second manifest", "META-INF/MANIFEST.MF", "META-INF/manifest.mf", "the same file");
        twins(cases, "twins by the long s", "class.txt", "cla\u017Fs.txt", "the same file");
        twins(cases, "NFC and NFD twins", "\u00e9.txt", "e\u0301.txt", "the same file");
        twins(cases, "twins of the Kelvin sign", "k.txt", "\u212A.txt", "the same file");
        twins(cases, "folder twins", "META-INF/a.txt", "meta-inf/b.txt", "its folder is the same");
        twins(cases, "a file where a folder is", "a", "a/b.txt", "it is a file where");
        twins(cases, "a file where a folder is, the folder first", "a/b.txt", "a", "it is a file where");
        twins(cases, "a file where a folder is, in other case", "License", "LICENSE/apache.txt", "it is a file where");
        cases.add(forged("a file where an explicit folder is", "it is a file where", zip -> {
            zip.add("a/", "").mode = 0;
            zip.add("a", "x");
        }));
        return cases.stream();
    }

    static Stream<Case> structures() {
        List<Case> cases = new ArrayList<>();
        cases.add(new Case("nothing at all", "no end record", new byte[0]));
        cases.add(new Case("a text", "no end record", "hello, this is no archive".getBytes(StandardCharsets.UTF_8)));
        cases.add(new Case("only half an end record", "end record", "PK\5\6\0\0".getBytes(StandardCharsets.UTF_8)));
        cases.add(simple("something before the first entry", "belong to no entry", zip -> zip.prefix = new byte[7]));
        cases.add(simple("a shell script in front, offsets moved", "does not end where", zip -> {
            zip.prefix = "#!/bin/sh\n".getBytes(StandardCharsets.UTF_8);
            zip.countsPrefix = false;
        }));
        cases.add(simple("junk at the end", "not the last thing", zip -> zip.suffix = new byte[3]));
        cases.add(simple("junk before the directory", "belong to no entry", zip -> zip.beforeDirectory = new byte[9]));
        cases.add(simple("junk between directory and end", "does not end where", zip -> zip.beforeEnd = new byte[9]));
        cases.add(simple("a second end record in the comment", "there are two", zip -> {
            zip.comment = Arrays.copyOf("PK\5\6".getBytes(StandardCharsets.UTF_8), 40);
        }));
        cases.add(simple("a whole empty archive in the comment", "does not end where", zip -> {
            zip.comment = new ZipForge().bytes();
            zip.comment[16] = 1;
        }));
        cases.add(simple("another archive behind", "does not end where", zip -> {
            ZipForge other = new ZipForge();
            other.add("other.txt", "other");
            zip.suffix = other.bytes();
        }));
        cases.add(simple("more entries than counted", "more in it", zip -> zip.countLie = -1));
        cases.add(simple("fewer entries than counted", "points outside", zip -> zip.countLie = 1));
        cases.add(simple("several disks by count", "one part of several", zip -> zip.diskCountLie = -1));
        cases.add(simple("several disks by number", "one part of several", zip -> zip.diskNumber = 1));
        cases.add(simple("a directory that is too large", "does not end where", zip -> zip.directorySizeLie = 5));
        cases.add(simple("a directory somewhere else", "does not end where", zip -> zip.directoryOffsetLie = -5));
        cases.add(simple(
                "a directory in 64-bit form", "does not end where", zip -> zip.directoryOffsetLie = 0xffffffffL - 68));
        cases.add(forged("too many entries", "more than 100", zip -> {
            for (int i = 0; i < 101; i++) {
                zip.add("f" + i, "");
            }
        }));
        cases.add(forged("an entry that only a stream sees", "belong to no entry", zip -> {
            zip.add("a.txt", "a");
            zip.add("hidden.txt", "h").isLocalOnly = true;
            zip.add("b.txt", "b");
        }));
        cases.add(forged("bytes between entries", "belong to no entry", zip -> {
            zip.add("a.txt", "a");
            zip.add("b.txt", "b").before = new byte[11];
        }));
        cases.add(forged("two names for one content", "overlaps", zip -> {
            zip.add("a.txt", "a");
            zip.add("b.txt", "a").offset = 0;
        }));
        cases.add(forged("an entry inside another", "overlaps", zip -> {
            ZipForge inner = new ZipForge();
            inner.add("b.txt", "inner");
            byte[] content = Arrays.copyOf(inner.bytes(), 60);
            zip.add(ZipForge.bytes("a.txt"), content).stored(content);
            zip.add("b.txt", "inner").offset = 35;
        }));
        cases.add(forged("listed twice", "the same file", zip -> zip.add("a.txt", "a").isInDirectoryTwice = true));
        cases.add(forged("an offset outside", "points outside", zip -> zip.add("a.txt", "a").offset = 0x7ffffff0L));
        cases.add(forged("an offset in 64-bit form", "64-bit", zip -> zip.add("a.txt", "a").offset = 0xffffffffL));
        cases.add(forged(
                "no local header", "local header is missing", zip -> zip.add("a.txt", "a").localSignature = "XXXX"));
        cases.add(forged("no central header", "fewer entries", zip -> zip.add("a.txt", "a").centralSignature = "XXXX"));
        return cases.stream();
    }

    static Stream<Case> headers() {
        List<Case> cases = new ArrayList<>();
        entry(cases, "another local name", "another name", e -> e.localName = ZipForge.bytes("b.txt"));
        entry(cases, "a longer local name", "another name", e -> e.localName = ZipForge.bytes("a.txt.exe"));
        entry(cases, "another local method", "another compression method", e -> e.localMethod = 0);
        entry(cases, "another local flag", "other flags", e -> e.localFlags = 1 << 11);
        entry(cases, "a local descriptor flag", "other flags", e -> e.localFlags = 8);
        entry(cases, "another local checksum", "another checksum", e -> e.localCrc++);
        entry(cases, "another local packed size", "another packed size", e -> e.localPackedSize--);
        entry(cases, "another local size", "another size", e -> e.localSize++);
        entry(cases, "zero sizes without a descriptor", "another", e -> {
            e.localSize = 0;
            e.localPackedSize = 0;
        });
        entry(cases, "encrypted", "is encrypted", e -> {
            e.flags = 1;
            e.localFlags = 1;
        });
        entry(cases, "strongly encrypted", "not understood", e -> {
            e.flags = 1 << 6;
            e.localFlags = 1 << 6;
        });
        entry(cases, "an encrypted directory", "not understood", e -> {
            e.flags = 1 << 13;
            e.localFlags = 1 << 13;
        });
        entry(cases, "bzip2", "method 12", e -> e.method = 12);
        entry(cases, "deflate64", "method 9", e -> e.method = 9);
        entry(cases, "an unknown method", "method 77", e -> e.method = 77);
        entry(cases, "on another disk", "another disk", e -> e.disk = 3);
        entry(cases, "a symbolic link", "a link or a special file", e -> e.mode = 0120777);
        entry(cases, "a symbolic link made on DOS", "a link or a special file", e -> {
            e.mode = 0120777;
            e.madeBy = 20;
        });
        entry(cases, "a device", "a link or a special file", e -> e.mode = 0020666);
        entry(cases, "a pipe", "a link or a special file", e -> e.mode = 0010644);
        entry(cases, "a socket", "a link or a special file", e -> e.mode = 0140644);
        entry(cases, "a mode that says folder", "disagree", e -> e.mode = 0040755);
        entry(cases, "a second name in an extra field", "second, different name", e -> {
            e.extra = unicodePath("../evil.txt");
        });
        entry(cases, "sizes in 64-bit form", "64-bit", e -> {
            e.packedSize = 0xffffffffL;
            e.size = 0xffffffffL;
        });
        cases.add(forged("a folder that is a file by its mode", "disagree", zip -> zip.add("a/", "").mode = 0100644));
        cases.add(forged("a folder with content", "folder with content", zip -> zip.add("a/", "x").mode = 0));
        return cases.stream();
    }

    static Stream<Case> contents() {
        List<Case> cases = new ArrayList<>();
        entry(cases, "a wrong checksum", "the checksum that", e -> {
            e.crc++;
            e.localCrc++;
        });
        entry(cases, "a size that is too small", "the size that", e -> {
            e.size = 1;
            e.localSize = 1;
        });
        entry(cases, "a size that is too large", "the size that", e -> {
            e.size = 1000;
            e.localSize = 1000;
        });
        entry(cases, "no content where there should be some", "the size that", e -> {
            e.packed = new byte[0];
            e.packedSize = 0;
            e.localPackedSize = 0;
        });
        entry(cases, "damaged content", "damaged", e -> Arrays.fill(e.packed, (byte) 0xff));
        entry(cases, "bytes behind the deflated content", "the size that", e -> {
            e.packed = Arrays.copyOf(e.packed, e.packed.length + 4);
            e.packedSize += 4;
            e.localPackedSize += 4;
        });
        entry(cases, "a descriptor with another checksum", "disagrees", e -> {
            e.withDescriptor(true, false);
            e.descriptor[5]++;
        });
        entry(cases, "a descriptor with another size", "disagrees", e -> {
            e.withDescriptor(false, false);
            e.descriptor[8]++;
        });
        entry(cases, "a long descriptor with a high size", "disagrees", e -> {
            e.withDescriptor(true, true);
            e.descriptor[13]++;
        });
        entry(cases, "no descriptor where one is announced", "no descriptor", e -> {
            e.withDescriptor(true, false);
            e.descriptor = new byte[0];
        });
        entry(cases, "a descriptor that is too long", "no descriptor", e -> {
            e.withDescriptor(true, false);
            e.descriptor = Arrays.copyOf(e.descriptor, 30);
        });
        cases.add(forged("stored with a descriptor", "anybody's guess", zip -> {
            zip.add("a.txt", "hello")
                    .stored("hello".getBytes(StandardCharsets.UTF_8))
                    .withDescriptor(true, false);
        }));
        cases.add(forged("stored with two sizes", "two sizes differ", zip -> {
            ZipForge.Entry entry = zip.add("a.txt", "hello").stored("hello".getBytes(StandardCharsets.UTF_8));
            entry.size = 4;
            entry.localSize = 4;
        }));
        cases.add(forged("a bomb", "more than 100 times", zip -> zip.add(ZipForge.bytes("a"), new byte[3 << 20])));
        cases.add(forged("one file that is too large", "more than 4194304", zip -> {
            byte[] noise = noise(5 << 20);
            zip.add(ZipForge.bytes("a"), noise).stored(noise);
        }));
        cases.add(forged("too much together", "more than 6291456", zip -> {
            byte[] noise = noise(3 << 20);
            zip.add(ZipForge.bytes("a"), noise).stored(noise);
            zip.add(ZipForge.bytes("b"), noise).stored(noise);
            zip.add("c", "the last straw");
        }));
        cases.add(forged("a bomb in many small files", "times its size", zip -> {
            for (int i = 0; i < 8; i++) {
                zip.add(ZipForge.bytes("f" + i), new byte[1 << 19]);
            }
        }));
        cases.add(forged("a size that lies low about a bomb", "the size that", zip -> {
            ZipForge.Entry entry = zip.add(ZipForge.bytes("a"), new byte[64 << 20]);
            entry.size = 1000;
            entry.localSize = 1000;
        }));
        return cases.stream();
    }

    @Test
    void any_cut_and_any_flipped_byte_is_refused_or_changes_nothing_that_matters() {
        ZipForge forge = new ZipForge();
        forge.add("a.txt", "some text, some text").withDescriptor(true, false);
        forge.add("folder/b.txt", "other text").stored(ZipForge.bytes("other text"));
        byte[] whole = forge.bytes();
        ArchiveTree expected = ArchiveTree.read("good.jar", whole, LIMITS);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(PacksException.class)
                    .as("cut to %d", length)
                    .isThrownBy(() -> ArchiveTree.read("cut.jar", cut, LIMITS));
        }
        Random random = new Random(42);
        for (int at = 0; at < whole.length; at++) {
            byte[] flipped = whole.clone();
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            try {
                ArchiveTree tree = ArchiveTree.read("flipped.jar", flipped, LIMITS);
                assertThat(tree.paths()).as("flipped at %d", at).hasSize(2);
                for (RelativePath path : expected.paths()) {
                    if (tree.paths().contains(path)) {
                        assertThat(tree.read(path).orElseThrow())
                                .as("flipped at %d", at)
                                .isEqualTo(expected.read(path).orElseThrow());
                    }
                }
            } catch (PacksException refused) {
                assertThat(refused.problems().get(0).code()).isEqualTo(ProblemCode.ARCHIVE_REFUSED);
            }
        }
    }

    @Test
    void refusing_a_bomb_takes_no_time() {
        ZipForge forge = new ZipForge();
        forge.add(ZipForge.bytes("a"), new byte[64 << 20]);
        byte[] bomb = forge.bytes();
        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatExceptionOfType(PacksException.class)
                        .isThrownBy(() -> ArchiveTree.read("bomb.zip", bomb, ArchiveLimits.ofPackages())));
    }

    private static void named(List<Case> cases, String name, String reason) {
        cases.add(forged(
                "the name "
                        + name.chars()
                                .limit(30)
                                .mapToObj(c -> c < 0x20 ? "?" : "" + (char) c)
                                .toList(),
                reason,
                zip -> zip.add(name, "x").mode = 0));
    }

    private static void twins(List<Case> cases, String claim, String first, String second, String reason) {
        cases.add(forged(claim, reason, zip -> {
            zip.add(first, "1");
            zip.add(second, "2");
        }));
    }

    private static void entry(List<Case> cases, String claim, String reason, Consumer<ZipForge.Entry> lie) {
        cases.add(forged(claim, reason, zip -> {
            lie.accept(zip.add("a.txt", "hello, hello, hello, hello"));
            zip.add("last.txt", "x");
        }));
    }

    private static Case simple(String claim, String reason, Consumer<ZipForge> lie) {
        return forged(claim, reason, zip -> {
            zip.add("a.txt", "a");
            lie.accept(zip);
        });
    }

    private static Case forged(String claim, String reason, Consumer<ZipForge> lie) {
        ZipForge zip = new ZipForge();
        lie.accept(zip);
        return new Case(claim, reason, zip.bytes());
    }

    private static byte[] unicodePath(String name) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] bytes = ZipForge.bytes(name);
        ZipForge.number(out, 0x7075, 2);
        ZipForge.number(out, 5 + bytes.length, 2);
        ZipForge.number(out, 1, 1);
        ZipForge.number(out, 0, 4);
        out.writeBytes(bytes);
        return out.toByteArray();
    }

    private static byte[] noise(int length) {
        byte[] noise = new byte[length];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
