package dev.packs.merge.structure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What becomes of the items of a later list: those with the {@code name} or {@code id} of an earlier item are merged with it, of all others those that are not {@link ListUnion there} are added.
 *
 * @param partners for each later item the index of the earlier one that it is merged with, {@link #THERE} or {@link #ADDED}
 */
record ListMatch(List<Integer> partners) {

    static final int THERE = -1;
    static final int ADDED = -2;

    ListMatch {
        partners = List.copyOf(partners);
    }

    /** Lists that are one command line: with items of another one it is none. */
    private static final Set<String> COMMANDS = Set.of("cmd", "command", "entrypoint");

    /**
     * Whether both are command lines, which cannot be united item by item.
     *
     * @param key under which they are
     */
    static boolean isCommand(Node.Scalar key, Node earlier, Node later) {
        return earlier instanceof Node.Sequence && later instanceof Node.Sequence && COMMANDS.contains(key.value());
    }

    static ListMatch of(List<Node> earlier, List<Node> later) {
        Map<String, Integer> known = unique(earlier);
        Map<String, Integer> asked = unique(later);
        List<Integer> partners = new ArrayList<>();
        List<ListUnion.Item> there =
                new ArrayList<>(earlier.stream().map(ListMatch::item).toList());
        List<ListUnion.Item> wanted = new ArrayList<>();
        for (Node item : later) {
            Optional<String> name = nameOf(item);
            Integer partner = name.map(known::get).orElse(null);
            if (partner != null && partner >= 0 && asked.getOrDefault(name.get(), THERE) >= 0) {
                partners.add(partner);
                there.set(partner, ListUnion.Item.apart());
                wanted.add(ListUnion.Item.apart());
            } else {
                partners.add(THERE);
                wanted.add(item(item));
            }
        }
        BitSet lacking = ListUnion.lacking(there, wanted);
        for (int i = 0; i < partners.size(); i++) {
            if (partners.get(i) == THERE && lacking.get(i)) {
                partners.set(i, ADDED);
            }
        }
        return new ListMatch(partners);
    }

    private static ListUnion.Item item(Node node) {
        return new ListUnion.Item(Node.data(node), node instanceof Node.Scalar scalar ? scalar.value() : "");
    }

    static Optional<String> nameOf(Node item) {
        return item instanceof Node.Mapping mapping ? mapping.name() : Optional.empty();
    }

    /** Names to places; negative for those that more than one item has, which tell nothing apart. */
    private static Map<String, Integer> unique(List<Node> items) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < items.size(); i++) {
            int place = i;
            nameOf(items.get(i)).ifPresent(name -> places.merge(name, place, (first, second) -> THERE));
        }
        return places;
    }
}
