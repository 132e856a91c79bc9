package dev.packs.generation;

import dev.packs.PacksException;
import dev.packs.io.DeletedTree;
import dev.packs.io.Disk;
import dev.packs.io.DiskFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The steps in their order, on the disk before the first is taken. While its file exists, the steps count as not taken. */
final class Journal {

    private static final String NAME = "journal";

    private final Path base;
    private final Path staging;
    private final List<StagedMove> moves;

    Journal(Path base, Path staging, List<StagedMove> moves) {
        this.base = base;
        this.staging = staging;
        this.moves = List.copyOf(moves);
    }

    /** Undoes the steps of a process that was killed and clears its staging folder, the lock left out. */
    static void recover(Path base, Path staging) throws IOException {
        Path file = staging.resolve(NAME);
        if (Files.exists(file)) {
            List<StagedMove> moves = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                moves.add(new StagedMove(StagedMove.Kind.of(line.charAt(0)), line.substring(2)));
            }
            Journal left = new Journal(base, staging, moves);
            left.undo();
            left.forget();
        }
        DeletedTree.delete(staging.resolve("new"));
        DeletedTree.delete(staging.resolve("old"));
    }

    /** Whether steps were begun that are neither finished nor undone. */
    static boolean isOpen(Path staging) {
        return Files.exists(staging.resolve(NAME));
    }

    void write() {
        StringBuilder text = new StringBuilder();
        boolean touchesOthers = false;
        for (StagedMove move : moves) {
            text.append(move.kind().letter()).append(' ').append(move.path()).append('\n');
            touchesOthers |= move.kind() == StagedMove.Kind.REPLACE || move.kind() == StagedMove.Kind.DELETE;
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        Path beside = staging.resolve(NAME + ".new");
        try (FileChannel channel = Disk.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            Disk.write(channel, beside, bytes);
            if (touchesOthers) {
                // Only here can a crash of the machine lose what cannot be made again.
                Disk.force(channel, beside);
            }
        } catch (IOException failed) {
            throw DiskFailure.writing(beside, bytes.length, failed);
        }
        try {
            Disk.move(beside, staging.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw DiskFailure.writing(beside, bytes.length, failed);
        }
    }

    /** Takes every step, or none. */
    void run() {
        int taken = 0;
        try {
            for (; taken < moves.size(); taken++) {
                take(taken);
            }
        } catch (IOException failed) {
            PacksException problem =
                    DiskFailure.writing(base.resolve(moves.get(taken).path()), 0, failed);
            try {
                undo();
            } catch (IOException stuck) {
                // The journal stays, and the next run tries again.
                problem.addSuppressed(stuck);
                throw problem;
            }
            forget();
            throw problem;
        }
    }

    void forget() {
        try {
            Disk.deleteIfExists(staging.resolve(NAME));
        } catch (IOException failed) {
            throw DiskFailure.writing(staging.resolve(NAME), 0, failed);
        }
    }

    private void take(int number) throws IOException {
        StagedMove step = moves.get(number);
        Path place = base.resolve(step.path());
        switch (step.kind()) {
            case CREATE -> {
                if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                    throw new IOException("it appeared while Packs was at work");
                }
                move(fresh(number), place);
            }
            case REPLACE -> {
                move(place, kept(number));
                move(fresh(number), place);
            }
            case DELETE -> move(place, kept(number));
            case DELETE_FOLDER -> {
                try {
                    Disk.deleteIfExists(place);
                } catch (DirectoryNotEmptyException somebodyElses) {
                    // It holds what is not ours.
                }
            }
            case CREATE_FOLDER -> Disk.makeFolders(place);
        }
    }

    /** From the last to the first. What the disk looks like tells which steps were taken. */
    private void undo() throws IOException {
        for (int number = moves.size() - 1; number >= 0; number--) {
            StagedMove step = moves.get(number);
            Path place = base.resolve(step.path());
            switch (step.kind()) {
                case CREATE -> {
                    if (isThere(place) && !isThere(fresh(number))) {
                        move(place, fresh(number));
                    }
                }
                case REPLACE, DELETE -> {
                    if (isThere(kept(number))) {
                        Disk.move(kept(number), place, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
                case DELETE_FOLDER -> Disk.makeFolders(place);
                case CREATE_FOLDER -> {
                    try {
                        Disk.deleteIfExists(place);
                    } catch (DirectoryNotEmptyException somebodyElses) {
                        // It was there before, or somebody uses it already.
                    }
                }
            }
        }
    }

    private static boolean isThere(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private Path fresh(int number) {
        return staging.resolve("new").resolve(String.valueOf(number));
    }

    private Path kept(int number) {
        return staging.resolve("old").resolve(String.valueOf(number));
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Disk.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherFileSystem) {
            if (Files.isDirectory(from)) {
                throw new NoSuchFileException(to.toString(), null, "it is on another file system");
            }
            Disk.move(from, to);
        }
    }
}
