package dev.packs.operation;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.io.DiskFailure;
import dev.packs.io.FileTree;
import dev.packs.io.FolderTree;
import dev.packs.io.MadeFiles;
import dev.packs.io.RegularFile;
import dev.packs.io.RelativePath;
import dev.packs.manifest.CaseSettings;
import dev.packs.manifest.CaseSettingsReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A golden case of a pack: answers, and what is expected to be generated from them.
 *
 * @param name of its folder
 * @param folder absolute
 */
record GoldenCase(String name, Path folder, CaseSettings settings) {

    /** The folder of a pack whose cases travel with it. */
    static final RelativePath CARRIED = RelativePath.parse("cases");

    static final RelativePath ANSWERS = RelativePath.parse("answers.toml");
    static final RelativePath SETTINGS = RelativePath.parse("case.toml");
    static final RelativePath EXPECTED = RelativePath.parse("expected");
    static final RelativePath FOLDERS = RelativePath.parse("expected-folders.txt");

    /**
     * The cases of a pack, by name.
     *
     * @param folder of all of them; need not be there
     * @param problems gets what is wrong with any of them
     */
    static SortedMap<String, GoldenCase> all(Path folder, Problems problems) {
        SortedMap<String, GoldenCase> cases = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return cases;
        }
        try (DirectoryStream<Path> below = Files.newDirectoryStream(folder)) {
            for (Path each : below) {
                String name = String.valueOf(each.getFileName());
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && !name.startsWith(".")) {
                    try {
                        cases.put(name, read(name, each.toAbsolutePath()));
                    } catch (PacksException wrong) {
                        problems.addAll(wrong.problems());
                    }
                }
            }
        } catch (IOException failed) {
            throw DiskFailure.reading(folder, failed);
        }
        return cases;
    }

    /** The names of the cases that a pack carries, by the same rule; those that are wrong are left out. */
    static SortedSet<String> carried(FileTree pack) {
        SortedSet<String> names = new TreeSet<>();
        for (RelativePath path : pack.paths()) {
            String[] segments = path.text().split("/");
            boolean isCase = segments.length == 3
                    && path.startsWith(CARRIED)
                    && segments[2].equals(ANSWERS.text())
                    && !segments[1].startsWith(".");
            if (isCase && hasSettings(pack, RelativePath.parse(CARRIED + "/" + segments[1] + "/" + SETTINGS))) {
                names.add(segments[1]);
            }
        }
        return names;
    }

    private static boolean hasSettings(FileTree pack, RelativePath settings) {
        try {
            Optional<byte[]> content = pack.read(settings);
            CaseSettings unused = content.isPresent()
                    ? CaseSettingsReader.read(content.get(), settings.text())
                    : CaseSettings.usual();
            return true;
        } catch (PacksException wrong) {
            return false;
        }
    }

    private static GoldenCase read(String name, Path folder) {
        Optional<String> fault = RelativePath.fault(name);
        if (fault.isPresent()) {
            throw Problem.of(
                            ProblemCode.CASE_INVALID,
                            "`" + folder + "` cannot be the folder of a golden case: " + fault.get())
                    .asException();
        }
        if (!Files.isRegularFile(ANSWERS.under(folder))) {
            throw Problem.of(ProblemCode.CASE_INVALID, "the golden case `" + name + "` has no `" + ANSWERS + "`")
                    .help("write `" + ANSWERS.under(folder)
                            + "` with a line `variable = value` for each; where the defaults do, an empty one")
                    .asException();
        }
        Path settings = SETTINGS.under(folder);
        return new GoldenCase(
                name,
                folder,
                Files.exists(settings)
                        ? CaseSettingsReader.read(RegularFile.read(settings), settings.toString())
                        : CaseSettings.usual());
    }

    /** Says that there is no case of a name. */
    static Problem unknown(String name, Set<String> known) {
        return Problem.of(ProblemCode.CASE_INVALID, "there is no golden case `" + name + "`")
                .help(Nearest.question(name, known)
                        .orElse(
                                known.isEmpty()
                                        ? "a case is a folder below src/test/pack with an `answers.toml`"
                                        : "there are " + String.join(", ", known)));
    }

    Path answers() {
        return ANSWERS.under(folder);
    }

    Path expected() {
        return EXPECTED.under(folder);
    }

    boolean hasExpected() {
        return Files.isDirectory(expected(), LinkOption.NOFOLLOW_LINKS);
    }

    /** @throws PacksException if there are links or names that are not portable */
    FileTree expectedFiles() {
        return hasExpected() ? FolderTree.read(expected()) : MadeFiles.empty();
    }

    /** The folders without a file that are expected; nothing where the case does not say, since no version control keeps them. */
    Optional<SortedSet<RelativePath>> expectedFolders() {
        Path file = FOLDERS.under(folder);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        SortedSet<RelativePath> folders = new TreeSet<>();
        for (String line : new String(RegularFile.read(file), StandardCharsets.UTF_8).split("\r?\n")) {
            if (!line.isBlank()) {
                folders.add(RelativePath.parse(line.strip()));
            }
        }
        return Optional.of(folders);
    }
}
