package dev.packs.merge.structure;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.merge.MergeChoice;
import dev.packs.merge.MergeKind;
import dev.packs.merge.MergeSide;
import dev.packs.merge.MergedFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Merges texts, as a test wants to write it. */
final class Merging {

    private static final StructuralMerger MERGER = new StructuralMerger();

    private Merging() {}

    static MergedFile merged(MergeKind kind, String earlier, String later) {
        return MERGER.merge(
                kind,
                new MergeSide("`x` of com.acme:a", earlier.getBytes(StandardCharsets.UTF_8)),
                new MergeSide("`x` of com.acme:b", later.getBytes(StandardCharsets.UTF_8)));
    }

    static String merge(MergeKind kind, String earlier, String later) {
        return new String(merged(kind, earlier, later).content(), StandardCharsets.UTF_8);
    }

    /** As a person would read them. */
    static List<String> choices(MergeKind kind, String earlier, String later) {
        List<String> choices = new ArrayList<>();
        for (MergeChoice choice : merged(kind, earlier, later).choices()) {
            choices.add(choice.where() + ": " + choice.kept() + " not " + choice.dropped() + ", " + choice.reason());
        }
        return choices;
    }

    static Problem problem(MergeKind kind, String earlier, String later) {
        try {
            String text = merge(kind, earlier, later);
            throw new AssertionError("it was merged: " + text);
        } catch (PacksException refused) {
            return refused.problems().get(0);
        }
    }
}
