package dev.packs.lock;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.integrity.Digest;
import dev.packs.manifest.SchemaCheck;
import dev.packs.manifest.TomlDocument;
import dev.packs.manifest.TomlPath;
import dev.packs.manifest.TomlTable;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads {@code packs.lock}. A lock that is not whole is refused, never mended: what it pinned would be lost without a word. */
public final class LockReader {

    /** The one format that is written and read. */
    static final int FORMAT = 1;

    private static final int LARGEST = 4 * 1024 * 1024;
    private static final String HELP = "delete it or restore it from version control";

    private LockReader() {}

    /**
     * Reads a lock.
     *
     * @param file as the user would name it
     * @throws PacksException {@link ProblemCode#LOCK_INVALID}, as often as something is wrong
     */
    public static PackLock read(byte[] bytes, String file) {
        refuseConflict(bytes, file);
        try {
            TomlDocument document = TomlDocument.parse(bytes, file, LARGEST);
            format(document);
            Problems problems = new Problems();
            problems.addAll(document.problems());
            new SchemaCheck(Map.of(), document.places(), problems)
                    .check(LockSchema.LOCK, document.root().values(), TomlPath.ROOT);
            problems.throwIfAny();
            new LockChecks(document.places(), problems).check(document.root());
            problems.throwIfAny();
            return lock(document.root());
        } catch (PacksException failure) {
            throw new PacksException(
                    failure.problems().stream().map(LockReader::recoded).toList());
        }
    }

    private static Problem recoded(Problem problem) {
        return problem.code() == ProblemCode.LOCK_INVALID
                ? problem
                : new Problem(ProblemCode.LOCK_INVALID, problem.message(), problem.place(), Optional.of(HELP));
    }

    private static void refuseConflict(byte[] bytes, String file) {
        int line = 0;
        for (String text : new String(bytes, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1)) {
            line++;
            if (text.startsWith("<<<<<<<") || text.startsWith(">>>>>>>") || text.startsWith("|||||||")) {
                throw Problem.at(
                                ProblemCode.LOCK_INVALID,
                                new Place(file, line, 1),
                                "the lock holds the markers of a merge conflict")
                        .help("take either side with `git checkout --ours packs.lock`, then run `mvn packs:install`")
                        .asException();
            }
        }
    }

    private static void format(TomlDocument document) {
        Optional<Long> format = document.root().integer("format");
        if (format.isPresent() && format.get() != FORMAT) {
            throw Problem.at(
                            ProblemCode.LOCK_INVALID,
                            document.places().of("format"),
                            "the lock has the format `" + format.get() + "`, and this version of Packs reads `" + FORMAT
                                    + "`")
                    .help("use the version of the plugin that wrote it, or delete it and run `mvn packs:install`")
                    .asException();
        }
    }

    private static PackLock lock(TomlTable root) {
        List<LockedPack> packs = new ArrayList<>();
        for (TomlTable table : root.tables("pack")) {
            packs.add(new LockedPack(
                    new PackId(
                            new PackName(must(table, "group"), must(table, "id")),
                            Version.parse(must(table, "version"))),
                    origin(table),
                    digest(table),
                    table.text("signer"),
                    names(table, "dependencies")));
        }
        List<LockedPackage> packages = new ArrayList<>();
        for (TomlTable table : root.tables("package")) {
            packages.add(new LockedPackage(
                    must(table, "name"),
                    must(table, "version"),
                    must(table, "type"),
                    table.text("classifier").orElse(""),
                    digest(table),
                    names(table, "asked_by")));
        }
        return new PackLock(packs, packages);
    }

    private static LockedOrigin origin(TomlTable table) {
        Optional<String> source = table.text("source");
        return source.isPresent() ? LockedOrigin.of(source.get()) : LockedOrigin.REPOSITORY;
    }

    private static Optional<Digest> digest(TomlTable table) {
        Optional<String> text = table.text("digest");
        return text.isPresent() ? Digest.find(text.get()) : Optional.empty();
    }

    private static SortedSet<PackName> names(TomlTable table, String key) {
        SortedSet<PackName> names = new TreeSet<>();
        for (String name : table.texts(key)) {
            int colon = name.indexOf(':');
            names.add(new PackName(name.substring(0, colon), name.substring(colon + 1)));
        }
        return names;
    }

    private static String must(TomlTable table, String key) {
        Optional<String> text = table.text(key);
        if (text.isEmpty()) {
            throw new IllegalStateException(table.pathOf(key) + " was checked");
        }
        return text.get();
    }
}
