package dev.packs.operation;

import dev.packs.Nearest;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.archetype.ArchetypeCatalogReader;
import dev.packs.archetype.ArchetypeId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The catalogues of {@code packs.archetypeCatalog}: {@code local}, {@code remote}, {@code file:PATH}. Each is read once, when it is first asked for. */
public final class ArchetypeCatalogs {

    private static final List<String> WORDS = List.of("local", "remote", "file:");

    private final ArchetypeRepository repository;
    private final List<String> named;
    private final Path folder;
    private @Nullable List<ArchetypeId> entries;

    /**
     * Names catalogues.
     *
     * @param text as it was typed, separated by commas
     * @param folder that files are relative to
     * @throws dev.packs.PacksException {@link ProblemCode#PARAMETER_INVALID} with every word that names none
     */
    public ArchetypeCatalogs(ArchetypeRepository repository, String text, Path folder) {
        this.repository = repository;
        this.folder = folder;
        List<String> words = new ArrayList<>();
        Problems problems = new Problems();
        for (String part : text.split(",", -1)) {
            String word = part.strip();
            if (word.isEmpty()) {
                continue;
            }
            if (!word.equals("local") && !word.equals("remote") && !isFile(word)) {
                problems.add(
                        Problem.of(ProblemCode.PARAMETER_INVALID, "`" + word + "` is not a catalogue of archetypes")
                                .help(Nearest.question(word, WORDS)
                                                .map(question -> question + "\n")
                                                .orElse("")
                                        + "write -Dpacks.archetypeCatalog=local, remote, file:PATH, or several of them separated by"
                                        + " commas"));
            }
            words.add(word);
        }
        problems.throwIfAny();
        this.named = List.copyOf(words);
    }

    private static boolean isFile(String word) {
        return word.startsWith("file:") && word.length() > "file:".length();
    }

    /** Whether any catalogue is named at all. */
    public boolean isEmpty() {
        return named.isEmpty();
    }

    /**
     * What all of them list, one after the other, none twice.
     *
     * @throws dev.packs.PacksException if one that was named is not there, or is no catalogue
     */
    public synchronized List<ArchetypeId> entries() {
        List<ArchetypeId> known = entries;
        if (known == null) {
            known = read();
            entries = known;
        }
        return known;
    }

    /** The newest of each archetype that is listed, in the order of their first mention. Lists have no order of versions, so that the last one listed counts. */
    public List<ArchetypeId> newest() {
        Map<String, List<ArchetypeId>> byName = new LinkedHashMap<>();
        for (ArchetypeId entry : entries()) {
            byName.computeIfAbsent(entry.group() + ":" + entry.artifact(), name -> new ArrayList<>())
                    .add(entry);
        }
        List<ArchetypeId> newest = new ArrayList<>();
        for (List<ArchetypeId> versions : byName.values()) {
            List<String> texts = new ArrayList<>();
            for (ArchetypeId version : versions) {
                texts.add(version.version());
            }
            ArchetypeId first = versions.get(0);
            newest.add(new ArchetypeId(first.group(), first.artifact(), ArchetypeVersions.newest(texts)));
        }
        return newest;
    }

    private List<ArchetypeId> read() {
        List<ArchetypeId> all = new ArrayList<>();
        Problems problems = new Problems();
        for (String word : named) {
            Optional<Path> file = file(word);
            if (file.isPresent() && Files.isRegularFile(file.get())) {
                all.addAll(ArchetypeCatalogReader.read(file.get()));
            } else {
                problems.add(Problem.of(ProblemCode.PARAMETER_INVALID, "there is no catalogue `" + word + "`")
                        .help(help(word)));
            }
        }
        problems.throwIfAny();
        return all.stream().distinct().toList();
    }

    private Optional<Path> file(String word) {
        return switch (word) {
            case "local" -> repository.localCatalog();
            case "remote" -> repository.remoteCatalog();
            default -> Optional.of(folder.resolve(word.substring("file:".length())));
        };
    }

    private static String help(String word) {
        return switch (word) {
            case "local" ->
                "`mvn archetype:crawl` makes one for your local repository; or write -Dpacks.archetypeCatalog=remote";
            case "remote" ->
                "Central has one, and so may a repository with the id `archetype`; with -o the one counts that was fetched"
                        + " before";
            default -> "the path is relative to where you stand";
        };
    }
}
