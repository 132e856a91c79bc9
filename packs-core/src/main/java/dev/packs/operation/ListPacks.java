package dev.packs.operation;

import dev.packs.Nearest;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackDescription;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.source.PackLibrary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists the packs that can be named without asking a repository: the embedded ones and those of the same build. */
public final class ListPacks {

    private final PackLibrary library;

    public ListPacks(PackLibrary library) {
        this.library = library;
    }

    /** @param tag also found among the keywords */
    public record Request(Optional<String> category, Optional<String> tag) {}

    /** One line of the list. */
    public record Row(PackId id, PackDescription description, boolean embedded) {}

    /** The packs, sorted by group and id. */
    public record Listing(Request request, List<Row> packs) implements Report {

        public Listing {
            packs = List.copyOf(packs);
        }

        @Override
        public List<String> lines() {
            if (packs.isEmpty()) {
                return List.of("No pack matches. Without -Dcategory and -Dtag, all are listed.");
            }
            TextTable table = new TextTable();
            for (Row pack : packs) {
                table.row(
                        pack.id().name().id(),
                        pack.id().version().toString(),
                        pack.description().category(),
                        pack.description().description());
            }
            List<String> lines = new ArrayList<>(table.lines(""));
            lines.add("");
            lines.add("More about one: mvn packs:show -Dpack="
                    + packs.get(0).id().name().id());
            return lines;
        }

        @Override
        public Map<String, Object> document() {
            return Map.of("packs", packs.stream().map(Listing::describe).toList());
        }

        private static Map<String, Object> describe(Row row) {
            Map<String, Object> pack = new LinkedHashMap<>();
            pack.put("group", row.id().name().group());
            pack.put("id", row.id().name().id());
            pack.put("version", row.id().version().toString());
            pack.put("name", row.description().name());
            pack.put("description", row.description().description());
            pack.put("category", row.description().category());
            pack.put("tags", row.description().tags());
            pack.put("productionReady", row.description().productionReady());
            pack.put("source", row.embedded() ? "embedded" : "workspace");
            return pack;
        }
    }

    /** @throws dev.packs.PacksException for a category that does not exist */
    public Listing run(Request request) {
        request.category()
                .filter(asked -> !PackDescription.CATEGORIES.contains(asked))
                .ifPresent(wrong -> {
                    throw Problem.of(ProblemCode.PARAMETER_INVALID, "`" + wrong + "` is not a category")
                            .help(Nearest.question(wrong, PackDescription.CATEGORIES)
                                            .map(near -> near + "\n")
                                            .orElse("")
                                    + "the categories are " + String.join(", ", PackDescription.CATEGORIES))
                            .asException();
                });
        List<Row> rows = new ArrayList<>();
        for (PackName name : library.known()) {
            library.versions(name).stream().max(Comparator.naturalOrder()).ifPresent(newest -> {
                PackManifest manifest =
                        library.manifest(new PackId(name, newest)).manifest();
                if (matches(manifest.pack(), request)) {
                    rows.add(new Row(
                            manifest.id(), manifest.pack(), library.embedded().owns(name.group())));
                }
            });
        }
        return new Listing(request, rows);
    }

    private static boolean matches(PackDescription pack, Request request) {
        return request.category().map(pack.category()::equals).orElse(true)
                && request.tag()
                        .map(tag -> pack.tags().contains(tag) || pack.keywords().contains(tag))
                        .orElse(true);
    }
}
