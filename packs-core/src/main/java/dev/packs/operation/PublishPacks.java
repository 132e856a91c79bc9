package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.io.FileTree;
import dev.packs.knowledge.GraphAccess;
import dev.packs.manifest.ParsedManifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Publishes packs, and catalogues of packs. Nothing is sent before every one of them is valid and new. */
public final class PublishPacks {

    private final GraphAccess graphs;
    private final PackAmongOthers others;

    /** @param others to look also at what the packs need, and at what they write together with it */
    public PublishPacks(GraphAccess graphs, PackAmongOthers others) {
        this.graphs = graphs;
        this.others = others;
    }

    /** What is to be published; a dry run asks and checks everything and sends nothing. */
    public record Request(List<Batch> batches, boolean dryRun) {

        public Request {
            batches = List.copyOf(batches);
        }
    }

    /** A thing, and where it goes. */
    public record Batch(PublishingRepository repository, Item item) {}

    /**
     * One thing with coordinates.
     *
     * @param pack what is validated; nothing for a catalogue, which was read already
     * @param files all of it, the POM among them
     */
    public record Item(String coordinates, boolean snapshot, Optional<Pack> pack, List<PublishedFile> files) {

        public Item {
            files = List.copyOf(files);
        }
    }

    /** A pack as its author sees it. */
    public record Pack(ParsedManifest manifest, FileTree files) {}

    /** What was published, or would be. */
    public record Published(Request request, List<Problem> warnings) implements Report {

        public Published {
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            for (Batch batch : request.batches()) {
                lines.add((request.dryRun() ? "Would publish " : "Published ")
                        + batch.item().coordinates() + " to "
                        + batch.repository().label());
                batch.item().files().forEach(file -> lines.add("  + " + file.name()));
            }
            return lines;
        }

        @Override
        public Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("dryRun", request.dryRun());
            document.put(
                    "published",
                    request.batches().stream().map(Published::describe).toList());
            return document;
        }

        private static Map<String, Object> describe(Batch batch) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("coordinates", batch.item().coordinates());
            fields.put("repository", batch.repository().label());
            fields.put(
                    "files",
                    batch.item().files().stream().map(PublishedFile::name).toList());
            return fields;
        }
    }

    /** @throws PacksException with everything that is wrong with any of the items, or with what the repository answered */
    public Published run(Request request) {
        Problems problems = new Problems();
        List<Problem> warnings = new ArrayList<>();
        for (Batch batch : request.batches()) {
            if (batch.item().pack().isPresent()) {
                validate(batch.item().pack().get(), problems, warnings);
            }
        }
        problems.throwIfAny();
        for (Batch batch : request.batches()) {
            if (!batch.item().snapshot()) {
                problems.addAll(there(batch));
            }
        }
        problems.throwIfAny();
        if (!request.dryRun()) {
            for (Batch batch : request.batches()) {
                batch.repository().publish(batch.item().files());
            }
        }
        return new Published(request, warnings);
    }

    private static List<Problem> there(Batch batch) {
        Optional<PublishedFile> there =
                batch.item().files().stream().filter(batch.repository()::has).findFirst();
        return there.stream()
                .map(file -> Problem.of(
                                ProblemCode.PUBLISHED_ALREADY,
                                "the release " + batch.item().coordinates() + " is already in "
                                        + batch.repository().label() + ": `" + file.name() + "`")
                        .help("a release never changes: give it a new version; or, if its upload broke off,"
                                + " remove what is there"))
                .toList();
    }

    private void validate(Pack pack, Problems problems, List<Problem> warnings) {
        ValidatePack.Judged judged = new ValidatePack(graphs, others).look(pack.manifest(), pack.files());
        problems.addAll(judged.errors());
        warnings.addAll(judged.warnings());
    }
}
