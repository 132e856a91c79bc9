package dev.packs.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A version of a package, ordered as Maven 3 orders versions (its {@code ComparableVersion}): {@code 1.0-alpha < 1.0-rc < 1.0-SNAPSHOT < 1.0 = 1.0.0 =
 * 1.0.Final < 1.0-sp < 1.0-jre < 1.0.1}.
 *
 * <p>Any text is one. Two are equal if they are written alike; {@code compareTo} may be 0 for more.
 */
public final class MavenVersion implements Comparable<MavenVersion> {

    private static final Set<String> PRE_RELEASES = Set.of("alpha", "beta", "milestone", "rc", "snapshot");

    private final String text;
    private final MavenVersionItem.Items items;

    private MavenVersion(String text) {
        this.text = text;
        this.items = new MavenVersionItem.Items(new ArrayList<>());
        read(text.toLowerCase(Locale.ROOT));
    }

    public static MavenVersion of(String text) {
        return new MavenVersion(text);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    /** Whether a qualifier says alpha, beta, milestone, rc or snapshot, or one of their short forms. Maven puts all other qualifiers behind the release. */
    public boolean isPreRelease() {
        return items.anyWord(PRE_RELEASES);
    }

    /** Whether both start with the same numbers; a missing one counts as 0. */
    boolean hasNumbersOf(MavenVersion other) {
        List<MavenVersionItem> mine = items.leadingNumbers();
        List<MavenVersionItem> theirs = other.items.leadingNumbers();
        return new MavenVersionItem.Items(mine).compareWith(new MavenVersionItem.Items(theirs)) == 0;
    }

    /** Splits at dots, hyphens and where digits and letters meet; a hyphen and such a meeting open a list inside the list. */
    private void read(String lower) {
        List<MavenVersionItem.Items> opened = new ArrayList<>(List.of(items));
        int start = 0;
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            MavenVersionItem.Items list = opened.get(opened.size() - 1);
            if (c == '.' || c == '-') {
                list.add(start == i ? MavenVersionItem.Digits.ZERO : item(lower.substring(start, i)));
                start = i + 1;
                if (c == '-') {
                    open(opened);
                }
            } else if (i > start && isDigit(c) != isDigit(lower.charAt(i - 1))) {
                if (isDigit(c)) {
                    openUnlessEmpty(opened).add(MavenVersionItem.Word.beforeDigits(lower.substring(start, i)));
                } else {
                    list.add(item(lower.substring(start, i)));
                }
                open(opened);
                start = i;
            }
        }
        if (start < lower.length()) {
            MavenVersionItem last = item(lower.substring(start));
            (last instanceof MavenVersionItem.Word ? openUnlessEmpty(opened) : opened.get(opened.size() - 1)).add(last);
        }
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).dropTrailingNulls();
        }
    }

    private static void open(List<MavenVersionItem.Items> opened) {
        MavenVersionItem.Items inner = new MavenVersionItem.Items(new ArrayList<>());
        opened.get(opened.size() - 1).add(inner);
        opened.add(inner);
    }

    private static MavenVersionItem.Items openUnlessEmpty(List<MavenVersionItem.Items> opened) {
        if (!opened.get(opened.size() - 1).isNull()) {
            open(opened);
        }
        return opened.get(opened.size() - 1);
    }

    private static MavenVersionItem item(String token) {
        return isDigit(token.charAt(token.length() - 1))
                ? MavenVersionItem.Digits.of(token)
                : MavenVersionItem.Word.of(token);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    @Override
    public int compareTo(MavenVersion other) {
        return items.compareWith(other.items);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MavenVersion version && text.equals(version.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
