package dev.packs.merge.structure;

import dev.packs.merge.MergeChoice;
import java.util.List;

/** How one kind of files is merged. */
interface TextMerge {

    /**
     * Makes one text of two, whose lines end with {@code \n}.
     *
     * @throws Unmergeable with the reason
     */
    Merged merge(String earlier, String later);

    /** What came out. */
    record Merged(String text, List<MergeChoice> choices) {

        public Merged {
            choices = List.copyOf(choices);
        }
    }
}
