package dev.packs.store;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.io.ArchiveWriter;
import dev.packs.io.MemoryTree;
import dev.packs.pack.PackageCoordinates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** A folder of packages made for a test, and the fetcher that hands them out. */
final class Shelf implements PackageFetcher {

    private final Path folder;
    final List<PackageCoordinates> fetched = new CopyOnWriteArrayList<>();

    Shelf(Path folder) {
        this.folder = folder;
    }

    static PackageCoordinates named(int number) {
        return PackageCoordinates.jar("org.example.g" + number % 3, "package-" + number, "1." + number);
    }

    static List<List<WantedPackage>> levels(int from, int to) {
        List<List<WantedPackage>> levels = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if ((i - from) % 7 == 0) {
                levels.add(new ArrayList<>());
            }
            levels.get(levels.size() - 1).add(WantedPackage.of(named(i)));
        }
        return levels;
    }

    /** Package number n has n % 5 + 1 files; the same number always gives the same bytes. */
    Digest put(int number) {
        MemoryTree files = new MemoryTree().withExecutable("bin/run", "#!/bin/sh\n");
        Random random = new Random(number);
        for (int i = 0; i < number % 5 + 1; i++) {
            byte[] content = new byte[100 + random.nextInt(3000)];
            random.nextBytes(content);
            files.with("files/" + i + ".bin", content);
        }
        return put(named(number), files);
    }

    Digest put(PackageCoordinates coordinates, MemoryTree files) {
        return put(coordinates, ArchiveWriter.withoutTime().jar(files));
    }

    Digest put(PackageCoordinates coordinates, byte[] archive) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(coordinates.fileName()), archive);
            return Digest.of(archive);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public FetchedPackage fetch(PackageCoordinates coordinates) {
        fetched.add(coordinates);
        Path file = folder.resolve(coordinates.fileName());
        if (!Files.exists(file)) {
            throw Problem.of(ProblemCode.PACKAGE_NOT_FOUND, "nobody has `" + coordinates + "`")
                    .asException();
        }
        return new FetchedPackage(file, "shelf");
    }
}
