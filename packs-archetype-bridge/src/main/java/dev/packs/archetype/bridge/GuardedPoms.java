package dev.packs.archetype.bridge;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import org.apache.maven.archetype.common.DefaultPomManager;
import org.apache.maven.archetype.common.MavenJDOMWriter;
import org.apache.maven.archetype.common.util.Format;
import org.apache.maven.model.Model;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;

/** Changes poms as archetype-common does, but refuses those with a document type: its parser would fetch what that names. */
final class GuardedPoms extends DefaultPomManager {

    @Override
    public void writePom(Model model, File pomFile, File initialPomFile) throws IOException {
        String named = model.getModelEncoding();
        String encoding = named == null || named.isEmpty() ? "UTF-8" : named;
        Document document = document(initialPomFile);
        try (Writer writer = new OutputStreamWriter(Files.newOutputStream(pomFile.toPath()), encoding)) {
            Format format = Format.getRawFormat().setEncoding(encoding).setLineSeparator(System.lineSeparator());
            new MavenJDOMWriter().write(model, document, writer, format);
        }
    }

    private static Document document(File pom) throws IOException {
        SAXBuilder builder = new SAXBuilder();
        builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        try (InputStream content = Files.newInputStream(pom.toPath())) {
            return builder.build(content);
        } catch (JDOMException wrong) {
            throw new IOException("`" + pom.getName() + "` is no pom: " + wrong.getMessage(), wrong);
        }
    }
}
