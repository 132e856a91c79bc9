package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.catalog.CatalogEntry;
import dev.packs.catalog.CatalogWriter;
import dev.packs.description.PackTriples;
import dev.packs.graph.Statement;
import dev.packs.integrity.Digest;
import dev.packs.io.AtomicFiles;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackRef;
import dev.packs.source.ManifestText;
import dev.packs.source.PackLibrary;
import dev.packs.terminal.ShellText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a catalogue of the packs in a folder, and of packs that are named. */
public final class MakeCatalog {

    private final PackLibrary library;
    private final List<String> groups;
    private final SortedMap<PackId, Listed> listed = new TreeMap<>();
    private final Problems problems = new Problems();

    public MakeCatalog(PackLibrary library, List<String> groups) {
        this.library = library;
        this.groups = List.copyOf(groups);
    }

    /**
     * What to list, and where.
     *
     * @param folder every pack below it
     * @param lenient whether packs that are wrong are left out, and the rest is listed
     */
    public record Request(Asked asked, Optional<Path> folder, Path output, boolean lenient) {}

    /**
     * What was named.
     *
     * @param refs the newest version of each that satisfies its constraint
     * @param wrong what names nothing, which is wrong like a pack
     */
    public record Asked(List<Ref> refs, List<Problem> wrong) {

        public static final Asked NOTHING = new Asked(List.of(), List.of());

        public Asked {
            refs = List.copyOf(refs);
            wrong = List.copyOf(wrong);
        }
    }

    /** @param place where it is named, if that is a place */
    public record Ref(PackRef.Named pack, Optional<Place> place) {}

    /** A pack of the catalogue, and where it was read. */
    private record Listed(PackManifest manifest, CatalogEntry entry, String place) {}

    /**
     * What was made.
     *
     * @param bytes of the file
     * @param warnings of packs that are left out
     */
    public record Made(Path output, int packs, int triples, Digest digest, int bytes, List<Problem> warnings)
            implements Report {

        public Made {
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<String> lines() {
            return List.of(
                    "Wrote " + Count.of(packs, "pack") + ", " + Count.of(triples, "triple") + ", to `" + output + "`",
                    "Ask it: mvn packs:sparql -Dquery=find_packs_by_category "
                            + ShellText.here()
                                    .quote("-Dpacks.catalog=" + output.getFileName())
                                    .orElse("-Dpacks.catalog=…"));
        }

        @Override
        public Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("file", output.toString());
            document.put("packs", packs);
            document.put("triples", triples);
            document.put("bytes", bytes);
            document.put("digest", digest.toString());
            return document;
        }
    }

    /** @throws PacksException with the problems of all packs, unless the request says to go on; and if there is no pack at all */
    public Made run(Request request) {
        request.folder().ifPresent(this::folder);
        problems.addAll(request.asked().wrong());
        request.asked().refs().forEach(this::named);
        if (!request.lenient()) {
            problems.throwIfAny();
        }
        if (listed.isEmpty()) {
            problems.add(Problem.of(ProblemCode.PACK_NOT_FOUND, "there is no pack to list")
                    .help("a pack is a folder with a `pack.toml`, a jar of one, or a manifest in a Maven repository"));
            problems.throwIfAny();
        }
        List<PackManifest> manifests =
                listed.values().stream().map(Listed::manifest).toList();
        List<Statement> statements = PackTriples.of(manifests);
        byte[] bytes =
                CatalogWriter.write(listed.values().stream().map(Listed::entry).toList(), statements);
        AtomicFiles.fast().write(request.output(), bytes);
        return new Made(
                request.output(), listed.size(), statements.size(), Digest.of(bytes), bytes.length, problems.list());
    }

    private void folder(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw noFolder(folder);
        }
        new FolderPacks(problems, (parsed, entry, place) -> add(parsed, entry)).read(folder);
    }

    static PacksException noFolder(Path folder) {
        return Problem.of(ProblemCode.PARAMETER_INVALID, "`" + folder + "` is no folder")
                .help("name the folder that the packs lie in: -Dpacks.folder=…")
                .asException();
    }

    private void named(Ref ref) {
        try {
            PackId id = new ShowPack(library, groups).run(ref.pack()).manifest().id();
            ManifestText text = library.findText(id).orElseThrow();
            add(library.manifest(id), new CatalogEntry(id, Digest.of(text.content()), Optional.empty()));
        } catch (PacksException wrong) {
            for (Problem problem : wrong.problems()) {
                problems.add(ref.place().map(problem::foundAt).orElse(problem));
            }
        }
    }

    /** A pack that is there twice, as in a module and in its `target`, is one; two that only share their name and version are a mistake. */
    private void add(ParsedManifest parsed, CatalogEntry entry) {
        String file = parsed.places().file();
        Listed other = listed.putIfAbsent(entry.id(), new Listed(parsed.manifest(), entry, file));
        if (other == null) {
            return;
        }
        if (!other.entry().manifest().equals(entry.manifest())) {
            problems.add(Problem.at(
                            ProblemCode.MANIFEST_DUPLICATE,
                            Place.of(file),
                            "the pack " + entry.id() + " is there already, with another manifest")
                    .help("the first one is at " + other.place()));
        } else if (other.entry().archive().isEmpty()) {
            listed.put(entry.id(), new Listed(other.manifest(), entry, other.place()));
        }
    }
}
