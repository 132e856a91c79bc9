package dev.packs.manifest;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads {@code pack.toml} into a manifest, or into everything that is wrong with it. */
public final class ManifestReader {

    /** Bytes that a manifest may have. */
    public static final int LARGEST = 64 * 1024;

    private ManifestReader() {}

    /**
     * Reads a manifest that names its group, id and version.
     *
     * @param file as the user would name it
     * @throws PacksException with all problems, each with its place
     */
    public static ParsedManifest read(byte[] bytes, String file) {
        return read(bytes, file, Optional.empty());
    }

    /**
     * Reads a manifest of a project of packaging {@code pack}.
     *
     * @param pom what group, id and version default to, and must agree with
     * @throws PacksException with all problems; {@link ProblemCode#IDENTITY_MISMATCH} among them where manifest and POM disagree
     */
    public static ParsedManifest read(byte[] bytes, String file, Optional<PackId> pom) {
        TomlDocument document = TomlDocument.parse(bytes, file, LARGEST);
        Problems problems = new Problems();
        problems.addAll(document.problems());
        TomlTable root = document.root();
        new SchemaCheck(ManifestSchema.DEFINITIONS, document.places(), problems)
                .check(ManifestSchema.MANIFEST, root.values(), TomlPath.ROOT);
        identity(document, pom, problems);
        new ManifestChecks(document.places(), problems).check(root);
        if (!problems.isEmpty()) {
            throw new PacksException(byLine(problems.list()));
        }
        PackId id = pom.isPresent() ? pom.get() : idOf(root.table("pack").orElseThrow());
        return new ParsedManifest(ManifestMapper.manifest(root, id), document.places(), warnings(document));
    }

    /** As somebody goes through the file, whichever check found them. */
    private static List<Problem> byLine(List<Problem> problems) {
        List<Problem> sorted = new ArrayList<>(problems);
        Place nowhere = Place.of("");
        sorted.sort(Comparator.comparingInt(
                        (Problem problem) -> problem.place().orElse(nowhere).line())
                .thenComparingInt(problem -> problem.place().orElse(nowhere).column()));
        return sorted;
    }

    private static void identity(TomlDocument document, Optional<PackId> pom, Problems problems) {
        Optional<TomlTable> pack = document.root().table("pack");
        if (pack.isEmpty()) {
            return;
        }
        if (pom.isPresent()) {
            PackId id = pom.get();
            agrees(document, pack.get(), "group", id.name().group(), problems);
            agrees(document, pack.get(), "id", id.name().id(), problems);
            agrees(document, pack.get(), "version", id.version().toString(), problems);
            return;
        }
        for (Key key : ManifestSchema.PACK.keys()) {
            if (List.of("group", "id", "version").contains(key.name())
                    && pack.get().value(key.name()).isEmpty()) {
                problems.add(Problem.at(
                                ProblemCode.MANIFEST_MISSING_KEY,
                                document.places().key("pack"),
                                "`[pack]` has no `" + key.name() + "`")
                        .help("add `" + key.name() + " = " + key.example()
                                + "`; only a project of packaging `pack` takes it from its POM"));
            }
        }
    }

    private static void agrees(TomlDocument document, TomlTable pack, String key, String pom, Problems problems) {
        Optional<String> written = pack.text(key);
        if (written.isPresent() && !written.get().equals(pom)) {
            problems.add(Problem.at(
                            ProblemCode.IDENTITY_MISMATCH,
                            document.places().of(pack.pathOf(key)),
                            "the manifest's `" + key + "` is `" + written.get() + "`, the POM's is `" + pom + "`")
                    .help("delete `" + key + "` from the manifest: it is taken from the POM"));
        }
    }

    private static PackId idOf(TomlTable pack) {
        return new PackId(
                new PackName(pack.text("group").orElseThrow(), pack.text("id").orElseThrow()),
                Version.parse(pack.text("version").orElseThrow()));
    }

    private static List<Problem> warnings(TomlDocument document) {
        List<Problem> warnings = new ArrayList<>();
        for (TomlTable variable : document.root().tables("variables")) {
            if (variable.flag("required") && variable.value("default").isPresent()) {
                warnings.add(Problem.at(
                                ProblemCode.MANIFEST_INVALID_VALUE,
                                document.places().key(variable.pathOf("required")),
                                "`required` says nothing about a variable that has a default")
                        .help("delete `required` or `default`"));
            }
        }
        return warnings;
    }
}
