package dev.packs.operation;

import dev.packs.integrity.Digest;
import dev.packs.io.DiskFailure;
import dev.packs.io.RegularFile;
import dev.packs.store.StoreLayout;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** The jars of engines that lie in a store: those of this build of Packs by their digests, those of others by the sums that a jar has of its entries. */
final class EngineCopies {

    private final Function<StoreLayout, Map<Path, Digest>> ofThisBuild;

    EngineCopies(Function<StoreLayout, Map<Path, Digest>> ofThisBuild) {
        this.ofThisBuild = ofThisBuild;
    }

    /** Those that are not what they were copied from. */
    List<Path> damaged(StoreLayout layout) {
        if (!Files.isDirectory(layout.engines(), LinkOption.NOFOLLOW_LINKS)) {
            return List.of();
        }
        Map<Path, Digest> known = ofThisBuild.apply(layout);
        List<Path> damaged = new ArrayList<>();
        for (Path jar : jars(layout.engines())) {
            Digest digest = known.get(jar);
            if (digest == null
                    ? !isWhole(jar)
                    : !Digest.of(RegularFile.read(jar)).equals(digest)) {
                damaged.add(jar);
            }
        }
        return damaged;
    }

    private static List<Path> jars(Path engines) {
        try (Stream<Path> files = Files.find(engines, 2, (file, attributes) -> attributes.isRegularFile())) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw DiskFailure.reading(engines, failed);
        }
    }

    /** Whether the directory at its end can be read, and every entry has the sum that it says. */
    private static boolean isWhole(Path jar) {
        try (ZipFile directory = new ZipFile(jar.toFile());
                InputStream bytes = new BufferedInputStream(Files.newInputStream(jar));
                ZipInputStream entries = new ZipInputStream(bytes)) {
            int count = 0;
            while (entries.getNextEntry() != null) {
                entries.transferTo(OutputStream.nullOutputStream());
                count++;
            }
            return count == directory.size();
        } catch (IOException damaged) {
            return false;
        }
    }
}
