package dev.packs.site;

import dev.packs.markdown.MarkdownElement;
import dev.packs.markdown.MarkdownPart;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A README as part of a page. Links lead to the web, to a mailbox, or to a heading of the same README, or they are plain text. Images are not shown, since they would be fetched from somewhere: what
 * stands for them is, as a link.
 */
final class ReadmeMarkup {

    /** A README's own first level stands below the heading of its section. */
    private static final int BELOW = 2;

    private static final int DEEPEST_HEADING = 6;
    private static final String ID = "readme-";

    private final Html html;
    private final List<MarkdownPart> parts;

    /** The ids of the headings, in their order. */
    private final List<String> ids;

    private final Set<String> known;

    /** How many elements of HTML each open element of the text has become. */
    private final Deque<Integer> open = new ArrayDeque<>();

    private int headings;
    private int links;

    private ReadmeMarkup(Html html, List<MarkdownPart> parts) {
        this.html = html;
        this.parts = parts;
        ids = ids(parts);
        known = Set.copyOf(ids);
    }

    static void write(Html html, List<MarkdownPart> parts) {
        new ReadmeMarkup(html, parts).write();
    }

    private void write() {
        Deque<MarkdownElement> elements = new ArrayDeque<>();
        for (MarkdownPart part : parts) {
            if (part instanceof MarkdownPart.Start start) {
                elements.push(start.element());
                open.push(start(start.element(), start.value()));
            } else if (part instanceof MarkdownPart.Text text) {
                html.text(text.text());
            } else {
                for (int left = open.pop(); left > 0; left--) {
                    html.close();
                }
                MarkdownElement ended = elements.pop();
                links -= isLink(ended) ? 1 : 0;
            }
        }
    }

    private static boolean isLink(MarkdownElement element) {
        return element == MarkdownElement.LINK || element == MarkdownElement.IMAGE;
    }

    /** Returns how many elements were opened. */
    private int start(MarkdownElement element, String value) {
        return switch (element) {
            case HEADING -> heading(value);
            case PARAGRAPH -> opened("p");
            case QUOTE -> opened("blockquote");
            case BULLETS -> opened("ul");
            case NUMBERS -> value.matches("[0-9]{1,9}") ? opened("ol", "start", value) : opened("ol");
            case ITEM -> opened("li");
            case CODE_BLOCK -> opened("pre") + opened("code");
            case CODE -> opened("code");
            case EMPHASIS -> opened("em");
            case STRONG -> opened("strong");
            case LINK -> link(value);
            case IMAGE -> image(value);
            case RULE -> single("hr");
            case LINE_BREAK -> single("br");
            case TABLE -> opened("div", "class", "scroll") + opened("table");
            case TABLE_HEAD -> opened("thead");
            case TABLE_BODY -> opened("tbody");
            case ROW -> opened("tr");
            case HEAD_CELL -> opened("th", "scope", "col");
            case CELL -> opened("td");
        };
    }

    private int opened(String element, String... attributes) {
        html.open(element, attributes);
        return 1;
    }

    private int single(String element) {
        html.single(element);
        return 0;
    }

    private int heading(String level) {
        int number = level.matches("[1-6]") ? Integer.parseInt(level) : 1;
        return opened("h" + Math.min(DEEPEST_HEADING, number + BELOW), "id", ids.get(headings++));
    }

    private int link(String target) {
        links++;
        Optional<String> address = target.startsWith("#") ? heading(target, known) : WebAddress.of(target);
        return links == 1 && address.isPresent()
                ? opened("a", "href", address.get(), "rel", "noreferrer nofollow")
                : opened("span");
    }

    private int image(String source) {
        links++;
        Optional<String> address = WebAddress.of(source);
        return links == 1 && address.isPresent()
                ? opened("a", "class", "image", "href", address.get(), "rel", "noreferrer nofollow")
                : opened("span", "class", "image");
    }

    private static Optional<String> heading(String fragment, Set<String> known) {
        try {
            String id = ID
                    + URLDecoder.decode(fragment.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8)
                            .toLowerCase(Locale.ROOT);
            return known.contains(id)
                    ? Optional.of("#" + URLEncoder.encode(id, StandardCharsets.UTF_8))
                    : Optional.empty();
        } catch (IllegalArgumentException noEncoding) {
            return Optional.empty();
        }
    }

    /** As hosts of repositories make them, so that links inside a README find their heading. */
    private static List<String> ids(List<MarkdownPart> parts) {
        List<String> ids = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        StringBuilder heading = new StringBuilder();
        int depth = 0;
        for (MarkdownPart part : parts) {
            if (part instanceof MarkdownPart.Start start) {
                if (depth > 0 || start.element() == MarkdownElement.HEADING) {
                    depth++;
                }
            } else if (part instanceof MarkdownPart.Text text && depth > 0) {
                heading.append(text.text());
            } else if (part instanceof MarkdownPart.End && depth > 0) {
                depth--;
                if (depth == 0) {
                    ids.add(unique(ID + slug(heading.toString()), taken));
                    heading.setLength(0);
                }
            }
        }
        return ids;
    }

    private static String unique(String id, Set<String> taken) {
        String unique = id;
        for (int i = 1; !taken.add(unique); i++) {
            unique = id + "-" + i;
        }
        return unique;
    }

    private static String slug(String heading) {
        StringBuilder slug = new StringBuilder();
        String small = heading.toLowerCase(Locale.ROOT).strip();
        for (int i = 0; i < small.length(); i++) {
            char c = small.charAt(i);
            if (Character.isLetterOrDigit(c) || c == '-' || c == '_') {
                slug.append(c);
            } else if (c == ' ') {
                slug.append('-');
            }
        }
        return slug.toString();
    }
}
