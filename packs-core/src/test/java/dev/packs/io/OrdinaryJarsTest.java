package dev.packs.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.packs.PacksException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class OrdinaryJarsTest {

    @Test
    void every_jar_of_the_class_path_is_read_as_the_jdk_reads_it() throws IOException {
        List<Path> jars = jarsOfTheClassPath();
        assertThat(jars).hasSizeGreaterThan(8);
        for (Path jar : jars) {
            ArchiveTree tree = ArchiveTree.read(jar.toString(), Files.readAllBytes(jar), ArchiveLimits.ofPackages());
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                TreeSet<String> names = new TreeSet<>();
                for (ZipEntry entry :
                        zip.stream().filter(each -> !each.isDirectory()).toList()) {
                    names.add(entry.getName());
                    try (InputStream in = zip.getInputStream(entry)) {
                        assertThat(tree.read(RelativePath.parse(entry.getName())))
                                .as(jar + "!/" + entry.getName())
                                .hasValue(in.readAllBytes());
                    }
                }
                assertThat(tree.paths()).extracting(RelativePath::text).containsExactlyElementsOf(names);
            }
        }
    }

    /** Every jar of a folder given by {@code -Dpacks.test.jars}, for the measurement that {@code docs/archives.md} quotes. */
    @Test
    void the_jars_of_a_repository_are_not_refused() throws IOException {
        String folder = System.getProperty("packs.test.jars", "");
        assumeFalse(folder.isEmpty(), "packs.test.jars names no folder");
        List<String> refused = new ArrayList<>();
        int count = 0;
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            for (Path jar :
                    files.filter(each -> each.toString().endsWith(".jar")).toList()) {
                count++;
                try {
                    ArchiveTree.read(jar.toString(), Files.readAllBytes(jar), ArchiveLimits.ofPackages());
                } catch (PacksException problem) {
                    refused.add(problem.getMessage());
                }
            }
        }
        assertThat(count).isPositive();
        assertThat(refused).isEmpty();
    }

    private static List<Path> jarsOfTheClassPath() {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }
}
