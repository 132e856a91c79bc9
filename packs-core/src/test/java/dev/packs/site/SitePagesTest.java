package dev.packs.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.io.RelativePath;
import dev.packs.markdown.MarkdownElement;
import dev.packs.markdown.MarkdownPart;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.search.SearchedPack;
import dev.packs.version.Version;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SitePagesTest {

    private static final PackName NAME = new PackName("com.acme", "shop");
    private static final PackName BASE = new PackName("com.acme", "base");
    private static final Pattern TAG = Pattern.compile("</?([a-zA-Z0-9!]+)([^<>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"([^\"]*)\"");

    /** A pack that says the same everywhere. */
    private static SitePack saying(String text, List<MarkdownPart> readme) {
        Optional<String> some = Optional.of(text);
        SiteVariable field = new SiteVariable(
                text, text, some, some, false, false, List.of(text), some, List.of(text), some, List.of());
        return new SitePack(
                listed(text),
                text,
                new SiteFacts(
                        some,
                        Optional.of(new SiteFacts.Author(text, some)),
                        some,
                        Optional.empty(),
                        List.of(text),
                        List.of(text, text)),
                List.of(
                        new SiteVariable(
                                text, text, some, some, true, false, List.of(), some, List.of(), some, List.of(field)),
                        new SiteVariable(
                                "v",
                                text,
                                some,
                                Optional.empty(),
                                true,
                                false,
                                List.of(),
                                some,
                                List.of(),
                                Optional.empty(),
                                List.of())),
                List.of(new SitePack.Output(text, some, some)),
                List.of(new SiteNeed(text, text, true, some)),
                List.of(new SiteNeed(BASE.toString(), text, true, some)),
                List.of(text),
                List.of(text),
                readme);
    }

    private static SearchedPack listed(String text) {
        return new SearchedPack(
                new PackId(NAME, Version.parse("1.2.0")), text, text, "web", List.of(text), List.of(text), true);
    }

    private static List<MarkdownPart> readme(String text) {
        List<MarkdownPart> parts = new ArrayList<>();
        for (MarkdownElement element : MarkdownElement.values()) {
            parts.add(new MarkdownPart.Start(element, text));
            parts.add(new MarkdownPart.Text(text));
            parts.add(new MarkdownPart.End());
        }
        return parts;
    }

    private static SiteNeeds needs(String constraint) {
        SortedMap<PackName, List<SiteNeed>> packs = new TreeMap<>();
        packs.put(NAME, List.of(new SiteNeed(BASE.toString(), constraint, true, Optional.empty())));
        packs.put(BASE, List.of());
        return new SiteNeeds(packs);
    }

    private static String page(SitePack pack, String constraint) {
        return new String(new Site(needs(constraint), "g:a:1").page(pack), StandardCharsets.UTF_8);
    }

    /** Elements with the names of their attributes; what a text says is none of it. */
    private static List<String> structure(String html) {
        return TAG.matcher(html.replaceAll("(?s)<script>.*?</script>", "<script></script>"))
                .results()
                .map(tag -> tag.group(1) + " "
                        + ATTRIBUTE
                                .matcher(tag.group(2))
                                .results()
                                .map(attribute -> attribute.group(1))
                                .toList())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>window.pwned=1</script>",
                "\"><img src=x onerror=alert(1)>",
                "' onmouseover='alert(1)",
                "</title></style></textarea></svg></pre></script><script>alert(1)</script>",
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "<!--",
                "]]><svg/onload=alert(1)>",
                "&#60;script&#62;",
                "\u2028\u2029\u0000\u202e<b>",
                "${7*7}{{7*7}}"
            })
    void whatever_texts_say_the_page_consists_of_the_same_elements(String hostile) {
        String page = page(saying(hostile, readme(hostile)), hostile);
        String harmless = page(saying("harmless", readme("harmless")), "harmless");

        assertThat(structure(page)).isEqualTo(structure(harmless));
        assertThat(page).doesNotContain("<script", "<img", "<!--");
        assertThat(structure(list(hostile))).isEqualTo(structure(list("harmless")));
    }

    private static String list(String text) {
        byte[] list = new Site(needs("1"), "g:a:1").frame(List.of(listed(text))).get(RelativePath.parse("index.html"));
        return new String(Objects.requireNonNull(list), StandardCharsets.UTF_8);
    }

    @Test
    void nothing_on_a_page_is_fetched_from_elsewhere_and_no_script_runs_on_it() {
        String page = page(saying("https://evil.example/x.png", readme("https://evil.example/x.png")), "^1");
        List<String> links = ATTRIBUTE
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .filter(attribute -> attribute.contains("=\"http"))
                .distinct()
                .toList();

        assertThat(links).containsExactly("href=\"https://evil.example/x.png\"");
        assertThat(page)
                .contains("default-src &#39;none&#39;")
                .doesNotContain("script-src")
                .doesNotContain("url(https");
    }

    @Test
    void a_readme_links_to_its_own_headings_and_shows_no_images() {
        List<MarkdownPart> readme = List.of(
                new MarkdownPart.Start(MarkdownElement.HEADING, "1"),
                new MarkdownPart.Text("How to: "),
                new MarkdownPart.Start(MarkdownElement.CODE, ""),
                new MarkdownPart.Text("use"),
                new MarkdownPart.End(),
                new MarkdownPart.End(),
                new MarkdownPart.Start(MarkdownElement.HEADING, "9"),
                new MarkdownPart.Text("how to use"),
                new MarkdownPart.End(),
                new MarkdownPart.Start(MarkdownElement.LINK, "#how-to-use"),
                new MarkdownPart.Text("there"),
                new MarkdownPart.End(),
                new MarkdownPart.Start(MarkdownElement.LINK, "#nowhere"),
                new MarkdownPart.Text("nowhere"),
                new MarkdownPart.End(),
                new MarkdownPart.Start(MarkdownElement.LINK, "#%zz"),
                new MarkdownPart.Text("wrong"),
                new MarkdownPart.End(),
                new MarkdownPart.Start(MarkdownElement.LINK, "https://ci.example/"),
                new MarkdownPart.Start(MarkdownElement.IMAGE, "https://img.example/badge.svg"),
                new MarkdownPart.Text("built"),
                new MarkdownPart.End(),
                new MarkdownPart.End(),
                new MarkdownPart.Start(MarkdownElement.IMAGE, "shot.png"),
                new MarkdownPart.Text("a shot"),
                new MarkdownPart.End());

        assertThat(page(saying("x", readme), "^1"))
                .contains(
                        "<h3 id=\"readme-how-to-use\">How to: <code>use</code></h3>",
                        "<h3 id=\"readme-how-to-use-1\">how to use</h3>",
                        "<a href=\"#readme-how-to-use\" rel=\"noreferrer nofollow\">there</a>",
                        "<span>nowhere</span>",
                        "<span>wrong</span>",
                        "<a href=\"https://ci.example/\" rel=\"noreferrer nofollow\"><span"
                                + " class=\"image\">built</span></a>",
                        "<span class=\"image\">a shot</span>")
                .doesNotContain("img.example");
    }

    @Test
    void commands_have_no_value_that_a_shell_would_read_something_into() {
        assertThat(page(saying("$(touch /tmp/x)`id`", List.of()), "^1"))
                .contains("mvn packs:generate -Dpack=com.acme:shop -Dname=my-project")
                .contains("-Dvar.v=…");
        assertThat(page(saying("8080", List.of()), "^1")).contains("-Dvar.v=8080");
    }

    @Test
    void pages_of_packs_lead_to_each_other_and_to_the_list() {
        assertThat(page(saying("x", List.of()), "^1"))
                .contains(
                        "href=\"../../index.html\"",
                        "href=\"../../packs/com.acme/base.html\"",
                        "href=\"../../index.html#category=web\"",
                        "href=\"../../index.html#q=x\"",
                        "class=\"arrow optional\"");
        SitePack base = new SitePack(
                listed("Base"),
                "folder",
                new SiteFacts(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("g:a:1"),
                        List.of(),
                        List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        assertThat(page(base, "^1")).doesNotContain("Dependencies", "README", "pom");
    }
}
