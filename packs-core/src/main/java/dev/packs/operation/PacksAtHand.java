package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.description.PackIris;
import dev.packs.description.PacksTerms;
import dev.packs.description.SharedTerms;
import dev.packs.description.StatementBytes;
import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.Statement;
import dev.packs.lock.LockedPack;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.search.SearchedPack;
import dev.packs.source.PackLibrary;
import dev.packs.version.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Collects the packs that can be found without asking a repository what it has: embedded, of the same build, below a folder, installed. What is wrong with one of them is a warning, and the
 * others are found all the same. A list of the embedded ones is a JVM of three seconds, which pays for
 * each manifest that is parsed, and for each lambda; so they are taken from what the build says of them.
 */
public final class PacksAtHand {

    private final PackLibrary library;
    private final Supplier<? extends Collection<Path>> locks;
    private final Optional<Path> folder;

    /**
     * @param locks the lock files whose packs count as installed
     * @param folder every pack below it counts
     */
    public PacksAtHand(PackLibrary library, Supplier<? extends Collection<Path>> locks, Optional<Path> folder) {
        this.library = library;
        this.locks = locks;
        this.folder = folder;
    }

    AtHand collect() {
        SortedMap<PackName, AtHand.Found> packs = new TreeMap<>();
        List<Problem> warnings = new ArrayList<>();
        embedded(packs);
        for (PackName name : library.known()) {
            if (!library.embedded().owns(name.group())) {
                Optional<Version> newest = Chosen.newest(library.versionsAtHand(name), Optional.empty());
                boolean isWorkspace = library.workspace().known().contains(name);
                if (newest.isPresent()) {
                    read(new PackId(name, newest.get()), isWorkspace ? "workspace" : "folder", packs, warnings);
                }
            }
        }
        if (folder.isPresent()) {
            folder(folder.get(), packs, warnings);
        }
        Map<PackName, SortedSet<Version>> installed = installed(warnings);
        for (Map.Entry<PackName, SortedSet<Version>> each : installed.entrySet()) {
            if (!packs.containsKey(each.getKey())) {
                installed(new PackId(each.getKey(), each.getValue().last()), packs, warnings);
            }
        }
        return new AtHand(packs, installed, library.embedded().groups(), warnings);
    }

    private void embedded(SortedMap<PackName, AtHand.Found> packs) {
        Optional<byte[]> description = library.embedded().description();
        Map<String, Map<String, List<String>>> described =
                description.isPresent() ? described(description.get()) : Map.of();
        for (PackId id : library.embedded().packs()) {
            Map<String, List<String>> said = described.get(PackIris.of(id).value());
            add(packs, said == null ? manifest(id) : pack(id, said), "embedded");
        }
    }

    /** Subject to predicate to the texts that stand there. */
    private static Map<String, Map<String, List<String>>> described(byte[] description) {
        Map<String, Map<String, List<String>>> described = new HashMap<>();
        for (Statement each : StatementBytes.read(description)) {
            if (each.subject() instanceof Iri subject && each.object() instanceof Literal text) {
                Map<String, List<String>> said = described.get(subject.value());
                if (said == null) {
                    said = new HashMap<>();
                    described.put(subject.value(), said);
                }
                List<String> texts = said.get(each.predicate().value());
                if (texts == null) {
                    texts = new ArrayList<>();
                    said.put(each.predicate().value(), texts);
                }
                texts.add(text.lexical());
            }
        }
        return described;
    }

    private static SearchedPack pack(PackId id, Map<String, List<String>> said) {
        return new SearchedPack(
                id,
                first(said, SharedTerms.TITLE),
                first(said, SharedTerms.DESCRIPTION),
                first(said, PacksTerms.CATEGORY),
                texts(said, PacksTerms.TAG),
                texts(said, SharedTerms.KEYWORDS),
                first(said, PacksTerms.PRODUCTION_READY).equals("true"));
    }

    private static String first(Map<String, List<String>> said, Iri predicate) {
        List<String> texts = texts(said, predicate);
        return texts.isEmpty() ? "" : texts.get(0);
    }

    private static List<String> texts(Map<String, List<String>> said, Iri predicate) {
        List<String> texts = said.get(predicate.value());
        return texts == null ? List.of() : texts;
    }

    private SearchedPack manifest(PackId id) {
        return SearchedPack.of(library.manifest(id).manifest().pack());
    }

    private void read(PackId id, String source, SortedMap<PackName, AtHand.Found> packs, List<Problem> warnings) {
        try {
            add(packs, manifest(id), source);
        } catch (PacksException wrong) {
            warnings.addAll(wrong.problems());
        }
    }

    /** The newest of a name stays; a module of the build is not replaced. */
    private static void add(SortedMap<PackName, AtHand.Found> packs, AtHand.Found found) {
        PackId id = found.pack().id();
        AtHand.Found before = packs.get(id.name());
        if (before == null || before.pack().id().version().compareTo(id.version()) < 0) {
            packs.put(id.name(), found);
        }
    }

    private static void add(SortedMap<PackName, AtHand.Found> packs, SearchedPack pack, String source) {
        add(packs, new AtHand.Found(pack, source));
    }

    private void folder(Path named, SortedMap<PackName, AtHand.Found> packs, List<Problem> warnings) {
        if (!Files.isDirectory(named)) {
            throw MakeCatalog.noFolder(named);
        }
        Problems problems = new Problems();
        new FolderPacks(problems, (parsed, entry, place) -> {
                    PackName name = entry.id().name();
                    boolean isElsewhere = library.embedded().owns(name.group())
                            || library.workspace().known().contains(name);
                    if (!isElsewhere) {
                        add(
                                packs,
                                new AtHand.Found(
                                        SearchedPack.of(parsed.manifest().pack()), "folder", Optional.of(place)));
                    }
                })
                .read(named);
        warnings.addAll(problems.list());
    }

    private Map<PackName, SortedSet<Version>> installed(List<Problem> warnings) {
        Map<PackName, SortedSet<Version>> installed = new TreeMap<>();
        for (Path lock : locks.get()) {
            if (Files.isRegularFile(lock)) {
                for (LockedPack pack : packs(lock, warnings)) {
                    SortedSet<Version> versions = installed.get(pack.name());
                    if (versions == null) {
                        versions = AtHand.none();
                        installed.put(pack.name(), versions);
                    }
                    versions.add(pack.id().version());
                }
            }
        }
        return installed;
    }

    /** What another project's lock says is no reason to find nothing here. */
    private static List<LockedPack> packs(Path lock, List<Problem> warnings) {
        try {
            return LockFile.read(lock).before().packs();
        } catch (PacksException wrong) {
            warnings.addAll(wrong.problems());
            return List.of();
        }
    }

    private void installed(PackId id, SortedMap<PackName, AtHand.Found> packs, List<Problem> warnings) {
        try {
            if (library.findManifest(id).isPresent()) {
                add(packs, manifest(id), "installed");
                return;
            }
        } catch (PacksException failed) {
            warnings.addAll(failed.problems());
            return;
        }
        warnings.add(Problem.of(ProblemCode.VERSION_NOT_FOUND, "the installed pack " + id + " cannot be found any more")
                .help("it is left out"));
    }
}
