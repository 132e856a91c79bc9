package dev.packs.maven;

import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * An element of a plugin's configuration, from wherever Maven keeps it.
 *
 * @param text without the white space around it; empty for an empty element, which Maven itself takes for none
 */
record ConfigurationElement(String name, String text, List<ConfigurationElement> children) {

    ConfigurationElement {
        children = List.copyOf(children);
    }

    static ConfigurationElement of(PlexusConfiguration element) {
        List<ConfigurationElement> children = new ArrayList<>();
        for (PlexusConfiguration child : element.getChildren()) {
            children.add(of(child));
        }
        return new ConfigurationElement(element.getName(), stripped(element.getValue()), children);
    }

    static ConfigurationElement of(Xpp3Dom element) {
        List<ConfigurationElement> children = new ArrayList<>();
        for (Xpp3Dom child : element.getChildren()) {
            children.add(of(child));
        }
        return new ConfigurationElement(element.getName(), stripped(element.getValue()), children);
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
