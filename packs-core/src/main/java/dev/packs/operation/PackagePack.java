package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.io.ArchiveWriter;
import dev.packs.io.AtomicFiles;
import dev.packs.io.FolderTree;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.TemplateDefinition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds the archive of a pack from its sources. The same sources give the same bytes; an archive that would not change is left as it is. */
public final class PackagePack {

    private static final RelativePath MANIFEST = RelativePath.parse("pack.toml");

    /**
     * @param sources the folder with the {@code pack.toml}
     * @param pom what the project calls the pack; wins where the manifest is silent and must agree where it is not
     * @param archive the jar that is written
     * @param manifest the file that gets the manifest alone, for those who resolve and do not install
     */
    public record Request(Path sources, PackId pom, Path archive, Path manifest) {}

    /** @param written whether the archive is new or changed */
    public record Built(PackManifest manifest, Path archive, int files, boolean written, List<Problem> warnings)
            implements Report {

        public Built {
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<String> lines() {
            return List.of(
                    written
                            ? "Packed " + manifest.id() + ": " + Count.of(files, "file") + " in " + archive
                            : manifest.id() + " is up to date: " + archive);
        }

        @Override
        public Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("pack", manifest.id().toString());
            document.put("archive", archive.toString());
            document.put("files", files);
            document.put("written", written);
            return document;
        }
    }

    /** @throws PacksException with everything that is wrong with the pack */
    public Built run(Request request) {
        if (!Files.isDirectory(request.sources())) {
            throw missing(request, "the folder `" + request.sources() + "` does not exist");
        }
        FolderTree sources = FolderTree.read(request.sources());
        byte[] written = sources.read(MANIFEST)
                .orElseThrow(() -> missing(request, "`" + request.sources() + "` has no `pack.toml`"));
        BuiltManifest manifest =
                BuiltManifest.of(written, request.sources().resolve("pack.toml").toString(), request.pom());
        check(request, sources, manifest);

        PackedTree files = new PackedTree(sources, new TreeMap<>()).with(MANIFEST, manifest.text());
        PackedTree packed = files.with(DigestStatement.PATH, DigestStatement.of(files));
        boolean changed = AtomicFiles.fast()
                .write(request.archive(), ArchiveWriter.withoutTime().jar(packed));
        AtomicFiles.fast().write(request.manifest(), manifest.text().getBytes(StandardCharsets.UTF_8));
        return new Built(
                manifest.parsed().manifest(),
                request.archive(),
                packed.paths().size(),
                changed,
                manifest.parsed().warnings());
    }

    private static PacksException missing(Request request, String fact) {
        return Problem.of(ProblemCode.MANIFEST_MISSING, fact)
                .help("write `" + request.sources().resolve("pack.toml") + "`, or start a pack with `mvn packs:init`")
                .asException();
    }

    private static void check(Request request, FolderTree sources, BuiltManifest manifest) {
        Problems problems = new Problems();
        if (sources.paths().contains(DigestStatement.PATH)) {
            problems.add(Problem.at(
                            ProblemCode.OUTPUT_COLLISION,
                            Place.of(DigestStatement.PATH
                                    .under(request.sources())
                                    .toString()),
                            "`" + DigestStatement.PATH + "` is written by the build")
                    .help("delete it from the sources"));
        }
        List<TemplateDefinition> templates = manifest.parsed().manifest().templates();
        for (int i = 0; i < templates.size(); i++) {
            if (!sources.paths().contains(templates.get(i).source())) {
                problems.add(MissingFile.problem(
                        templates.get(i).source(),
                        manifest.parsed().places().of("templates[" + i + "].source"),
                        sources));
            }
        }
        problems.addAll(PackedArchetype.problems(manifest.parsed(), sources));
        problems.throwIfAny();
    }
}
