package dev.packs.archetype.bridge;

import java.io.IOException;
import java.io.Writer;
import org.apache.velocity.context.InternalContextAdapter;
import org.apache.velocity.runtime.parser.node.SimpleNode;

/** Text of a template that Velocity's parser never saw. */
final class PlainText extends SimpleNode {

    private final String text;

    PlainText(String text) {
        // Its kind is asked for by dumps of a tree alone.
        super(0);
        this.text = text;
    }

    @Override
    public Object init(InternalContextAdapter context, Object data) {
        return data;
    }

    @Override
    public boolean render(InternalContextAdapter context, Writer writer) throws IOException {
        writer.write(text);
        return true;
    }

    @Override
    public String literal() {
        return text;
    }
}
