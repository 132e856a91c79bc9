package dev.packs.knowledge;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.io.DiskFailure;
import dev.packs.io.Glob;
import dev.packs.io.RelativePath;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The graph files of a project, as it names them: paths, or patterns with wildcards. */
public final class ProjectGraphs {

    private static final ProjectGraphs NONE = new ProjectGraphs(Path.of(""));

    private final Path folder;
    private final Set<Path> files = new TreeSet<>();
    private final Set<Path> searched = new TreeSet<>();

    private ProjectGraphs(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    public static ProjectGraphs none() {
        return NONE;
    }

    /**
     * Finds the files.
     *
     * @param folder that the texts are relative to
     * @param texts each a path, or a folder, a slash and a pattern; a pattern may match nothing
     * @param code of what is wrong with a text
     * @throws dev.packs.PacksException with every file that is not there or is no graph
     */
    public static ProjectGraphs find(Path folder, List<String> texts, ProblemCode code) {
        if (texts.isEmpty()) {
            return NONE;
        }
        ProjectGraphs found = new ProjectGraphs(folder);
        Problems problems = new Problems();
        for (String text : texts) {
            int wildcard = wildcard(text);
            if (wildcard < 0) {
                found.file(text, code, problems);
            } else if (Glob.fault(text).isPresent()) {
                problems.add(Problem.of(
                                code,
                                "`" + text + "` is not a pattern for graph files: "
                                        + Glob.fault(text).get())
                        .help("as in `src/main/ontology/*.ttl`"));
            } else {
                int slash = text.lastIndexOf('/', wildcard);
                found.search(found.folder.resolve(text.substring(0, slash + 1)).normalize(), text.substring(slash + 1));
            }
        }
        problems.throwIfAny();
        return found;
    }

    /** Where the first wildcard stands; -1 for a plain path. */
    private static int wildcard(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("*?[{".indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private void file(String text, ProblemCode code, Problems problems) {
        Path file = folder.resolve(text).normalize();
        if (GraphSyntax.ofFile(text).isEmpty()) {
            problems.add(Problem.of(code, "`" + text + "` is no graph, by the end of its name")
                    .help("graphs end in .ttl, .nt, .jsonld, .rdf or .owl"));
        } else if (!Files.isRegularFile(file)) {
            problems.add(Problem.of(code, "there is no graph file `" + file + "`")
                    .help("name a file relative to `" + folder + "`, or a pattern such as `src/main/ontology/*.ttl`"));
        } else {
            files.add(file);
        }
    }

    private void search(Path base, String pattern) {
        boolean deep = pattern.contains("**");
        int levels = 0;
        for (int at = pattern.indexOf('/'); at >= 0; at = pattern.indexOf('/', at + 1)) {
            levels++;
        }
        walk(base, "", Glob.parse(pattern), deep ? Integer.MAX_VALUE : levels);
    }

    private void walk(Path at, String prefix, Glob glob, int levels) {
        searched.add(at);
        if (!Files.isDirectory(at)) {
            return;
        }
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(at)) {
            stream.forEach(children::add);
        } catch (IOException failed) {
            throw DiskFailure.reading(at, failed);
        }
        Collections.sort(children);
        for (Path child : children) {
            String name = prefix + child.getFileName();
            if (Files.isDirectory(child)) {
                if (levels > 0 && !Files.isSymbolicLink(child)) {
                    walk(child, name + "/", glob, levels - 1);
                }
            } else if (GraphSyntax.ofFile(name).isPresent()
                    && RelativePath.fault(name).isEmpty()
                    && glob.matches(RelativePath.parse(name))) {
                files.add(child);
            }
        }
    }

    /** Everything on which it depends what the graphs say: the files, and the folders in which more may appear. */
    public List<Path> inputs() {
        List<Path> inputs = new ArrayList<>(searched);
        inputs.addAll(files);
        return inputs;
    }

    /** Reads the files. They are the user's own, so they may be large. */
    List<GraphSource> read() {
        List<GraphSource> sources = new ArrayList<>();
        for (Path file : files) {
            try {
                sources.add(GraphSource.trusted(
                        display(file), GraphSyntax.ofFile(file.toString()).orElseThrow(), Files.readAllBytes(file)));
            } catch (IOException failed) {
                throw DiskFailure.reading(file, failed);
            }
        }
        return sources;
    }

    private String display(Path file) {
        return file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    }
}
