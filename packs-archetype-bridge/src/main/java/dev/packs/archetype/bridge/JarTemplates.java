package dev.packs.archetype.bridge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.Optional;
import org.apache.velocity.exception.ResourceNotFoundException;
import org.apache.velocity.exception.VelocityException;
import org.apache.velocity.runtime.resource.Resource;
import org.apache.velocity.runtime.resource.loader.ResourceLoader;
import org.apache.velocity.util.ExtProperties;

/** Finds templates, and what they include, in one place and nowhere else. */
final class JarTemplates extends ResourceLoader {

    private final TemplateSource source;

    JarTemplates(TemplateSource source) {
        this.source = source;
    }

    /** Where templates come from. */
    interface TemplateSource {
        Optional<byte[]> find(String name);
    }

    @Override
    public void init(ExtProperties configuration) {}

    @Override
    public Reader getResourceReader(String name, String encoding) {
        String plain = name;
        while (plain.startsWith("/")) {
            plain = plain.substring(1);
        }
        byte[] content = source.find(plain).orElse(null);
        if (content == null) {
            throw new ResourceNotFoundException("there is no `" + plain + "` beside the template");
        }
        try {
            if (encoding != null && !mayHaveMark(content)) {
                return new StringReader(new String(content, encoding));
            }
            return buildReader(new ByteArrayInputStream(content), encoding);
        } catch (IOException wrong) {
            throw new VelocityException("`" + plain + "` cannot be read as " + encoding, wrong);
        }
    }

    /** Whether it may begin with a byte order mark, which Velocity takes for an encoding: no other file needs its stream that looks for one. */
    private static boolean mayHaveMark(byte[] content) {
        return content.length > 0 && (content[0] == 0 || (content[0] & 0xff) >= 0xef);
    }

    @Override
    public boolean isSourceModified(Resource resource) {
        return false;
    }

    @Override
    public long getLastModified(Resource resource) {
        return 0;
    }
}
