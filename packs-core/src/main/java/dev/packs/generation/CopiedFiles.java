package dev.packs.generation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.FileMode;
import dev.packs.io.FileTree;
import dev.packs.io.Glob;
import dev.packs.io.RelativePath;
import dev.packs.pack.FileSet;
import dev.packs.pack.Overwrite;
import dev.packs.pack.PackageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the files that are copied byte for byte: those of {@code [[files]]}, and those of packages with an {@code install_path}. */
final class CopiedFiles {

    private static final String META_INF = "META-INF/";
    private static final String WEBJARS = "META-INF/resources/webjars/";

    private final PackScope scope;
    private final PlannedFiles planned;

    CopiedFiles(PackScope scope, PlannedFiles planned) {
        this.scope = scope;
        this.planned = planned;
    }

    void files(FileSet set, FileOrigin origin) {
        if (set.when().isPresent() && !scope.rendering().isTrue(set.when().get(), scope.manifest())) {
            return;
        }
        Optional<String> output = set.output().isPresent()
                ? Optional.of(scope.rendering().line(set.output().get(), Optional.empty(), scope.manifest()))
                : Optional.empty();
        FileTree files = scope.pack().files();
        List<Copy> copies = copies(set, files);
        if (copies.isEmpty() && !set.isStandard()) {
            throw missing(origin, scope.manifest());
        }
        for (Copy copy : copies) {
            add(new Copy(files, copy.source(), target(set, copy, output)), set, origin);
        }
    }

    /** @param target below the set's {@code output}, or the output folder; empty for the {@code output} itself */
    record Copy(FileTree tree, RelativePath source, String target) {}

    /** What a set holds. */
    static List<Copy> copies(FileSet set, FileTree files) {
        List<Copy> copies = new ArrayList<>();
        if (!set.isGlob()) {
            RelativePath source = RelativePath.parse(set.source());
            if (files.paths().contains(source)) {
                // Named alone, a file is renamed by its `output`.
                copies.add(new Copy(files, source, set.output().isPresent() ? "" : cut(source, set.literalFolder())));
            }
            return copies;
        }
        Glob glob = Glob.parse(set.source());
        for (RelativePath source : files.paths()) {
            if (glob.matches(source)) {
                copies.add(new Copy(files, source, cut(source, set.literalFolder())));
            }
        }
        return copies;
    }

    private static String target(FileSet set, Copy copy, Optional<String> output) {
        if (output.isEmpty()) {
            return copy.target();
        }
        return set.isGlob() ? output.get() + "/" + copy.target() : output.get();
    }

    private void add(Copy copy, FileSet set, FileOrigin origin) {
        FileMode mode = set.permissions().isPresent()
                ? PackRendering.mode(set.permissions().get())
                : FileMode.of(copy.tree, copy.source);
        planned.add(new PlannedFile(
                OutputPaths.parse(copy.target, origin),
                origin,
                new FileRecipe.Copy(scope, copy.tree, copy.source),
                mode,
                set.overwrite()));
    }

    private static String cut(RelativePath source, Optional<RelativePath> folder) {
        return folder.isPresent() ? source.text().substring(folder.get().text().length() + 1) : source.text();
    }

    /** Packages without an {@code install_path} are only talked about; optional ones that are not there are left out. */
    void packageFiles(PackageRequest request, FileOrigin origin) {
        PackageContent installed = scope.pack().packages().get(request.name());
        if (request.installPath().isEmpty() || installed == null) {
            return;
        }
        for (Copy copy : copies(request, installed.files(), scope.manifest(), origin)) {
            planned.add(new PlannedFile(
                    OutputPaths.parse(copy.target(), origin),
                    origin,
                    new FileRecipe.Copy(scope, copy.tree(), copy.source()),
                    FileMode.of(copy.tree(), copy.source()),
                    Overwrite.ALWAYS));
        }
    }

    /** What of a package with an {@code install_path} is copied. */
    static List<Copy> copies(PackageRequest request, FileTree files, Place manifest, FileOrigin origin) {
        String folder = request.installPath().orElseThrow().text();
        List<Copy> copies = new ArrayList<>();
        List<Glob> globs = new ArrayList<>();
        for (String include : request.include()) {
            globs.add(Glob.parse(include));
        }
        String root = root(request, files);
        for (RelativePath source : files.paths()) {
            if (!source.text().startsWith(root)
                    || (root.isEmpty() && source.text().startsWith(META_INF))) {
                continue;
            }
            RelativePath below = RelativePath.parse(source.text().substring(root.length()));
            if (isIncluded(below, globs)) {
                copies.add(new Copy(files, source, folder + "/" + below));
            }
        }
        if (copies.isEmpty()) {
            throw Problem.at(
                            ProblemCode.TEMPLATE_MISSING,
                            manifest,
                            "nothing in the " + origin + " would be copied to `" + folder + "`")
                    .help("look at its files, and set `root` and `include` to what is wanted")
                    .asException();
        }
        return copies;
    }

    private static boolean isIncluded(RelativePath path, List<Glob> globs) {
        for (Glob glob : globs) {
            if (glob.matches(path)) {
                return true;
            }
        }
        return globs.isEmpty();
    }

    /** With the slash. A WebJar keeps its files in a folder named after itself and its version; there is one such folder in it. */
    private static String root(PackageRequest request, FileTree files) {
        if (request.root().isPresent()) {
            return request.root().get() + "/";
        }
        String found = "";
        for (RelativePath path : files.paths()) {
            if (path.text().startsWith(WEBJARS)) {
                int name = path.text().indexOf('/', WEBJARS.length());
                int version = name < 0 ? -1 : path.text().indexOf('/', name + 1);
                String folder = version < 0 ? "" : path.text().substring(0, version + 1);
                if (folder.isEmpty() || (!found.isEmpty() && !found.equals(folder))) {
                    return "";
                }
                found = folder;
            }
        }
        return found;
    }

    static PacksException missing(FileOrigin origin, Place manifest) {
        return Problem.at(ProblemCode.TEMPLATE_MISSING, manifest, "the " + origin + " match nothing in the pack")
                .help("see that the files are in the pack, spelled like that")
                .asException();
    }
}
