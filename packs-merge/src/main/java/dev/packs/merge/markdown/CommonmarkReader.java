package dev.packs.merge.markdown;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.fence.FencedThread;
import dev.packs.markdown.MarkdownPart;
import dev.packs.markdown.MarkdownReader;
import java.time.Duration;
import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;

/** Reads Markdown with commonmark, inside the limits of {@link #LARGEST}, {@link #DEEPEST} and {@link #LONGEST}. */
public final class CommonmarkReader implements MarkdownReader {

    /** Characters of a text. */
    static final int LARGEST = 1 << 18;

    /** Blocks inside of blocks; what is deeper is text. */
    static final int DEEPEST = 50;

    /** How long a text may take. */
    static final Duration LONGEST = Duration.ofSeconds(5);

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .maxOpenBlockParsers(DEEPEST)
            .build();

    @Override
    public List<MarkdownPart> read(String text) {
        if (text.length() > LARGEST) {
            throw limit("has more than " + LARGEST + " characters");
        }
        return FencedThread.run("packs-markdown", CommonmarkReader.class.getClassLoader(), new ReadFence(), () -> {
            PartsVisitor parts = new PartsVisitor();
            PARSER.parse(text).accept(parts);
            return parts.parts();
        });
    }

    private static RuntimeException limit(String message) {
        return Problem.of(ProblemCode.LIMIT_EXCEEDED, "the text " + message)
                .help("make it shorter or simpler")
                .asException();
    }

    /** What is thrown where reading does not end by itself. */
    private record ReadFence() implements FencedThread.Fence {

        @Override
        public Duration time() {
            return LONGEST;
        }

        @Override
        public RuntimeException outOfTime() {
            return limit("takes longer than " + LONGEST.toSeconds() + " seconds to read");
        }

        @Override
        public RuntimeException tooDeep() {
            return limit("is nested too deeply");
        }

        @Override
        public RuntimeException outOfMemory() {
            return limit("needs more memory than there is");
        }

        /** The parser does not look; its thread is left behind as a daemon. */
        @Override
        public void cancel() {}
    }
}
