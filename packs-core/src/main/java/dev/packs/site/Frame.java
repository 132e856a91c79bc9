package dev.packs.site;

import dev.packs.integrity.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;

/** What every page has around its content: the head with its policy, the way past the navigation, the landmarks. */
final class Frame {

    static final String STYLE = "site.css";
    static final String ICON = "icon.svg";
    private static final String SCRIPT = "site.js";

    private Frame() {}

    /**
     * A whole page.
     *
     * @param root from the page to the folder of the site, as {@code ../../}
     * @param script of the page; nothing else can run on it
     */
    static String page(String title, String root, Optional<String> script, Consumer<Html> body) {
        Html html = new Html();
        html.open("html", "lang", "en").line().open("head").line();
        html.single("meta", "charset", "utf-8").line();
        html.single("meta", "http-equiv", "Content-Security-Policy", "content", policy(script))
                .line();
        html.single("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        html.single("meta", "name", "color-scheme", "content", "light dark").line();
        html.single("meta", "name", "referrer", "content", "no-referrer").line();
        html.element("title", title).line();
        html.single("link", "rel", "icon", "href", root + ICON, "type", "image/svg+xml")
                .line();
        html.single("link", "rel", "stylesheet", "href", root + STYLE).line();
        html.close().line().open("body").line();
        html.element("a", "Skip to the content", "class", "skip", "href", "#content")
                .line();
        body.accept(html);
        script.ifPresent(own -> html.script(own).line());
        html.close().line().close().line();
        return "<!DOCTYPE html>\n" + html;
    }

    /** Nothing may be loaded but the style beside the page, on a server and in a folder; the one script is named by its digest. */
    private static String policy(Optional<String> script) {
        return "default-src 'none'; style-src 'self' file:; img-src 'self' file:; "
                + script.map(own -> "script-src '" + digest(own) + "'; ").orElse("")
                + "base-uri 'none'; form-action 'none'";
    }

    private static String digest(String script) {
        MessageDigest digest = Digest.sha256();
        return "sha256-" + Base64.getEncoder().encodeToString(digest.digest(script.getBytes(StandardCharsets.UTF_8)));
    }

    static String script() {
        return resource(SCRIPT);
    }

    static String resource(String name) {
        try (InputStream content = Frame.class.getResourceAsStream(name)) {
            if (content == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
