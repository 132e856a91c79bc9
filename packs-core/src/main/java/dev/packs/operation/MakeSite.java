package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.catalog.Catalog;
import dev.packs.markdown.MarkdownReader;
import dev.packs.search.SearchedPack;
import dev.packs.site.Site;
import dev.packs.site.SiteAddress;
import dev.packs.site.SiteNeeds;
import dev.packs.source.PackLibrary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes pages of packs that a browser shows from any folder: a list that is searched, and a page for each pack. */
public final class MakeSite {

    private final PackLibrary library;
    private final PacksAtHand packs;
    private final Supplier<Optional<Catalog>> catalog;
    private final Supplier<? extends MarkdownReader> markdown;

    /**
     * @param catalog whose packs are shown, too
     * @param markdown reads READMEs; asked for when there is the first
     */
    public MakeSite(
            PackLibrary library,
            PacksAtHand packs,
            Supplier<Optional<Catalog>> catalog,
            Supplier<? extends MarkdownReader> markdown) {
        this.library = library;
        this.packs = packs;
        this.catalog = catalog;
        this.markdown = markdown;
    }

    /**
     * Where to make it.
     *
     * @param output the folder of the site
     * @param isForced whether a folder that has other things in it is taken all the same
     * @param isDry whether nothing is written
     * @param plugin the coordinates under which goals can always be typed
     */
    public record Request(Path output, boolean isForced, boolean isDry, String plugin) {}

    /**
     * What became of files.
     *
     * @param removed those of an earlier site that this one does not have
     */
    public record Changes(int created, int changed, int unchanged, int removed) {

        int files() {
            return created + changed + unchanged;
        }
    }

    /**
     * What was made.
     *
     * @param warnings of packs that are left out, and of pages that lack something
     */
    public record Made(Request request, int packs, Changes changes, List<Problem> warnings) implements Report {

        public Made {
            warnings = List.copyOf(warnings);
        }

        @Override
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            lines.add((request.isDry() ? "Would write" : "Wrote") + " the site of " + Count.of(packs, "pack") + " to `"
                    + request.output() + "`: " + counts());
            if (!request.isDry()) {
                lines.add("Open it: " + request.output().resolve("index.html"));
            }
            return lines;
        }

        private String counts() {
            List<String> counts = new ArrayList<>();
            count(counts, changes.created(), "new");
            count(counts, changes.changed(), "changed");
            count(counts, changes.removed(), "removed");
            count(counts, changes.unchanged(), "as before");
            return Count.of(changes.files(), "file") + ", " + String.join(", ", counts);
        }

        private static void count(List<String> counts, int files, String what) {
            if (files > 0) {
                counts.add(files + " " + what);
            }
        }

        @Override
        public Map<String, Object> document() {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("folder", request.output().toString());
            document.put("packs", packs);
            document.put("files", changes.files());
            document.put("created", changes.created());
            document.put("changed", changes.changed());
            document.put("unchanged", changes.unchanged());
            document.put("removed", changes.removed());
            document.put("dryRun", request.isDry());
            return document;
        }
    }

    /** @throws dev.packs.PacksException if a pack or the catalogue is wrong, or the folder holds something else; nothing is written then */
    public Made run(Request request) {
        SitePacks shown = new SitePacks(library, packs.collect(), catalog.get(), markdown);
        Collection<SearchedPack> listed = shown.packs();
        Site site = new Site(new SiteNeeds(shown.needs()), request.plugin());
        try (SiteFolder folder = SiteFolder.open(request)) {
            site.frame(listed).forEach(folder::add);
            for (SearchedPack pack : listed) {
                folder.add(
                        SiteAddress.page(pack.id().name()),
                        site.page(shown.page(pack.id().name())));
            }
            return new Made(request, listed.size(), folder.finish(), shown.warnings());
        }
    }
}
