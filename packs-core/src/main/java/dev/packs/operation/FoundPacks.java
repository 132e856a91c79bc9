package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.pack.PackId;
import dev.packs.search.SearchQuestion.Tolerance;
import dev.packs.search.SearchedPack;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a search or a list found.
 *
 * @param total how many there are, shown or not
 * @param packs the best of them, best first; in a list all, by group and id
 * @param tolerance how near they come
 * @param suggestions of what might have been meant, where nothing was found
 */
public record FoundPacks(
        SearchPacks.Request request,
        int total,
        List<Row> packs,
        Tolerance tolerance,
        List<String> suggestions,
        List<Problem> warnings)
        implements Report {

    public FoundPacks {
        packs = List.copyOf(packs);
        suggestions = List.copyOf(suggestions);
        warnings = List.copyOf(warnings);
    }

    /**
     * One line.
     *
     * @param embedded whether the id is enough to name it
     * @param installed the versions that locks name, ascending
     * @param outdated whether all of those are older
     */
    public record Row(SearchedPack pack, String source, boolean embedded, List<Version> installed, boolean outdated) {

        public Row {
            installed = List.copyOf(installed);
        }

        private String typed() {
            return embedded ? pack.id().name().id() : pack.id().name().toString();
        }

        private String mark() {
            if (installed.isEmpty()) {
                return "";
            }
            Version newest = installed.get(installed.size() - 1);
            return outdated
                    ? newest + " is installed: outdated"
                    : newest.equals(pack.id().version()) ? "installed" : newest + " is installed";
        }

        private Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            PackId id = pack.id();
            document.put("group", id.name().group());
            document.put("id", id.name().id());
            document.put("version", id.version().toString());
            document.put("name", pack.name());
            document.put("description", pack.description());
            document.put("category", pack.category());
            document.put("tags", pack.tags());
            document.put("productionReady", pack.productionReady());
            document.put("source", source);
            List<String> versions = new ArrayList<>();
            for (Version version : installed) {
                versions.add(version.toString());
            }
            document.put("installed", versions);
            document.put("outdated", outdated);
            return document;
        }
    }

    @Override
    public List<String> lines() {
        if (packs.isEmpty()) {
            return nothing();
        }
        List<String> lines = new ArrayList<>();
        if (tolerance == Tolerance.TYPING_MISTAKES) {
            lines.add("No pack has `" + request.words() + "`; this comes close:");
        } else if (tolerance == Tolerance.ANY_WORD) {
            lines.add("No pack has all of `" + request.words() + "`; this has a part:");
        }
        TextTable table = new TextTable();
        boolean isMarked = false;
        for (Row row : packs) {
            isMarked |= !row.mark().isEmpty();
        }
        for (Row row : packs) {
            SearchedPack pack = row.pack();
            String version = pack.id().version().toString();
            if (isMarked) {
                table.row(row.typed(), version, pack.category(), row.mark(), pack.description());
            } else {
                table.row(row.typed(), version, pack.category(), pack.description());
            }
        }
        lines.addAll(table.lines(""));
        lines.add("");
        if (total > packs.size()) {
            lines.add(packs.size() + " of " + Count.of(total, "pack") + "; more: -Dpacks.limit=" + 5 * packs.size());
        }
        lines.add("More about one: mvn packs:" + (request.isList() ? "show" : "info") + " -Dpack="
                + packs.get(0).typed());
        return lines;
    }

    /** What was asked for, and nothing else. */
    private String asked() {
        List<String> parts = new ArrayList<>();
        if (!request.words().isBlank()) {
            parts.add("`" + request.words() + "`");
        }
        request.category().ifPresent(category -> parts.add("the category `" + category + "`"));
        request.tag().ifPresent(tag -> parts.add("the tag `" + tag + "`"));
        return parts.isEmpty() ? "this" : String.join(" and ", parts);
    }

    private List<String> nothing() {
        List<String> lines = new ArrayList<>();
        lines.add(
                request.isList()
                        ? "No pack matches. Without -Dcategory and -Dtag, all are listed."
                        : "No pack matches " + asked() + ".");
        for (String suggestion : suggestions) {
            lines.add("Did you mean `" + suggestion + "`?");
        }
        if (!request.hasCatalog()) {
            lines.add("Packs of Maven repositories are searched in a catalogue: -Dpacks.catalog=…");
        }
        return lines;
    }

    @Override
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Row row : packs) {
            rows.add(row.document());
        }
        document.put("packs", rows);
        document.put("total", total);
        document.put("matched", tolerance.key());
        document.put("suggestions", suggestions);
        return document;
    }
}
