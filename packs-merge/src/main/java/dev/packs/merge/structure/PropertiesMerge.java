package dev.packs.merge.structure;

import dev.packs.merge.MergeChoice;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/** Merges properties by key. The JDK says what a line means; what is added keeps its spelling and the comments above it. */
final class PropertiesMerge implements TextMerge {

    @Override
    public Merged merge(String earlier, String added) {
        // To the JDK a return alone ends a line, too.
        String later = added.replace('\r', '\n');
        Map<String, String> first = values(earlier, Unmergeable.Side.EARLIER);
        Map<String, String> second = values(later, Unmergeable.Side.LATER);
        List<MergeChoice> choices = new ArrayList<>();
        for (Map.Entry<String, String> entry : second.entrySet()) {
            String kept = first.get(entry.getKey());
            if (kept != null && !kept.equals(entry.getValue())) {
                choices.add(MergeChoice.ofEarlier(entry.getKey(), kept, entry.getValue()));
            }
        }
        StringBuilder text = new StringBuilder(earlier);
        if (!earlier.isEmpty() && !earlier.endsWith("\n")) {
            text.append(isContinued(earlier) ? "\n\n" : "\n");
        } else if (isContinued(earlier)) {
            text.append('\n');
        }
        int length = text.length();
        Set<String> there = new HashSet<>();
        earlier.lines().forEach(line -> there.add(line.strip()));
        text.append(lacking(later, first.keySet(), there));
        if (text.length() == length) {
            return new Merged(earlier, choices);
        }
        Map<String, String> all = new HashMap<>(second);
        all.putAll(first);
        if (!values(text.toString(), Unmergeable.Side.BOTH).equals(all)) {
            throw Unmergeable.because("cannot be put together without changing what one of them means");
        }
        return new Merged(text.toString(), choices);
    }

    /**
     * What has a key that is not there, as written, with its comments.
     *
     * @param lines that are there
     */
    private static String lacking(String text, Set<String> keys, Set<String> lines) {
        StringBuilder added = new StringBuilder();
        CommentsAbove comments = new CommentsAbove();
        StringBuilder line = new StringBuilder();
        boolean isFirst = true;
        boolean isApart = false;
        for (String natural : text.split("\n", -1)) {
            String start = natural.stripLeading();
            if (line.isEmpty() && start.isEmpty()) {
                comments.empty();
                isApart = !isFirst;
            } else if (line.isEmpty() && (start.startsWith("#") || start.startsWith("!"))) {
                comments.comment(natural);
            } else {
                line.append(natural).append('\n');
                if (!isContinued(natural)) {
                    add(added, line, comments, keys, isApart);
                    isFirst = false;
                    isApart = false;
                }
            }
        }
        if (!line.isEmpty()) {
            add(added, line, comments, keys, isApart);
        }
        return added.append(comments.atEnd(lines)).toString();
    }

    private static void add(
            StringBuilder added, StringBuilder line, CommentsAbove comments, Set<String> keys, boolean isApart) {
        if (!keys.containsAll(values(line.toString(), Unmergeable.Side.LATER).keySet())) {
            added.append(isApart ? "\n" : "").append(comments.take()).append(line);
        } else {
            comments.shared();
        }
        line.setLength(0);
    }

    /** Whether the text's last line goes on in the next: it ends with an odd number of backslashes and is no comment. */
    private static boolean isContinued(String text) {
        String body = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        String last = body.substring(body.lastIndexOf('\n') + 1);
        int count = 0;
        while (count < last.length() && last.charAt(last.length() - 1 - count) == '\\') {
            count++;
        }
        return count % 2 == 1;
    }

    private static Map<String, String> values(String text, Unmergeable.Side side) {
        Properties properties = new Ordered();
        try {
            properties.load(new StringReader(text));
        } catch (IllegalArgumentException wrong) {
            throw Unmergeable.unreadable("is not a properties file: " + wrong.getMessage())
                    .in(side);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return ((Ordered) properties).values;
    }

    /** Keeps the order of what is read. */
    private static final class Ordered extends Properties {

        private static final long serialVersionUID = 1;

        private final transient Map<String, String> values = new LinkedHashMap<>();

        @Override
        public synchronized Object put(Object key, Object value) {
            values.put((String) key, (String) value);
            return value;
        }
    }
}
