package dev.packs.merge.structure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.node.Block;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Merges Markdown by its headings: a section that both have gets the paragraphs that it lacks, one that only the later text has goes behind those of the same level. */
final class MarkdownMerge implements TextMerge {

    private static final Parser PARSER =
            Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

    /**
     * A heading and what stands below it up to the next heading.
     *
     * @param path the headings above it and its own; empty for what stands before the first
     * @param lines the heading's lines first
     * @param heading how many lines the heading has
     * @param chunks below the heading: what is parted by empty lines
     */
    private record Section(List<String> path, int level, List<String> lines, int heading, List<List<String>> chunks) {}

    @Override
    public Merged merge(String earlier, String later) {
        List<Section> sections = new ArrayList<>(sections(earlier, Unmergeable.Side.EARLIER));
        List<Section> others = below(title(sections), sections(later, Unmergeable.Side.LATER));
        boolean isChanged = false;
        for (Section other : others) {
            int same = find(sections, other.path());
            if (same >= 0) {
                isChanged |= complete(sections.get(same), other, same == sections.size() - 1);
            } else {
                List<String> lines = new ArrayList<>(trimmed(other.lines()));
                int at = placeOf(sections, other);
                endWithBlank(sections.get(at - 1).lines());
                if (at < sections.size()) {
                    lines.add("");
                }
                sections.add(at, new Section(other.path(), other.level(), lines, other.heading(), other.chunks()));
                isChanged = true;
            }
        }
        if (!isChanged) {
            return new Merged(earlier, List.of());
        }
        List<String> lines = new ArrayList<>();
        for (Section section : sections) {
            lines.addAll(section.lines());
        }
        String text = String.join("\n", trimmed(lines)) + "\n";
        requireAll(sections, sections(text, Unmergeable.Side.BOTH));
        return new Merged(text, List.of());
    }

    /** The first heading of the first level, which is the title of a page; empty for none. */
    private static List<String> title(List<Section> sections) {
        for (Section section : sections) {
            if (section.level() == 1) {
                return section.path();
            }
        }
        return List.of();
    }

    /** A page without a title says it of what the other one is called. */
    private static List<Section> below(List<String> title, List<Section> sections) {
        if (title.isEmpty() || !title(sections).isEmpty()) {
            return sections;
        }
        List<Section> below = new ArrayList<>();
        for (Section section : sections) {
            List<String> path = new ArrayList<>(title);
            path.addAll(section.path());
            below.add(new Section(path, section.level(), section.lines(), section.heading(), section.chunks()));
        }
        return below;
    }

    /** Appends the chunks that a section lacks, or has less often; with one that leads to another, as {@code Run it:}, go both. */
    private static boolean complete(Section section, Section other, boolean isLast) {
        boolean isChanged = false;
        Map<List<String>, Integer> wanted = new HashMap<>();
        for (List<List<String>> group : groups(other.chunks())) {
            List<String> lines =
                    section.lines().subList(section.heading(), section.lines().size());
            boolean isLacking = false;
            for (List<String> chunk : group) {
                isLacking |= times(lines, chunk) < wanted.merge(chunk, 1, Integer::sum);
            }
            if (isLacking) {
                for (List<String> chunk : group) {
                    endWithBlank(section.lines());
                    section.lines().addAll(chunk);
                }
                if (!isLast) {
                    section.lines().add("");
                }
                isChanged = true;
            }
        }
        return isChanged;
    }

    /** What ends in a colon, and what it leads to. */
    private static List<List<List<String>>> groups(List<List<String>> chunks) {
        List<List<List<String>>> groups = new ArrayList<>();
        boolean leads = false;
        for (List<String> chunk : chunks) {
            if (!leads) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(chunk);
            leads = chunk.get(chunk.size() - 1).endsWith(":");
        }
        return groups;
    }

    private static void endWithBlank(List<String> lines) {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
            lines.add("");
        }
    }

    private static int times(List<String> lines, List<String> chunk) {
        int times = 0;
        int at = 0;
        while (at + chunk.size() <= lines.size()) {
            boolean isHere = lines.subList(at, at + chunk.size()).equals(chunk);
            times += isHere ? 1 : 0;
            at += isHere ? chunk.size() : 1;
        }
        return times;
    }

    private static int find(List<Section> sections, List<String> path) {
        for (int i = 0; i < sections.size(); i++) {
            if (sections.get(i).path().equals(path)) {
                return i;
            }
        }
        return -1;
    }

    /** Behind everything below the heading that it stands under. */
    private static int placeOf(List<Section> sections, Section added) {
        List<String> parent = added.path().subList(0, added.path().size() - 1);
        int at = parent.isEmpty() ? -1 : find(sections, parent);
        if (at < 0) {
            return sections.size();
        }
        int level = sections.get(at).level();
        do {
            at++;
        } while (at < sections.size() && sections.get(at).level() > level);
        return at;
    }

    /** A fence that is not closed would swallow what comes behind it. */
    private static void requireAll(List<Section> wanted, List<Section> found) {
        List<List<String>> paths = new ArrayList<>();
        for (Section section : wanted) {
            paths.add(section.path());
        }
        List<List<String>> read = new ArrayList<>();
        for (Section section : found) {
            read.add(section.path());
        }
        if (!paths.equals(read)) {
            throw Unmergeable.because("cannot be put together: a heading of one would become text of the other");
        }
    }

    private static List<Section> sections(String text, Unmergeable.Side side) {
        if (text.startsWith("---\n")) {
            throw Unmergeable.because("begins with front matter, which is not merged")
                    .in(side);
        }
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        boolean[] inBlock = new boolean[lines.size()];
        List<int[]> headings = new ArrayList<>();
        Node child = PARSER.parse(text).getFirstChild();
        while (child != null) {
            List<SourceSpan> spans = child.getSourceSpans();
            if (child instanceof Block && !spans.isEmpty()) {
                int first = spans.get(0).getLineIndex();
                int last = spans.get(spans.size() - 1).getLineIndex();
                for (int line = first; line <= last && line < inBlock.length; line++) {
                    inBlock[line] = true;
                }
                if (child instanceof Heading heading) {
                    headings.add(new int[] {heading.getLevel(), first, last});
                }
            }
            child = child.getNext();
        }
        return sections(lines, headings, inBlock);
    }

    private static List<Section> sections(List<String> lines, List<int[]> headings, boolean[] inBlock) {
        List<Section> sections = new ArrayList<>();
        List<String> path = new ArrayList<>();
        List<Integer> levels = new ArrayList<>();
        Map<List<String>, Integer> times = new HashMap<>();
        int first = headings.isEmpty() ? lines.size() : headings.get(0)[1];
        sections.add(section(List.of(), 0, lines, new int[] {0, 0, first}, inBlock));
        for (int i = 0; i < headings.size(); i++) {
            int[] heading = headings.get(i);
            while (!levels.isEmpty() && levels.get(levels.size() - 1) >= heading[0]) {
                levels.remove(levels.size() - 1);
                path.remove(path.size() - 1);
            }
            levels.add(heading[0]);
            path.add(title(lines.get(heading[1])));
            int count = times.merge(List.copyOf(path), 1, Integer::sum);
            if (count > 1) {
                // The second of one name is matched with the second.
                path.set(path.size() - 1, path.get(path.size() - 1) + "\n" + count);
            }
            int end = i + 1 < headings.size() ? headings.get(i + 1)[1] : lines.size();
            int[] range = {heading[1], heading[2] + 1, end};
            sections.add(section(List.copyOf(path), heading[0], lines, range, inBlock));
        }
        return sections;
    }

    /** @param range where the heading begins, where its text begins, where the next section begins */
    private static Section section(List<String> path, int level, List<String> lines, int[] range, boolean[] inBlock) {
        List<List<String>> chunks = new ArrayList<>();
        List<String> chunk = new ArrayList<>();
        for (int line = range[1]; line < range[2]; line++) {
            if (inBlock[line] || !lines.get(line).isBlank()) {
                chunk.add(lines.get(line));
            } else if (!chunk.isEmpty()) {
                chunks.add(List.copyOf(trimmed(chunk)));
                chunk.clear();
            }
        }
        if (!chunk.isEmpty()) {
            chunks.add(List.copyOf(trimmed(chunk)));
        }
        return new Section(
                path, level, new ArrayList<>(lines.subList(range[0], range[2])), range[1] - range[0], chunks);
    }

    private static String title(String line) {
        return line.strip().replaceAll("^#+|#+$", "").strip();
    }

    private static List<String> trimmed(List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        return lines.subList(0, end);
    }
}
