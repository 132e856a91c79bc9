package dev.packs.markdown;

import java.util.List;

/** Reads Markdown: CommonMark and the tables of GitHub. Safe for use by several threads. */
public interface MarkdownReader {

    /**
     * The parts of a text, in order; every {@link MarkdownPart.Start} has its {@link MarkdownPart.End}. Raw HTML is text like any other, but for comments, which are left out.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#LIMIT_EXCEEDED} where it is too big, too deep or takes too long
     */
    List<MarkdownPart> read(String text);
}
