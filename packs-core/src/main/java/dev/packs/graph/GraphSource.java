package dev.packs.graph;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A text of triples: what it is called, its bytes, its syntax, and whether its author is trusted with this machine's memory. */
public final class GraphSource {

    private final String name;
    private final GraphSyntax syntax;
    private final byte[] content;
    private final boolean trusted;

    private GraphSource(String name, GraphSyntax syntax, byte[] content, boolean trusted) {
        this.name = name;
        this.syntax = syntax;
        this.content = content;
        this.trusted = trusted;
    }

    /**
     * A source from anybody: every {@link SourceLimits} holds.
     *
     * @param name as the user would name it: a path, or {@code pack!/path} inside a pack
     * @param content not copied
     */
    public static GraphSource of(String name, GraphSyntax syntax, byte[] content) {
        return new GraphSource(name, syntax, content, false);
    }

    /** A source of the user's own or of ours: of the limits only depth, and the number of triples, hold. No source reaches files or the network. */
    public static GraphSource trusted(String name, GraphSyntax syntax, byte[] content) {
        return new GraphSource(name, syntax, content, true);
    }

    public String name() {
        return name;
    }

    public GraphSyntax syntax() {
        return syntax;
    }

    public boolean isTrusted() {
        return trusted;
    }

    /** In bytes. */
    public int size() {
        return content.length;
    }

    /** From the first byte; needs no closing. */
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    @Override
    public String toString() {
        return name;
    }
}
