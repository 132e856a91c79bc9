package dev.packs.site;

import dev.packs.pack.PackDescription;
import dev.packs.search.SearchedPack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The page that lists all packs. The list is also what its script searches, so that nothing is there twice; without the script it is a list. */
final class IndexPage {

    private IndexPage() {}

    /**
     * @param packs in the order in which they are listed
     * @param plugin as it is typed in full
     */
    static String of(Collection<SearchedPack> packs, String plugin) {
        Map<SearchedPack, Integer> ranks = ranks(packs);
        return Frame.page("Packs", "", Optional.of(Frame.script()), html -> {
            head(html, packs);
            html.open("main", "id", "content", "tabindex", "-1").line();
            html.element("p", count(packs.size()), "id", "status", "role", "status")
                    .line();
            html.open("ol", "id", "results", "class", "packs", "hidden", "", "aria-label", "Found packs")
                    .close()
                    .line();
            html.open("p", "id", "more", "hidden", "")
                    .element("button", "Show more", "type", "button")
                    .close()
                    .line();
            html.open("ul", "id", "packs", "class", "packs", "aria-label", "All packs")
                    .line();
            for (SearchedPack pack : packs) {
                item(html, pack, ranks.getOrDefault(pack, 0));
            }
            html.close().line().close().line();
            foot(html, plugin);
        });
    }

    /** Which of two packs comes first that are equally good. */
    private static Map<SearchedPack, Integer> ranks(Collection<SearchedPack> packs) {
        List<SearchedPack> sorted = new ArrayList<>(packs);
        sorted.sort(null);
        Map<SearchedPack, Integer> ranks = new HashMap<>();
        for (SearchedPack pack : sorted) {
            ranks.put(pack, ranks.size());
        }
        return ranks;
    }

    private static String count(int packs) {
        return packs == 1 ? "1 pack" : packs + " packs";
    }

    private static void head(Html html, Collection<SearchedPack> packs) {
        html.open("header", "class", "top").line().element("h1", "Packs").line();
        html.open("form", "id", "search", "role", "search", "hidden", "").line();
        html.element("label", "Search", "for", "words");
        html.single(
                        "input",
                        "id",
                        "words",
                        "type",
                        "search",
                        "placeholder",
                        "Words, as in: rest api",
                        "autocomplete",
                        "off",
                        "spellcheck",
                        "false",
                        "aria-describedby",
                        "keys",
                        "aria-keyshortcuts",
                        "/")
                .line();
        html.element("label", "Category", "for", "category");
        html.open("select", "id", "category").element("option", "All categories", "value", "");
        Map<String, Integer> categories = new TreeMap<>();
        packs.forEach(pack -> categories.merge(pack.category(), 1, Integer::sum));
        for (String category : PackDescription.CATEGORIES) {
            Integer number = categories.get(category);
            if (number != null) {
                html.element("option", category + " (" + number + ")", "value", category);
            }
        }
        html.close().line();
        html.open("p", "id", "keys")
                .element("kbd", "/")
                .text(" to search, ")
                .element("kbd", "↓")
                .text(" and ")
                .element("kbd", "↑")
                .text(" to go through what is found, ")
                .element("kbd", "Esc")
                .text(" to begin again")
                .close()
                .line();
        html.close().line().close().line();
    }

    private static void item(Html html, SearchedPack pack, int rank) {
        html.open("li", "data-rank", Integer.toString(rank)).open("article");
        html.open("h2")
                .element(
                        "a",
                        pack.name(),
                        "href",
                        SiteAddress.page(pack.id().name()).text())
                .close();
        html.open("p", "class", "meta")
                .element("code", pack.id().name().toString(), "class", "id")
                .text(" ")
                .element("span", pack.id().version().toString(), "class", "version")
                .text(" ")
                .element("span", pack.category(), "class", "category")
                .close();
        if (!pack.description().isEmpty()) {
            html.element("p", pack.description(), "class", "description");
        }
        if (!pack.tags().isEmpty() || !pack.keywords().isEmpty()) {
            html.open("ul", "class", "tags", "aria-label", "Tags");
            pack.tags().forEach(tag -> html.element("li", tag, "class", "tag"));
            pack.keywords().forEach(word -> html.element("li", word, "class", "keyword"));
            html.close();
        }
        html.close().close().line();
    }

    private static void foot(Html html, String plugin) {
        html.open("footer").open("p");
        html.text("Where Maven does not know ")
                .element("code", "mvn packs:…")
                .text(", type ")
                .element("code", "mvn " + plugin + ":…")
                .close()
                .close()
                .line();
    }
}
