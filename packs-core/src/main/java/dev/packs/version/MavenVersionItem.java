package dev.packs.version;

import java.util.List;
import java.util.Set;

/** A piece of a {@link MavenVersion}. Of different kinds, numbers come last, lists before them, words first. */
sealed interface MavenVersionItem {

    /** Whether it makes no difference at the end, as {@code 0} and {@code final} do. */
    boolean isNull();

    /** Where it stands against nothing at all. */
    int compareToNothing();

    int rank();

    int compareToSameKind(MavenVersionItem other);

    default int compareWith(MavenVersionItem other) {
        return rank() == other.rank() ? compareToSameKind(other) : Integer.compare(rank(), other.rank());
    }

    /** @param value without leading zeros; empty for 0 */
    record Digits(String value) implements MavenVersionItem {

        static final Digits ZERO = new Digits("");

        static Digits of(String token) {
            int start = 0;
            while (start < token.length() && token.charAt(start) == '0') {
                start++;
            }
            return new Digits(token.substring(start));
        }

        @Override
        public boolean isNull() {
            return value.isEmpty();
        }

        @Override
        public int compareToNothing() {
            return isNull() ? 0 : 1;
        }

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public int compareToSameKind(MavenVersionItem other) {
            String theirs = ((Digits) other).value;
            return value.length() != theirs.length()
                    ? Integer.compare(value.length(), theirs.length())
                    : Integer.signum(value.compareTo(theirs));
        }
    }

    /** @param value lower case, one spelling for each known qualifier; empty for a release */
    record Word(String value) implements MavenVersionItem {

        private static final List<String> KNOWN = List.of("alpha", "beta", "milestone", "rc", "snapshot", "", "sp");
        private static final int RELEASE = KNOWN.indexOf("");

        static Word of(String token) {
            return new Word(
                    switch (token) {
                        case "ga", "final", "release" -> "";
                        case "cr" -> "rc";
                        default -> token;
                    });
        }

        /** Before digits, one letter is enough: {@code 1.0-m2} is a milestone. */
        static Word beforeDigits(String token) {
            return switch (token) {
                case "a" -> new Word("alpha");
                case "b" -> new Word("beta");
                case "m" -> new Word("milestone");
                default -> of(token);
            };
        }

        private int order() {
            int known = KNOWN.indexOf(value);
            return known < 0 ? KNOWN.size() : known;
        }

        @Override
        public boolean isNull() {
            return value.isEmpty();
        }

        @Override
        public int compareToNothing() {
            return Integer.compare(order(), RELEASE);
        }

        @Override
        public int rank() {
            return 0;
        }

        @Override
        public int compareToSameKind(MavenVersionItem other) {
            Word theirs = (Word) other;
            return order() != theirs.order()
                    ? Integer.compare(order(), theirs.order())
                    : Integer.signum(order() < KNOWN.size() ? 0 : value.compareTo(theirs.value));
        }
    }

    /** @param items grows while the version is read */
    record Items(List<MavenVersionItem> items) implements MavenVersionItem {

        void add(MavenVersionItem item) {
            items.add(item);
        }

        /** Of the items behind the last number or word that counts, only the lists that count stay. */
        void dropTrailingNulls() {
            for (int i = items.size() - 1; i >= 0; i--) {
                if (items.get(i).isNull()) {
                    items.remove(i);
                } else if (!(items.get(i) instanceof Items)) {
                    return;
                }
            }
        }

        boolean anyWord(Set<String> words) {
            for (MavenVersionItem item : items) {
                if ((item instanceof Word word && words.contains(word.value()))
                        || (item instanceof Items inner && inner.anyWord(words))) {
                    return true;
                }
            }
            return false;
        }

        List<MavenVersionItem> leadingNumbers() {
            int end = 0;
            while (end < items.size() && items.get(end) instanceof Digits) {
                end++;
            }
            return items.subList(0, end);
        }

        @Override
        public boolean isNull() {
            return items.isEmpty();
        }

        @Override
        public int compareToNothing() {
            for (MavenVersionItem item : items) {
                int order = item.compareToNothing();
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public int compareToSameKind(MavenVersionItem other) {
            List<MavenVersionItem> theirs = ((Items) other).items;
            for (int i = 0; i < Math.max(items.size(), theirs.size()); i++) {
                int order;
                if (i >= items.size()) {
                    order = -theirs.get(i).compareToNothing();
                } else if (i >= theirs.size()) {
                    order = items.get(i).compareToNothing();
                } else {
                    order = items.get(i).compareWith(theirs.get(i));
                }
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }
    }
}
