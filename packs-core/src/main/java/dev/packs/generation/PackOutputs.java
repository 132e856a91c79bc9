package dev.packs.generation;

import dev.packs.io.FileMode;
import dev.packs.io.FileTree;
import dev.packs.pack.FileSet;
import dev.packs.pack.ForEach;
import dev.packs.pack.Overwrite;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackageRequest;
import dev.packs.pack.TemplateDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a pack says that it writes, without a value of any variable. */
public final class PackOutputs {

    private PackOutputs() {}

    /**
     * One file, or one for each of something.
     *
     * @param path as the manifest has it, with its expressions
     */
    public record Output(
            String path, Optional<String> when, Optional<String> forEach, Overwrite overwrite, boolean executable) {}

    /** In the order of the manifest; a package counts as one output, its folder. */
    public static List<Output> of(PackManifest manifest, FileTree files) {
        List<Output> outputs = new ArrayList<>();
        for (TemplateDefinition template : manifest.templates()) {
            FileMode mode = template.permissions().isPresent()
                    ? PackRendering.mode(template.permissions().get())
                    : FileMode.of(files, template.source());
            outputs.add(new Output(
                    template.output(),
                    template.when(),
                    template.forEach().map(ForEach::toString),
                    template.overwrite(),
                    mode == FileMode.EXECUTABLE));
        }
        List<FileSet> sets = manifest.files().isEmpty() ? List.of(FileSet.standard()) : manifest.files();
        for (FileSet set : sets) {
            for (CopiedFiles.Copy copy : CopiedFiles.copies(set, files)) {
                String folder = set.output().orElse("");
                String path = folder.isEmpty() || copy.target().isEmpty()
                        ? folder + copy.target()
                        : folder + "/" + copy.target();
                FileMode mode = set.permissions().isPresent()
                        ? PackRendering.mode(set.permissions().get())
                        : FileMode.of(files, copy.source());
                outputs.add(
                        new Output(path, set.when(), Optional.empty(), set.overwrite(), mode == FileMode.EXECUTABLE));
            }
        }
        for (PackageRequest request : manifest.packages()) {
            request.installPath()
                    .ifPresent(folder -> outputs.add(new Output(
                            folder + "/ (" + request.name() + ")",
                            Optional.empty(),
                            Optional.empty(),
                            Overwrite.ALWAYS,
                            false)));
        }
        return outputs;
    }
}
