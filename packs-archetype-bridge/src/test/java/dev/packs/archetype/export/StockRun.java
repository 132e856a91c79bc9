package dev.packs.archetype.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What the original makes of an archetype, given some of its properties. */
final class StockRun {

    private final Path folder;
    private static final AtomicInteger RUNS = new AtomicInteger();

    StockRun(Path folder) {
        this.folder = folder;
    }

    /** The text of each file; a {@code *} before the path of one that can be run. */
    SortedMap<String, String> generate(StockArchetypes stock, byte[] jar, Map<String, String> answers) {
        try {
            int number = RUNS.incrementAndGet();
            Path base = Files.createDirectories(folder.resolve("run" + number));
            Path file = Files.write(folder.resolve("archetype" + number + ".jar"), jar);
            stock.generate(file, base, properties(jar, answers));
            return read(base.resolve("demo"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SortedMap<String, String> read(Path root) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(
                        (Files.isExecutable(path) ? "*" : "")
                                + root.relativize(path).toString().replace('\\', '/'),
                        Files.readString(path));
            }
        }
        return files;
    }

    /** As {@code archetype:generate -B} would have them. */
    private static Map<String, String> properties(byte[] jar, Map<String, String> answers) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("groupId", "com.acme");
        properties.put("artifactId", "demo");
        properties.put("version", "1.0-SNAPSHOT");
        properties.put("package", "com.acme");
        Document descriptor = xml(entry(jar, "META-INF/maven/archetype-metadata.xml"));
        NodeList required = descriptor.getElementsByTagName("requiredProperty");
        for (int i = 0; i < required.getLength(); i++) {
            Element property = (Element) required.item(i);
            NodeList standard = property.getElementsByTagName("defaultValue");
            if (standard.getLength() > 0) {
                properties.put(
                        property.getAttribute("key"),
                        standard.item(0)
                                .getTextContent()
                                .trim()
                                .replace("${artifactId}", "demo")
                                .replace("${groupId}", "com.acme"));
            }
        }
        answers.forEach((name, value) -> properties.put(name, value.isEmpty() ? "(empty)" : value));
        return properties;
    }

    private static Document xml(byte[] bytes) {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] entry(byte[] jar, String name) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return ((InputStream) zip).readAllBytes();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException(name + " is not in the archetype");
    }

    static String text(byte[] jar, String name) {
        return new String(entry(jar, name), StandardCharsets.UTF_8);
    }
}
