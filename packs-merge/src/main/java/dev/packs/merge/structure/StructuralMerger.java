package dev.packs.merge.structure;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.fence.FencedThread;
import dev.packs.merge.FileMerger;
import dev.packs.merge.MergeKind;
import dev.packs.merge.MergeSide;
import dev.packs.merge.MergedFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Merges every kind of file, inside the limits of {@link #LARGEST}, {@link #DEEPEST} and {@link #LONGEST}. */
public final class StructuralMerger implements FileMerger {

    /** Bytes of a file. */
    static final int LARGEST = 1 << 20;

    /** Levels that structures are nested. */
    static final int DEEPEST = 100;

    /** How long one merge may take. */
    static final Duration LONGEST = Duration.ofSeconds(10);

    private static final String MARK = "\uFEFF";

    @Override
    public MergedFile merge(MergeKind kind, MergeSide earlier, MergeSide later) {
        if (Arrays.equals(earlier.content(), later.content())) {
            return new MergedFile(earlier.content(), List.of());
        }
        try {
            return FencedThread.run(
                    "packs-merge",
                    StructuralMerger.class.getClassLoader(),
                    new MergeFence(earlier, later),
                    () -> fenced(kind, earlier, later));
        } catch (Unmergeable impossible) {
            throw problem(impossible, earlier, later);
        }
    }

    private static MergedFile fenced(MergeKind kind, MergeSide earlier, MergeSide later) {
        String first = text(earlier, Unmergeable.Side.EARLIER);
        String second = text(later, Unmergeable.Side.LATER);
        boolean hasMark = first.startsWith(MARK);
        boolean hasReturns = first.contains("\r\n");
        String plain = plain(first);
        TextMerge merge = mergeOf(kind);
        TextMerge.Merged merged = merge.merge(plain, plain(second));
        // What is promised is looked at each time: a text that went to a wrong place would be found again, or not at
        // all.
        if (!merge.merge(merged.text(), plain(second)).text().equals(merged.text())) {
            throw Unmergeable.because("cannot be put together without changing what one of them means");
        }
        if (merged.text().equals(plain)) {
            return new MergedFile(earlier.content(), merged.choices());
        }
        String text = hasReturns ? merged.text().replace("\n", "\r\n") : merged.text();
        return new MergedFile(((hasMark ? MARK : "") + text).getBytes(StandardCharsets.UTF_8), merged.choices());
    }

    private static TextMerge mergeOf(MergeKind kind) {
        return switch (kind) {
            case POM -> new PomMerge();
            case YAML -> TreeMerge.yaml();
            case JSON -> TreeMerge.json();
            case PROPERTIES -> new PropertiesMerge();
            case LINES -> new LinesMerge();
            case MARKDOWN -> new MarkdownMerge();
        };
    }

    private static String plain(String text) {
        return (text.startsWith(MARK) ? text.substring(1) : text).replace("\r\n", "\n");
    }

    private static String text(MergeSide side, Unmergeable.Side which) {
        if (side.content().length > LARGEST) {
            throw Unmergeable.limit("is larger than " + LARGEST + " bytes").in(which);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(side.content()))
                    .toString();
        } catch (CharacterCodingException other) {
            throw Unmergeable.unreadable("is not UTF-8").in(which);
        }
    }

    private static PacksException problem(Unmergeable reason, MergeSide earlier, MergeSide later) {
        String subject = switch (reason.side()) {
            case EARLIER -> earlier.name();
            case LATER -> later.name();
            case BOTH -> earlier.name() + " and " + later.name();
        };
        return Problem.of(
                        reason.isLimit() ? ProblemCode.LIMIT_EXCEEDED : ProblemCode.MERGE_IMPOSSIBLE,
                        subject + " " + reason.reason())
                .help("take one of them, with `first` or `last` for the file in -Dpacks.collisions")
                .asException();
    }

    /** What is thrown where a merge does not end by itself. */
    private record MergeFence(MergeSide earlier, MergeSide later) implements FencedThread.Fence {

        @Override
        public Duration time() {
            return LONGEST;
        }

        @Override
        public RuntimeException outOfTime() {
            return limit("take longer than " + LONGEST.toSeconds() + " seconds to merge");
        }

        @Override
        public RuntimeException tooDeep() {
            return limit("are nested too deeply");
        }

        @Override
        public RuntimeException outOfMemory() {
            return limit("need more memory than there is");
        }

        private RuntimeException limit(String reason) {
            return problem(Unmergeable.limit(reason), earlier, later);
        }

        @Override
        public void cancel() {}

        /** No content. */
        @Override
        public String toString() {
            return Place.of(earlier.name()).toString();
        }
    }
}
