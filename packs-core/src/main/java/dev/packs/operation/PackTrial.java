package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.generation.RenderedFile;
import dev.packs.io.FileMode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.knowledge.GraphAccess;
import dev.packs.knowledge.ProjectGraphs;
import dev.packs.pack.PackName;
import dev.packs.rendering.BranchRecorder;
import dev.packs.variables.CommandLineValues;
import dev.packs.variables.GivenValues;
import dev.packs.variables.ValueSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Generates a pack from answers into memory, as {@code packs:test} generates it onto the disk. */
final class PackTrial {

    private final PackName pack;
    private final PreparedPacks prepared;
    private final GraphAccess graphs;
    private final String packsVersion;

    PackTrial(PackName pack, PreparedPacks prepared, GraphAccess graphs, String packsVersion) {
        this.pack = pack;
        this.prepared = prepared;
        this.graphs = graphs;
        this.packsVersion = packsVersion;
    }

    /**
     * What is tried.
     *
     * @param name of the project
     * @param file with the answers
     * @param graphs the project's, relative to the folder of that file
     */
    record Answers(String name, Path file, List<String> graphs) {}

    /**
     * The files of the project.
     *
     * @param branches notes which ways the pack's templates take
     * @throws dev.packs.PacksException with everything that is wrong
     */
    FileTree make(Answers answers, BranchRecorder branches) {
        List<AnswersFile> files = List.of(AnswersFile.read(answers.file(), ValueSource.ANSWERS_FILE));
        GivenValues given = new GivenValues(
                pack.id(),
                new CommandLineValues(Map.of()),
                AnswersFile.layers(files, pack.id()),
                new TestPack.Detection(packsVersion).apply(answers.name()),
                Optional.empty(),
                AnswersFile.layers(files, pack.id(), prepared.closure(pack)));
        Path folder = answers.file().toAbsolutePath().getParent();
        ProjectGraphs project =
                ProjectGraphs.find(folder == null ? Path.of("") : folder, answers.graphs(), ProblemCode.CASE_INVALID);
        Made made = new Made();
        Problems problems = new Problems();
        try (RenderInputs inputs = RenderInputs.of(
                prepared,
                pack,
                given,
                new RenderInputs.Graphs(project, graphs, Optional.of(new RenderInputs.Recorded(pack, branches))))) {
            List<Problem> notes = new ArrayList<>();
            inputs.check(problems, notes);
            problems.throwIfAny();
            problems.addAll(inputs.rendering().render(made));
        }
        problems.throwIfAny();
        return made;
    }

    private static final class Made implements FileTree, Consumer<RenderedFile> {

        private final SortedMap<RelativePath, byte[]> files = new TreeMap<>();
        private final SortedSet<RelativePath> executable = new TreeSet<>();

        @Override
        public void accept(RenderedFile file) {
            files.put(file.path(), file.content().bytes());
            if (file.mode() == FileMode.EXECUTABLE) {
                executable.add(file.path());
            }
        }

        @Override
        public SortedSet<RelativePath> paths() {
            return Collections.unmodifiableSortedSet(new TreeSet<>(files.keySet()));
        }

        @Override
        public Optional<byte[]> read(RelativePath path) {
            return Optional.ofNullable(files.get(path));
        }

        @Override
        public boolean isExecutable(RelativePath path) {
            return executable.contains(path);
        }
    }
}
