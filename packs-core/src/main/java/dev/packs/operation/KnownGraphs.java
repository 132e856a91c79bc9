package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.knowledge.GraphAccess;
import dev.packs.knowledge.PackGraphFiles;
import dev.packs.knowledge.PackKnowledge;
import dev.packs.knowledge.ProjectGraphs;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.rendering.NoRows;
import dev.packs.rendering.QueryRows;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What queries find when a pack is exported, where there is a graph at all: named by the user, or brought by a pack. Otherwise nobody can be asked. */
final class KnownGraphs implements AutoCloseable {

    private final Map<PackName, PackKnowledge> packs = new LinkedHashMap<>();

    private KnownGraphs() {}

    /** @throws PacksException with every graph file that was named and is not there */
    static KnownGraphs of(
            ExportArchetype.Request request, PreparedPacks prepared, List<PackManifest> manifests, GraphAccess access) {
        ProjectGraphs project = ProjectGraphs.find(request.folder(), request.graphs(), ProblemCode.PARAMETER_INVALID);
        KnownGraphs known = new KnownGraphs();
        for (PackManifest manifest : manifests) {
            PackName name = manifest.id().name();
            List<PackGraphFiles> files = RenderInputs.graphFiles(prepared, name);
            if (!request.graphs().isEmpty() || files.stream().anyMatch(PackGraphFiles::hasGraph)) {
                known.packs.put(name, new PackKnowledge(manifest.queries(), files, project, access));
            }
        }
        return known;
    }

    /**
     * Holds the graphs against the shapes and gates of the packs.
     *
     * @throws PacksException with every violation
     */
    void check() {
        Problems problems = new Problems();
        for (PackKnowledge each : packs.values()) {
            try {
                problems.addAll(each.check().violations());
            } catch (PacksException failed) {
                problems.addAll(failed.problems());
            }
        }
        problems.throwIfAny();
    }

    QueryRows of(PackName pack) {
        PackKnowledge known = packs.get(pack);
        return known == null ? new NoRows() : known;
    }

    @Override
    public void close() {
        packs.values().forEach(PackKnowledge::close);
    }
}
