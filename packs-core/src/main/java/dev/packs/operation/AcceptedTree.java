package dev.packs.operation;

import dev.packs.io.AtomicFiles;
import dev.packs.io.DiskFailure;
import dev.packs.io.FileMode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;

/** Makes the expected tree of a golden case what was generated; equal files are left untouched. */
final class AcceptedTree {

    private final GoldenCase golden;
    private final FileTree made;
    private final SortedSet<RelativePath> folders;

    /** @param folders that were made without a file in them */
    AcceptedTree(GoldenCase golden, FileTree made, SortedSet<RelativePath> folders) {
        this.golden = golden;
        this.made = made;
        this.folders = folders;
    }

    /** @throws dev.packs.PacksException {@link dev.packs.ProblemCode#WRITE_FAILED}, {@link dev.packs.ProblemCode#DISK_FULL} */
    void write(List<GoldenDifference> differences) {
        // What goes makes room first: a file may become a folder, or get another case.
        for (GoldenDifference each : differences) {
            if (each.kind() == GoldenDifference.Kind.DELETE) {
                delete(each.path().under(golden.expected()));
            }
        }
        for (GoldenDifference each : differences) {
            if (each.kind() == GoldenDifference.Kind.CREATE || each.kind() == GoldenDifference.Kind.REPLACE) {
                RelativePath path = each.path();
                AtomicFiles.fast()
                        .write(
                                path.under(golden.expected()),
                                made.read(path).orElseThrow(),
                                made.isExecutable(path) ? FileMode.EXECUTABLE : FileMode.PLAIN);
            }
        }
        writeFolders();
    }

    private void writeFolders() {
        Path file = GoldenCase.FOLDERS.under(golden.folder());
        if (folders.isEmpty()) {
            delete(file);
            return;
        }
        StringBuilder text = new StringBuilder();
        for (RelativePath folder : folders) {
            text.append(folder).append('\n');
        }
        AtomicFiles.fast().write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Takes the folders above along that have nothing else in them. */
    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            for (Path above = file.getParent();
                    above != null && above.startsWith(golden.expected()) && !above.equals(golden.expected());
                    above = above.getParent()) {
                Files.delete(above);
            }
        } catch (DirectoryNotEmptyException | NoSuchFileException done) {
            // Others are in it, or it went with another file.
        } catch (IOException failed) {
            throw DiskFailure.writing(file, 0, failed);
        }
    }
}
