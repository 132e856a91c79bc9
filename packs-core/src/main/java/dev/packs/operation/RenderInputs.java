package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.generation.PackContent;
import dev.packs.generation.PackRendering;
import dev.packs.generation.PackTemplates;
import dev.packs.generation.PackageContent;
import dev.packs.generation.TextRendering;
import dev.packs.knowledge.Findings;
import dev.packs.knowledge.GraphAccess;
import dev.packs.knowledge.PackGraphFiles;
import dev.packs.knowledge.PackKnowledge;
import dev.packs.knowledge.ProjectGraphs;
import dev.packs.merge.FileMerger;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackageRequest;
import dev.packs.pack.VariableDefinition;
import dev.packs.rendering.BranchRecorder;
import dev.packs.rendering.VelocityTemplates;
import dev.packs.source.PackOrigin;
import dev.packs.store.InstalledPackage;
import dev.packs.terminal.Secrets;
import dev.packs.variables.GivenValues;
import dev.packs.variables.PackExpressions;
import dev.packs.variables.PackVariables;
import dev.packs.variables.ResolvedVariables;
import dev.packs.variables.SecretNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A pack and all that it needs, ready to be rendered into one folder.
 *
 * @param packs dependencies first
 * @param variables of each pack, in the same order
 * @param knowledge of each pack, in the same order
 */
record RenderInputs(
        List<PackId> packs,
        Map<PackName, ResolvedVariables> variables,
        List<PackKnowledge> knowledge,
        PackRendering rendering)
        implements AutoCloseable {

    /**
     * What of graphs is to be used.
     *
     * @param project the project's own
     * @param recorded the pack whose templates are watched, and who notes what they do
     */
    record Graphs(ProjectGraphs project, GraphAccess access, Optional<Recorded> recorded) {

        Graphs(ProjectGraphs project, GraphAccess access) {
            this(project, access, Optional.empty());
        }
    }

    /** A pack whose templates are watched. */
    record Recorded(PackName pack, BranchRecorder branches) {}

    /** The packs whose files end up together with those of {@code root}. */
    static List<PackManifest> manifests(PreparedPacks prepared, PackName root) {
        List<PackManifest> manifests = new ArrayList<>();
        for (PackId id : prepared.closure(root)) {
            manifests.add(prepared.manifest(id.name()));
        }
        return List.copyOf(manifests);
    }

    /** @throws dev.packs.PacksException with everything that is wrong with any variable */
    static RenderInputs of(PreparedPacks prepared, PackName root, GivenValues given, Graphs graphs) {
        List<PackManifest> manifests = manifests(prepared, root);
        refuseArchetypes(prepared, manifests);
        refuseSecretPaths(manifests);
        Map<PackName, ResolvedVariables> variables =
                new PackVariables(manifests, given, new PackExpressions(Place.of("pack.toml"))).resolve();
        List<PackContent> contents = new ArrayList<>();
        List<PackKnowledge> knowledge = new ArrayList<>();
        for (PackManifest manifest : manifests) {
            PackName name = manifest.id().name();
            PackKnowledge known = new PackKnowledge(
                    manifest.queries(), graphFiles(prepared, name), graphs.project(), graphs.access());
            knowledge.add(known);
            contents.add(new PackContent(
                    manifest,
                    prepared.content(name).files(),
                    variables.getOrDefault(name, ResolvedVariables.none()),
                    packages(prepared, manifest),
                    known));
        }
        return new RenderInputs(
                prepared.closure(root),
                variables,
                knowledge,
                new PackRendering(
                        contents,
                        new Templates(graphs.access(), graphs.recorded()),
                        new Merging(graphs.access()),
                        prepared.activity()));
    }

    private static void refuseArchetypes(PreparedPacks prepared, List<PackManifest> manifests) {
        Problems problems = new Problems();
        for (PackManifest manifest : manifests) {
            if (manifest.archetype().isPresent()) {
                problems.add(Problem.of(
                                ProblemCode.DECLARATION_INVALID,
                                "the pack " + manifest.id() + " is an archetype, which makes a project of its own and"
                                        + " nothing else")
                        .help("generate it by itself: mvn packs:generate -Dpack=" + reference(prepared, manifest)
                                + " -Dname=my-app"));
            }
        }
        problems.throwIfAny();
    }

    /** A pack that was made of an archetype for this call alone can be had by the archetype's name, and by none of its own. */
    private static String reference(PreparedPacks prepared, PackManifest manifest) {
        PackName name = manifest.id().name();
        return prepared.content(name).origin() == PackOrigin.ARCHETYPE
                ? "archetype:" + manifest.archetype().orElseThrow()
                : name.toString();
    }

    private static void refuseSecretPaths(List<PackManifest> manifests) {
        Set<String> secrets = SecretNames.of(manifests, new PackExpressions(Place.of("pack.toml")));
        if (secrets.isEmpty()) {
            return;
        }
        Problems problems = new Problems();
        for (PackManifest manifest : manifests) {
            Place place = Place.of(manifest.id().name() + "!/pack.toml");
            problems.addAll(SecretPaths.problems(manifest, secrets, path -> place));
        }
        problems.throwIfAny();
    }

    /** What a pack's queries see of packs: its own files, and those of all that it needs. */
    static List<PackGraphFiles> graphFiles(PreparedPacks prepared, PackName pack) {
        List<PackGraphFiles> files = new ArrayList<>();
        for (PackId id : prepared.closure(pack)) {
            files.add(new PackGraphFiles(
                    prepared.content(id.name()).files(), id.name().id()));
        }
        return files;
    }

    /**
     * Holds the graphs against the shapes and gates of every pack.
     *
     * @param problems gets every violation, and what cannot be asked
     * @param warnings gets what stops nothing
     */
    void check(Problems problems, List<Problem> warnings) {
        for (PackKnowledge each : knowledge) {
            try {
                Findings findings = each.check();
                problems.addAll(findings.violations());
                warnings.addAll(findings.notes());
            } catch (PacksException failed) {
                problems.addAll(failed.problems());
            }
        }
    }

    /** The values of secret variables, which no line on a screen and no report may show. */
    Secrets secrets() {
        List<@Nullable Object> values = new ArrayList<>();
        for (ResolvedVariables resolved : variables.values()) {
            for (String name : resolved.secrets()) {
                values.add(resolved.values().get(name));
            }
        }
        return Secrets.of(values);
    }

    @Override
    public void close() {
        for (PackKnowledge each : knowledge) {
            each.close();
        }
    }

    /** The packages that templates of a pack may ask for, by the names that it gave them. */
    static Map<String, PackageContent> packages(PreparedPacks prepared, PackManifest manifest) {
        Map<String, PackageContent> packages = new HashMap<>();
        for (PackageRequest request : manifest.packages()) {
            InstalledPackage installed = prepared.packageOf(request);
            if (installed != null) {
                packages.put(
                        request.name(),
                        new PackageContent(installed.coordinates().version(), installed));
            }
        }
        return packages;
    }

    private record Merging(GraphAccess engines) implements Supplier<FileMerger> {

        @Override
        public FileMerger get() {
            return engines.merger();
        }
    }

    private record Templates(GraphAccess engines, Optional<Recorded> recorded)
            implements TextRendering.Factory, Supplier<VelocityTemplates> {

        @Override
        public TextRendering of(PackContent pack, Map<String, Object> values) {
            PackTemplates templates = new PackTemplates(pack, values, this);
            if (recorded.isPresent()
                    && recorded.get().pack().equals(pack.manifest().id().name())) {
                return templates.recording(recorded.get().branches());
            }
            return templates;
        }

        @Override
        public VelocityTemplates get() {
            return engines.velocity();
        }
    }

    /** The names of the variables of a pack and all that it needs, for each id under which a value may be addressed to one of them. */
    static void addNames(PreparedPacks prepared, String id, PackName root, Map<String, Set<String>> names) {
        List<PackManifest> manifests = manifests(prepared, root);
        for (PackManifest manifest : manifests) {
            PackName name = manifest.id().name();
            Set<String> own = namesOf(name.id(), names);
            for (VariableDefinition variable : manifest.variables()) {
                own.add(variable.name());
                if (name.equals(root)) {
                    namesOf(id, names).add(variable.name());
                }
            }
        }
        namesOf(id, names);
    }

    /** The names under an id, of which there are none at first. */
    private static Set<String> namesOf(String id, Map<String, Set<String>> names) {
        Set<String> known = names.get(id);
        if (known == null) {
            known = new TreeSet<>();
            names.put(id, known);
        }
        return known;
    }
}
