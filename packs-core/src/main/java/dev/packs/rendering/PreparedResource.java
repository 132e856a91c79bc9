package dev.packs.rendering;

import java.io.Reader;
import java.io.StringReader;
import org.thymeleaf.templateresource.ITemplateResource;

/** A prepared template as Thymeleaf reads it; there is nothing beside it. */
record PreparedResource(String name, String text) implements ITemplateResource {

    @Override
    public String getDescription() {
        return name;
    }

    @Override
    public String getBaseName() {
        return name;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public Reader reader() {
        return new StringReader(text);
    }

    @Override
    public ITemplateResource relative(String relativeLocation) {
        throw new UnsupportedOperationException(relativeLocation);
    }
}
