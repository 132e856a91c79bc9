package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.ArchiveWriter;
import dev.packs.io.MemoryTree;
import dev.packs.pack.PackageCoordinates;
import dev.packs.pack.PackageRequest;
import dev.packs.store.FetchedPackage;
import dev.packs.version.MavenVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;

/** A repository of packages that a test writes down; its files lie in a folder. */
final class MemoryPackages implements PackageRepository {

    private final Path folder;
    private final TreeSet<PackageCoordinates> known = new TreeSet<>();
    private final Map<PackageCoordinates, List<PackageCoordinates>> needed = new HashMap<>();
    /** Packages of which nobody can say what they need. */
    final Set<PackageCoordinates> unclear = new HashSet<>();

    final List<PackageCoordinates> fetched = new CopyOnWriteArrayList<>();

    MemoryPackages(Path folder) {
        this.folder = folder;
    }

    static PackageCoordinates jar(String id, String version) {
        return PackageCoordinates.jar("org.example", id, version);
    }

    /** Offers {@code org.example:<id>} with one file {@code <id>.txt}. */
    MemoryPackages offer(String id, String version, PackageCoordinates... needs) {
        PackageCoordinates coordinates = jar(id, version);
        known.add(coordinates);
        needed.put(coordinates, List.of(needs));
        try {
            Files.createDirectories(folder);
            // Other processes may be reading one of that name.
            Path beside = Files.createTempFile(folder, "offer", ".part");
            Files.write(
                    beside,
                    ArchiveWriter.withoutTime().jar(new MemoryTree().with(id + ".txt", id + " " + version + "\n")));
            Files.move(beside, folder.resolve(coordinates.fileName()), StandardCopyOption.ATOMIC_MOVE);
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public List<MavenVersion> versions(PackageRequest request) {
        List<MavenVersion> versions = new ArrayList<>();
        for (PackageCoordinates each : known) {
            if (each.name().equals(request.name())) {
                versions.add(MavenVersion.of(each.version()));
            }
        }
        return versions;
    }

    @Override
    public FetchedPackage fetch(PackageCoordinates coordinates) {
        fetched.add(coordinates);
        if (!known.contains(coordinates)) {
            throw Problem.of(ProblemCode.PACKAGE_NOT_FOUND, "nobody has `" + coordinates + "`")
                    .asException();
        }
        return new FetchedPackage(folder.resolve(coordinates.fileName()), "test");
    }

    @Override
    public List<PackageCoordinates> dependencies(PackageCoordinates coordinates, Map<String, String> managed) {
        if (unclear.contains(coordinates)) {
            throw Problem.of(ProblemCode.FETCH_FAILED, "nobody says what `" + coordinates + "` needs")
                    .asException();
        }
        return needed.getOrDefault(coordinates, List.of());
    }
}
