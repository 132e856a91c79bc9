package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** A site in Chromium, from its folder and without a network. Runs under the profile `site` alone, and leaves photographs in {@code target/site-photographs}. */
@Tag("site")
class SiteInBrowserIT {

    private static final List<String> QUESTIONS = List.of(
            "rest",
            "rest api",
            "web-api-starter",
            "Web API Starter",
            "java",
            "grap",
            "postgers",
            "kubernets",
            "monitoring rest",
            "qwyjibo rest",
            "evil script",
            "qwyjibo");
    private static final Path PHOTOGRAPHS = Path.of("target/site-photographs");
    private static final double READABLE = 4.5;

    @TempDir
    private static Path folder;

    private static Path site;
    private static Browser browser;

    @BeforeAll
    static void a_site_with_a_pack_that_is_hostile() {
        unpack(HostilePack.pack());
        site = folder.resolve("work/packs-site");
        maven().run("packs:site", "-Dpacks.folder=packs").succeeds().shows("Wrote the site of 13 packs");
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    private static MavenRun maven() {
        return MavenRun.in(folder.resolve("work")).offline();
    }

    private static void unpack(TestPack pack) {
        try {
            Path root = Files.createDirectories(folder.resolve("work/packs").resolve(pack.id()));
            Files.writeString(root.resolve("pack.toml"), pack.manifest());
            for (Map.Entry<String, byte[]> file : pack.files().entrySet()) {
                Path path = root.resolve(file.getKey());
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                Files.write(path, file.getValue());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Path pack(String id) {
        return site.resolve("packs/dev.packs.starters/" + id + ".html");
    }

    private static Path hostile() {
        return site.resolve("packs/" + HostilePack.GROUP + "/evil.html");
    }

    private static void search(String words) {
        browser.ask("document.getElementById('words').value = ''");
        browser.find("#words").sendKeys(words);
        browser.awaits("a search for " + words, () -> browser.page().endsWith(fragment(words)));
    }

    private static List<String> searched(String words) {
        search(words);
        return browser.texts("#results .id");
    }

    /** As the page writes down what was asked. */
    private static String fragment(String words) {
        return String.valueOf(browser.ask("return String(new URLSearchParams({q: arguments[0]}))", words));
    }

    @AfterEach
    void nothing_was_fetched_from_elsewhere_no_script_of_a_pack_ran_and_nobody_complained() {
        assertThat(browser.ask("return String(window.pwned)")).isEqualTo("undefined");
        assertThat(browser.requests())
                .isNotEmpty()
                .allMatch(address -> address.startsWith("file:") || address.equals("about:blank"));
        assertThat(browser.complaints()).isEmpty();
        browser.scripts(true);
        browser.prefers("light");
        browser.width(1280);
    }

    @Test
    void what_is_typed_finds_the_packs_that_the_goal_finds_in_the_same_order() throws IOException {
        browser.open(site.resolve("index.html"));
        assertThat(browser.texts("#status")).containsExactly("13 packs");
        for (String question : QUESTIONS) {
            Path file = folder.resolve("found.json");
            maven().run(
                            "packs:search",
                            "-Dquery=" + question,
                            "-Dpacks.folder=packs",
                            "-Dpacks.limit=100",
                            "-Dpacks.format=json",
                            "-Dpacks.outputFile=" + file)
                    .succeeds();
            List<String> expected = new ArrayList<>();
            for (JsonNode pack : new ObjectMapper()
                    .readTree(Files.readString(file))
                    .path("result")
                    .path("packs")) {
                expected.add(pack.path("group").asText() + ":" + pack.path("id").asText());
            }
            search(question);
            assertThat(browser.texts("#results .id")).as(question).isEqualTo(expected);
            assertThat(browser.texts("#status"))
                    .as(question)
                    .singleElement()
                    .asString()
                    .startsWith(expected.isEmpty() ? "No pack matches" : expected.size() + " pack");
        }
        List<String> plain = searched("devops");
        assertThat(searched("DÉVOPS")).isNotEmpty().isEqualTo(plain);
        search("rest");
        browser.photograph(PHOTOGRAPHS.resolve("search.png"));
    }

    @Test
    void a_pack_is_found_and_read_with_the_keyboard_alone() {
        browser.open(site.resolve("index.html"));
        browser.type(Keys.TAB);
        assertThat(browser.focus()).isEqualTo("Skip to the content");
        browser.type("/");
        assertThat(browser.focus()).isEqualTo("#words");
        assertThat(browser.ask("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        browser.type("web-api");
        browser.awaits("a result", () -> browser.texts("#results .id").size() > 0);
        browser.type(Keys.ARROW_DOWN);
        assertThat(browser.focus()).isEqualTo(browser.texts("#results h2 a").get(0));
        assertThat(browser.ask("return document.activeElement.matches(':focus-visible')"))
                .isEqualTo(true);
        browser.type(Keys.ARROW_DOWN);
        assertThat(browser.focus()).isEqualTo(browser.texts("#results h2 a").get(1));
        browser.type(Keys.ARROW_UP, Keys.ARROW_UP);
        assertThat(browser.focus()).isEqualTo("#words");
        browser.type(Keys.ENTER);
        browser.awaits("the page", () -> browser.page().equals("web-api-starter.html"));
        browser.back();
        browser.awaits(
                "the search as it was", () -> browser.texts("#results .id").size() > 0);
        assertThat(browser.find("#words").getDomProperty("value")).isEqualTo("web-api");
        browser.find("#words").click();
        browser.type(Keys.ESCAPE);
        assertThat(browser.texts("#status")).containsExactly("13 packs");
        assertThat(browser.texts("#packs .id")).hasSize(13);

        browser.type(Keys.TAB);
        assertThat(browser.focus()).isEqualTo("#category");
        browser.type("web");
        browser.awaits(
                "those of a category", () -> browser.texts("#results .category").size() > 0);
        assertThat(browser.texts("#results .category")).containsOnly("web");
        browser.type(Keys.TAB);
        assertThat(browser.focus()).isEqualTo(browser.texts("#results h2 a").get(0));
    }

    @Test
    void a_hostile_pack_is_text_on_every_page() {
        browser.open(site.resolve("index.html"));
        search("evil");
        assertThat(browser.texts("#results h2 a"))
                .first()
                .asString()
                .startsWith("</title></h2><script>window.pwned='name'");
        browser.open(
                site.resolve("index.html"), "#q=%3Cimg+src%3Dx+onerror%3Dwindow.pwned%3D1%3E&category=%3Cscript%3E");
        assertThat(browser.ask("return document.querySelectorAll('img, iframe, svg').length"))
                .isEqualTo(0L);

        browser.open(hostile());
        assertThat(browser.title()).startsWith("</title></h2><script>window.pwned='name'");
        assertThat(browser.ask("return document.scripts.length")).isEqualTo(0L);
        assertThat(browser.ask("return document.querySelectorAll('img, iframe, object, embed, style, form, base, body"
                        + " [onclick], body [style]').length"))
                .isEqualTo(0L);
        assertThat(browser.ask("return [...document.querySelectorAll('body a')].map(a => new URL(a.href.baseVal ||"
                        + " a.href, document.baseURI).protocol).filter(p => !['file:', 'https:',"
                        + " 'mailto:'].includes(p)).length"))
                .isEqualTo(0L);
        assertThat(browser.ask("return [...document.querySelectorAll('body *')].flatMap(e =>"
                        + " e.getAttributeNames()).filter(n => n.startsWith('on')).length"))
                .isEqualTo(0L);
        assertThat(browser.texts(".readme h3")).containsExactly("Evil <script>window.pwned='heading'</script>");
        browser.find(".readme a[href='#readme-below']").click();
        assertThat(browser.page()).isEqualTo("evil.html#readme-below");
        browser.photograph(PHOTOGRAPHS.resolve("hostile.png"));
        assertThat(browser.ask("const s = document.createElement('script'); s.textContent = 'window.injected = 1';"
                        + " document.body.append(s); return String(window.injected)"))
                .as("even markup would run nothing: the policy of the page forbids it")
                .isEqualTo("undefined");
        assertThat(browser.complaints()).singleElement().asString().contains("Content Security Policy");
    }

    @Test
    void it_is_dark_where_somebody_prefers_that_and_readable_in_both() {
        for (String scheme : List.of("light", "dark")) {
            for (Path page : List.of(site.resolve("index.html"), pack("enterprise-stack"), hostile())) {
                browser.prefers(scheme);
                browser.open(page);
                double paper = luminance(
                        String.valueOf(browser.ask("return getComputedStyle(document.body).backgroundColor")));
                assertThat(paper).isCloseTo(scheme.equals("dark") ? 0 : 1, within(0.2));
                assertThat(poorlyReadable()).as(page + " " + scheme).isEmpty();
            }
            browser.open(pack("enterprise-stack"));
            browser.photograph(PHOTOGRAPHS.resolve("pack-" + scheme + ".png"));
            browser.open(site.resolve("index.html"));
            browser.photograph(PHOTOGRAPHS.resolve("list-" + scheme + ".png"));
        }
    }

    /** What has too little contrast to what is behind it, by the Web Content Accessibility Guidelines 2.2, 1.4.3. */
    private static List<String> poorlyReadable() {
        List<String> poor = new ArrayList<>();
        Object pairs = browser.ask("""
                const seen = new Set();
                for (const element of document.querySelectorAll('body *')) {
                  const own = [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
                  if (!own || !element.checkVisibility()) continue;
                  const inDrawing = element.closest('svg');
                  const style = getComputedStyle(element);
                  let behind = element, paper = 'rgba(0, 0, 0, 0)';
                  while (behind && paper === 'rgba(0, 0, 0, 0)') {
                    paper = getComputedStyle(behind).backgroundColor;
                    behind = behind.parentElement;
                  }
                  const box = inDrawing && element.closest('g') && element.closest('g').querySelector('rect');
                  seen.add((inDrawing ? style.fill : style.color) + '|' + (box ? getComputedStyle(box).fill : paper) + '|' + element.tagName + '.' + element.getAttribute('class'));
                }
                return [...seen];
                """);
        for (Object each : (List<?>) pairs) {
            String[] parts = each.toString().split("\\|", -1);
            double one = luminance(parts[0]);
            double other = luminance(parts[1]);
            double contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            if (contrast < READABLE) {
                poor.add(String.format(Locale.ROOT, "%s: %.2f", each, contrast));
            }
        }
        return poor;
    }

    /** Of {@code rgb(r, g, b)}, as the guidelines define it. */
    private static double luminance(String colour) {
        double[] parts = Stream.of(colour.replaceAll("[^0-9.,]", "").split(",", -1))
                .limit(3)
                .mapToDouble(Double::parseDouble)
                .map(part -> part / 255)
                .map(part -> part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }

    @Test
    void without_scripts_it_is_a_list_that_leads_to_every_pack() {
        browser.scripts(false);
        browser.open(site.resolve("index.html"));

        assertThat(browser.texts("form")).isEmpty();
        assertThat(browser.texts("#packs h2 a")).hasSize(13);
        browser.find("#packs a[href$='/base-java.html']").click();
        assertThat(browser.title()).isEqualTo("Base Java – Packs");
        browser.find("nav a").click();
        assertThat(browser.texts("#packs h2 a")).hasSize(13);
    }

    @Test
    void a_narrow_window_shows_all_of_it_without_scrolling_sideways() {
        browser.width(360);
        for (Path page :
                List.of(site.resolve("index.html"), pack("enterprise-stack"), pack("web-api-starter"), hostile())) {
            browser.open(page);
            assertThat(browser.ask(
                            "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                    .as(page.toString())
                    .isEqualTo(0L);
        }
        browser.open(site.resolve("index.html")).photograph(PHOTOGRAPHS.resolve("list-narrow.png"));
        browser.open(pack("enterprise-stack")).photograph(PHOTOGRAPHS.resolve("pack-narrow.png"));
    }

    @Test
    void pages_have_landmarks_one_first_heading_and_names_for_everything() {
        for (Path page : List.of(site.resolve("index.html"), pack("enterprise-stack"), hostile())) {
            browser.open(page);
            assertThat(browser.ask("return document.querySelectorAll('main').length"))
                    .isEqualTo(1L);
            assertThat(browser.ask("return document.querySelectorAll('h1').length"))
                    .isEqualTo(1L);
            assertThat(browser.ask("return document.documentElement.lang")).isEqualTo("en");
            assertThat(browser.ask("return [...document.querySelectorAll('[id]')].length - new"
                            + " Set([...document.querySelectorAll('[id]')].map(e => e.id)).size"))
                    .as("ids are unique")
                    .isEqualTo(0L);
            assertThat(browser.ask("return [...document.querySelectorAll('input, select')].filter(e =>"
                            + " !e.labels.length).length"))
                    .isEqualTo(0L);
            assertThat(browser.ask("return [...document.querySelectorAll('a, button')].filter(e =>"
                            + " !e.textContent.trim()).length"))
                    .isEqualTo(0L);
            assertThat(browser.ask("return [...document.querySelectorAll('a[href^=\"#\"]')].filter(e =>"
                            + " !document.getElementById(decodeURIComponent(e.hash.slice(1)))).length"))
                    .isEqualTo(0L);
        }
        assertThat(links()).as("every page that is linked to is there").allMatch(Files::exists);
    }

    private static List<Path> links() {
        List<Path> links = new ArrayList<>();
        for (Path page : List.of(site.resolve("index.html"), pack("enterprise-stack"), pack("base-java"))) {
            browser.open(page);
            Object addresses = browser.ask(
                    "return [...document.querySelectorAll('a[href]')].map(a => new URL(a.href.baseVal || a.href,"
                            + " document.baseURI)).filter(u => u.protocol === 'file:').map(u =>"
                            + " decodeURIComponent(u.pathname))");
            for (Object address : (List<?>) addresses) {
                links.add(Path.of(address.toString()));
            }
        }
        assertThat(links).hasSizeGreaterThan(20);
        return links;
    }
}
