package dev.packs.merge;

/** Makes one file of two by their structure. Safe for use by several threads. */
public interface FileMerger {

    /**
     * Everything that either file says, with the order, the comments and the layout of the earlier one. Merging a file with itself gives it back byte for byte, and merging the
     * later one a second time changes nothing.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#MERGE_IMPOSSIBLE} where one of them cannot be read or the two have no common structure, {@link
     *     dev.packs.ProblemCode#LIMIT_EXCEEDED} where one is too big, too deep or takes too long
     */
    MergedFile merge(MergeKind kind, MergeSide earlier, MergeSide later);
}
