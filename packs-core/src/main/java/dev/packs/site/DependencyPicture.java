package dev.packs.site;

import dev.packs.pack.PackName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a pack needs, and what that needs, as a drawing in SVG: the pack at the top, below it what it needs, and so on; an arrow for each need, with its constraint, dashed where it is optional. Packs
 * that the site has are links.
 */
final class DependencyPicture {

    private static final int MARGIN = 8;
    private static final int BOX_HEIGHT = 44;
    private static final int ROW_HEIGHT = 108;
    private static final int GAP = 16;
    private static final int PADDING = 20;
    private static final int BEND_WIDTH = 16;
    private static final int LONGEST = 34;
    private static final int ARROW = 7;

    private final DependencyRows rows;
    private final SiteNeeds needs;
    private final Map<DependencyRows.Place, Box> boxes = new HashMap<>();
    private int width;

    /** Where a pack, or a bend of an arrow, is drawn: the middle, and the upper edge. */
    private record Box(int middle, int top, int width) {

        int bottom() {
            return top + BOX_HEIGHT;
        }
    }

    DependencyPicture(PackName pack, SiteNeeds needs) {
        this.needs = needs;
        rows = DependencyRows.of(pack.toString(), needs);
    }

    void write(Html html) {
        place();
        int height = rows.rows().size() * ROW_HEIGHT - ROW_HEIGHT + BOX_HEIGHT + 2 * MARGIN;
        String size = "0 0 " + width + " " + height;
        html.open(
                        "svg",
                        "viewBox",
                        size,
                        "width",
                        Integer.toString(width),
                        "height",
                        Integer.toString(height),
                        "role",
                        "group",
                        "aria-label",
                        "Graph of dependencies; the table below says the same")
                .line();
        html.open("defs");
        html.open(
                "marker",
                "id",
                "arrow",
                "viewBox",
                "0 0 8 8",
                "refX",
                "7",
                "refY",
                "4",
                "markerWidth",
                Integer.toString(ARROW),
                "markerHeight",
                Integer.toString(ARROW),
                "orient",
                "auto");
        html.element("path", "", "d", "M0 0 8 4 0 8z", "class", "head");
        html.close().close().line();
        rows.arrows().forEach(arrow -> arrow(html, arrow));
        rows.arrows().forEach(arrow -> label(html, arrow));
        rows.rows()
                .forEach(row ->
                        row.stream().filter(place -> place.name().isPresent()).forEach(place -> box(html, place)));
        html.close().line();
        if (rows.isCut()) {
            html.element("p", "Not all that is needed is drawn.", "class", "detail");
        }
    }

    private void place() {
        List<Integer> widths = new ArrayList<>();
        for (List<DependencyRows.Place> row : rows.rows()) {
            int sum = -GAP;
            for (DependencyRows.Place place : row) {
                sum += width(place) + GAP;
            }
            widths.add(sum);
            width = Math.max(width, sum + 2 * MARGIN);
        }
        for (int i = 0; i < widths.size(); i++) {
            int left = (width - widths.get(i)) / 2;
            for (DependencyRows.Place place : rows.rows().get(i)) {
                int own = width(place);
                boxes.put(place, new Box(left + own / 2, MARGIN + i * ROW_HEIGHT, own));
                left += own + GAP;
            }
        }
    }

    private static int width(DependencyRows.Place place) {
        if (place.name().isEmpty()) {
            return BEND_WIDTH;
        }
        String name = place.name().get();
        // Letters of 13 and of 11 pixels, with room for fonts that are wider than most.
        return Math.max(id(name).length() * 15 / 2, group(name).length() * 6) + PADDING;
    }

    private static String id(String name) {
        return cut(name.substring(name.indexOf(':') + 1));
    }

    private static String group(String name) {
        return cut(name.substring(0, name.indexOf(':')));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }

    private void box(Html html, DependencyRows.Place place) {
        String name = place.name().orElseThrow();
        Box box = box(place);
        Optional<String> address = place.row() == 0 ? Optional.empty() : PackPage.link(name, needs);
        if (address.isPresent()) {
            html.open("a", "href", address.get());
        }
        String kind = place.row() == 0 ? "box own" : needs.find(name).isPresent() ? "box" : "box foreign";
        html.open("g", "class", kind).element("title", name);
        html.open(
                        "rect",
                        "x",
                        Integer.toString(box.middle() - box.width() / 2),
                        "y",
                        Integer.toString(box.top()),
                        "width",
                        Integer.toString(box.width()),
                        "height",
                        Integer.toString(BOX_HEIGHT),
                        "rx",
                        "6")
                .close();
        text(html, id(name), "id", box.middle(), box.top() + 19);
        text(html, group(name), "group", box.middle(), box.top() + 35);
        html.close();
        if (address.isPresent()) {
            html.close();
        }
        html.line();
    }

    private static void text(Html html, String text, String kind, int x, int y) {
        html.element(
                "text",
                text,
                "class",
                kind,
                "x",
                Integer.toString(x),
                "y",
                Integer.toString(y),
                "text-anchor",
                "middle");
    }

    private Box box(DependencyRows.Place place) {
        Box box = boxes.get(place);
        if (box == null) {
            throw new IllegalStateException("not placed: " + place);
        }
        return box;
    }

    /** Down from one, through its bends, to the other. */
    private void arrow(Html html, DependencyRows.Arrow arrow) {
        StringBuilder path = new StringBuilder();
        for (int i = 1; i < arrow.way().size(); i++) {
            Box from = box(arrow.way().get(i - 1));
            Box to = box(arrow.way().get(i));
            int between = (from.bottom() + to.top()) / 2;
            if (i == 1) {
                path.append(point("M", from.middle(), from.bottom()));
            } else {
                path.append(point("L", from.middle(), from.bottom()));
            }
            path.append(point("C", from.middle(), between))
                    .append(point("", to.middle(), between))
                    .append(point("", to.middle(), to.top()));
        }
        html.element(
                        "path",
                        "",
                        "d",
                        path.toString().strip(),
                        "class",
                        arrow.isOptional() ? "arrow optional" : "arrow",
                        "marker-end",
                        "url(#arrow)")
                .line();
    }

    private static String point(String command, int x, int y) {
        return String.format(Locale.ROOT, " %s%d %d", command, x, y);
    }

    /** Near the pack that is needed, where arrows of one pack have parted. */
    private void label(Html html, DependencyRows.Arrow arrow) {
        Box from = box(arrow.way().get(arrow.way().size() - 2));
        Box to = box(arrow.way().get(arrow.way().size() - 1));
        int x = (from.middle() + 3 * to.middle()) / 4;
        text(html, cut(arrow.constraint()), "constraint", x, to.top() - 18);
        html.line();
    }
}
