package dev.packs.merge.structure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a later list has that an earlier one lacks. An item counts as often as it stands there, and an option of a command line stands for what it is only with the values behind it:
 * {@code --add-exports} and {@code a} are not there where {@code --add-exports} and {@code b} are.
 */
final class ListUnion {

    private static final Pattern OPTION = Pattern.compile("--?[A-Za-z@].*", Pattern.DOTALL);

    /** With its value in it: none follows. */
    private static final Pattern COMPLETE = Pattern.compile("[^=:]*[=:].*", Pattern.DOTALL);

    /**
     * An item of a list.
     *
     * @param meaning what it is compared by
     * @param text itself, if it is a single value; empty otherwise
     */
    record Item(Object meaning, String text) {

        /** What is like no other item. */
        static Item apart() {
            return new Item(new Object(), "");
        }

        private boolean isOption() {
            return OPTION.matcher(text).matches();
        }

        private boolean takesValues() {
            return isOption() && !COMPLETE.matcher(text).matches();
        }

        private boolean isValue() {
            return !text.isEmpty() && !isOption();
        }
    }

    /** Items that belong together, from one to another, exclusive. */
    private record Group(int from, int to) {

        int size() {
            return to - from;
        }
    }

    private ListUnion() {}

    /** The places of later items that have to be added, in their order, for all of them to be there. */
    static BitSet lacking(List<Item> earlier, List<Item> later) {
        BitSet lacking = new BitSet();
        BitSet taken = new BitSet();
        List<Group> longestFirst = groups(later);
        // What begins at one place is the beginning of what is longer there, so that the longest must not be left over.
        longestFirst.sort(Comparator.comparingInt(Group::size).reversed());
        for (Group group : longestFirst) {
            int place = find(earlier, taken, later.subList(group.from(), group.to()));
            if (place < 0) {
                lacking.set(group.from(), group.to());
            } else {
                taken.set(place, place + group.size());
            }
        }
        return lacking;
    }

    private static List<Group> groups(List<Item> items) {
        List<Group> groups = new ArrayList<>();
        int at = 0;
        while (at < items.size()) {
            int to = at + 1;
            while (items.get(at).takesValues()
                    && to < items.size()
                    && items.get(to).isValue()) {
                to++;
            }
            groups.add(new Group(at, to));
            at = to;
        }
        return groups;
    }

    private static int find(List<Item> items, BitSet taken, List<Item> wanted) {
        for (int at = 0; at + wanted.size() <= items.size(); at++) {
            int next = taken.nextSetBit(at);
            boolean isFree = next < 0 || next >= at + wanted.size();
            if (isFree && isSame(items.subList(at, at + wanted.size()), wanted)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isSame(List<Item> items, List<Item> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!items.get(i).meaning().equals(wanted.get(i).meaning())) {
                return false;
            }
        }
        return true;
    }
}
