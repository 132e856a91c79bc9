package dev.packs.site;

import dev.packs.pack.PackName;
import dev.packs.search.SearchedPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The page of one pack. No script runs on it. */
final class PackPage {

    private static final String ROOT = "../../";

    /** A pack that thousands need has a page all the same. */
    private static final int MOST_DEPENDANTS = 200;

    private static final int MOST_FILES = 500;

    private final Html html;
    private final SitePack pack;
    private final SiteNeeds needs;

    private PackPage(Html html, SitePack pack, SiteNeeds needs) {
        this.html = html;
        this.pack = pack;
        this.needs = needs;
    }

    static String of(SitePack pack, SiteNeeds needs) {
        return Frame.page(
                pack.pack().name() + " – Packs",
                ROOT,
                Optional.empty(),
                html -> new PackPage(html, pack, needs).body());
    }

    /** A pack's page as another pack's page names it; empty where the site has none. */
    static Optional<String> link(String name, SiteNeeds needs) {
        return needs.find(name).map(listed -> ROOT + SiteAddress.page(listed).text());
    }

    private void body() {
        SearchedPack listed = pack.pack();
        html.open("header", "class", "top");
        html.open("nav", "aria-label", "Packs")
                .element("a", "All packs", "href", ROOT + "index.html")
                .close()
                .close()
                .line();
        html.open("main", "id", "content", "tabindex", "-1").line();
        html.element("h1", listed.name()).line();
        html.open("p", "class", "meta")
                .element("code", listed.id().name().toString(), "class", "id")
                .text(" ")
                .element("span", listed.id().version().toString(), "class", "version")
                .text(" ")
                .element("a", listed.category(), "class", "category", "href", found("category", listed.category()))
                .close()
                .line();
        html.element("p", listed.description(), "class", "lead").line();
        html.open("div", "class", "columns").line().open("div").line();
        section("use", "How to use it", this::use);
        if (!pack.readme().isEmpty()) {
            section("readme", "README", inside -> {
                inside.open("div", "class", "readme");
                ReadmeMarkup.write(inside, pack.readme());
                inside.close();
            });
        }
        variables();
        outputs();
        dependencies();
        needs("Packages", "packages", pack.packages(), "Package");
        list("Queries", "queries", pack.queries());
        list("Hooks, which run only if you say so", "hooks", pack.hooks());
        html.close().line();
        facts();
        html.close().line().close().line();
    }

    /** The list of packs, with this in its search. */
    private static String found(String key, String value) {
        return ROOT + "index.html#" + key + "=" + Fragment.encode(value);
    }

    private void section(String id, String title, Consumer<Html> content) {
        html.open("section", "aria-labelledby", id)
                .element("h2", title, "id", id)
                .line();
        content.accept(html);
        html.close().line();
    }

    private void use(Html inside) {
        List<String> commands = Commands.of(pack);
        inside.open("pre").element("code", String.join("\n", commands)).close().line();
        if (pack.facts().archetype().isEmpty()) {
            inside.element("p", "Or declared in a pom, so that each build regenerates its code:");
            inside.open("pre").element("code", Commands.pom(pack)).close().line();
        }
    }

    private void variables() {
        if (pack.variables().isEmpty()) {
            return;
        }
        section("variables", "Variables", inside -> {
            inside.open("div", "class", "scroll").open("table").open("thead").open("tr");
            for (String title : List.of("Name", "Type", "Default", "Meaning")) {
                inside.element("th", title, "scope", "col");
            }
            inside.close().close().open("tbody").line();
            pack.variables().forEach(variable -> row(variable, ""));
            inside.close().close().close();
        });
    }

    private void row(SiteVariable variable, String above) {
        String name = above + variable.name();
        html.open("tr").open("th", "scope", "row").element("code", name).close();
        html.element("td", variable.type()).open("td");
        if (variable.secret()) {
            html.element("em", "secret");
        } else if (variable.value().isPresent()) {
            html.element("code", variable.value().get());
        } else if (variable.required()) {
            html.element("em", "required");
        }
        html.close().open("td");
        html.text(variable.description().orElse(""));
        details(variable);
        html.close().close().line();
        variable.parts().forEach(part -> row(part, name + "."));
    }

    private void details(SiteVariable variable) {
        if (!variable.options().isEmpty()) {
            html.open("p", "class", "detail").text("one of ");
            for (int i = 0; i < variable.options().size(); i++) {
                html.text(i == 0 ? "" : ", ").element("code", variable.options().get(i));
            }
            html.close();
        }
        List<String> words = new ArrayList<>(variable.bounds());
        variable.example().ifPresent(example -> words.add("for example: " + example));
        variable.when().ifPresent(when -> words.add("when " + when));
        words.forEach(word -> html.element("p", word, "class", "detail"));
    }

    private void outputs() {
        if (pack.outputs().isEmpty()) {
            return;
        }
        section("files", "Files", inside -> {
            inside.open("ul", "class", "files").line();
            List<SitePack.Output> shown =
                    pack.outputs().stream().limit(MOST_FILES).toList();
            for (SitePack.Output output : shown) {
                inside.open("li").element("code", output.path());
                List<String> words = new ArrayList<>();
                output.forEach().ifPresent(each -> words.add("for each " + each));
                output.when().ifPresent(when -> words.add("when " + when));
                if (!words.isEmpty()) {
                    inside.text(" ").element("span", String.join(", ", words), "class", "detail");
                }
                inside.close().line();
            }
            inside.close();
            more(pack.outputs().size() - shown.size());
        });
    }

    private void more(int left) {
        if (left > 0) {
            html.element("p", "and " + left + " more", "class", "detail");
        }
    }

    private void dependencies() {
        PackName name = pack.pack().id().name();
        List<SiteNeeds.Dependant> dependants = needs.dependants(name);
        if (pack.dependencies().isEmpty() && dependants.isEmpty()) {
            return;
        }
        section("dependencies", "Dependencies", inside -> {
            if (!pack.dependencies().isEmpty()) {
                inside.open("div", "class", "scroll drawing");
                new DependencyPicture(pack.pack().id().name(), needs).write(inside);
                inside.close().line();
                table("Needs", pack.dependencies());
            }
            if (!dependants.isEmpty()) {
                List<SiteNeed> rows = new ArrayList<>();
                dependants.stream()
                        .limit(MOST_DEPENDANTS)
                        .forEach(each -> rows.add(new SiteNeed(
                                each.name().toString(), each.constraint(), each.optional(), Optional.empty())));
                table("Needed by", rows);
                more(dependants.size() - rows.size());
            }
        });
    }

    private void needs(String title, String id, List<SiteNeed> rows, String column) {
        if (!rows.isEmpty()) {
            section(id, title, inside -> table(column, rows));
        }
    }

    private void table(String column, List<SiteNeed> rows) {
        html.open("div", "class", "scroll").open("table").open("thead").open("tr");
        for (String title : List.of(column, "Version", "")) {
            html.element(title.isEmpty() ? "td" : "th", title);
        }
        html.close().close().open("tbody").line();
        for (SiteNeed need : rows) {
            html.open("tr").open("td");
            Optional<String> address = column.equals("Package") ? Optional.empty() : link(need.name(), needs);
            if (address.isPresent()) {
                html.element("a", need.name(), "href", address.get());
            } else {
                html.element("code", need.name());
            }
            html.close().open("td").element("code", need.constraint()).close();
            html.element("td", note(need)).close().line();
        }
        html.close().close().close().line();
    }

    private static String note(SiteNeed need) {
        String note = need.note().orElse("");
        return need.optional() ? "optional" + (note.isEmpty() ? "" : ": " + note) : note;
    }

    private void list(String title, String id, List<String> lines) {
        if (!lines.isEmpty()) {
            section(id, title, inside -> {
                inside.open("ul", "class", "files");
                lines.forEach(line -> inside.open("li").element("code", line).close());
                inside.close();
            });
        }
    }

    private void facts() {
        html.open("aside", "aria-label", "Facts").open("dl").line();
        SearchedPack listed = pack.pack();
        SiteFacts facts = pack.facts();
        fact("Version", inside -> inside.text(listed.id().version().toString()));
        if (facts.versions().size() > 1) {
            fact("Versions", inside -> inside.text(String.join(", ", facts.versions())));
        }
        facts.license().ifPresent(license -> fact("Licence", inside -> inside.text(license)));
        facts.author().ifPresent(author -> fact("Author", inside -> web(author.name(), author.address())));
        facts.repository().ifPresent(address -> fact("Repository", inside -> web(address, facts.repository())));
        facts.archetype().ifPresent(archetype -> fact("Archetype", inside -> inside.element("code", archetype)));
        if (!facts.requirements().isEmpty()) {
            fact("Requires", inside -> inside.text(String.join(", ", facts.requirements())));
        }
        fact(
                "Production-ready",
                inside -> inside.text(listed.productionReady() ? "yes, its author says" : "not claimed"));
        fact("Found", inside -> inside.text(pack.source()));
        List<String> words = new ArrayList<>(listed.tags());
        words.addAll(listed.keywords());
        if (!words.isEmpty()) {
            fact("Tags", inside -> {
                inside.open("ul", "class", "tags");
                words.forEach(word -> inside.open("li")
                        .element("a", word, "href", found("q", word))
                        .close());
                inside.close();
            });
        }
        html.close().close().line();
    }

    private void fact(String title, Consumer<Html> value) {
        html.element("dt", title).open("dd");
        value.accept(html);
        html.close().line();
    }

    /** A link where the address is one that we link to, and text otherwise. */
    private void web(String text, Optional<String> address) {
        Optional<String> allowed = address.flatMap(WebAddress::of);
        if (allowed.isPresent()) {
            html.element("a", text, "href", allowed.get(), "rel", "noreferrer nofollow");
        } else {
            html.text(text);
        }
    }
}
