package dev.packs.merge.structure;

import eu.maveniverse.domtrip.ContainerNode;
import eu.maveniverse.domtrip.Element;
import java.util.ArrayList;
import java.util.List;

/** What elements say. */
final class PomElements {

    private PomElements() {}

    static List<Element> children(ContainerNode container) {
        List<Element> children = new ArrayList<>();
        container.children().forEach(child -> {
            if (child instanceof Element element) {
                children.add(element);
            }
        });
        return children;
    }

    static String text(Element element) {
        String text = element.textContent();
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }

    static String shown(Element element) {
        return element.hasChildElements() ? "<" + element.localName() + ">…" : text(element);
    }

    /** An element's meaning: its layout and its comments do not count. */
    static String canonical(Element element) {
        StringBuilder text = new StringBuilder("<").append(element.localName());
        element.attributes()
                .forEach((name, value) ->
                        text.append(' ').append(name).append('=').append(value));
        text.append('>');
        if (element.hasChildElements()) {
            children(element).forEach(child -> text.append(canonical(child)));
        } else {
            text.append(text(element));
        }
        return text.append("</>").toString();
    }
}
