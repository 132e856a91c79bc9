package dev.packs.operation;

import dev.packs.pack.PackAuthor;
import dev.packs.pack.PackDescription;

/** The POM of a pack, or of a catalogue, that is published without a project of its own: who it is, and nothing that a build would have to resolve. */
final class PackPom {

    private final StringBuilder xml = new StringBuilder();

    private PackPom(String group, String artifact, String version, String packaging) {
        xml.append(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n");
        element("    ", "modelVersion", "4.0.0");
        element("    ", "groupId", group);
        element("    ", "artifactId", artifact);
        element("    ", "version", version);
        element("    ", "packaging", packaging);
    }

    static String of(PackDescription pack) {
        PackPom pom = new PackPom(
                pack.id().name().group(),
                pack.id().name().id(),
                pack.id().version().toString(),
                "pack");
        pom.element("    ", "name", pack.name());
        pom.element("    ", "description", pack.description());
        pack.repository().ifPresent(url -> pom.element("    ", "url", url));
        if (pack.license().isPresent()) {
            pom.xml.append("    <licenses>\n        <license>\n");
            pom.element("            ", "name", pack.license().get());
            pom.xml.append("        </license>\n    </licenses>\n");
        }
        pack.author().ifPresent(pom::developer);
        return pom.end();
    }

    static String ofCatalog(String group, String artifact, String version, String extension) {
        return new PackPom(group, artifact, version, extension).end();
    }

    private void developer(PackAuthor author) {
        xml.append("    <developers>\n        <developer>\n");
        element("            ", "name", author.name());
        author.email().ifPresent(email -> element("            ", "email", email));
        author.url().ifPresent(url -> element("            ", "url", url));
        xml.append("        </developer>\n    </developers>\n");
    }

    private void element(String indent, String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        xml.append(indent)
                .append('<')
                .append(name)
                .append('>')
                .append(escaped)
                .append("</")
                .append(name)
                .append(">\n");
    }

    private String end() {
        return xml.append("</project>\n").toString();
    }
}
