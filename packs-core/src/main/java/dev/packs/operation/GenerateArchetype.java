package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.Work;
import dev.packs.archetype.AllowedScript;
import dev.packs.archetype.ArchetypeContent;
import dev.packs.archetype.ArchetypeEngine;
import dev.packs.archetype.ArchetypeLimits;
import dev.packs.archetype.ArchetypeResult;
import dev.packs.archetype.ArchetypeRun;
import dev.packs.archetype.ArchetypeScript;
import dev.packs.asking.AskedValues;
import dev.packs.generation.GenerationPlan;
import dev.packs.generation.RenderedFile;
import dev.packs.generation.ScaffoldWriter;
import dev.packs.integrity.Digest;
import dev.packs.io.RelativePath;
import dev.packs.lock.LockWriter;
import dev.packs.manifest.AnswersWriter;
import dev.packs.pack.PackArchetype;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.VariableDefinition;
import dev.packs.pack.VariableType;
import dev.packs.resolution.Requirement;
import dev.packs.source.PackContent;
import dev.packs.source.PackOrigin;
import dev.packs.variables.PackExpressions;
import dev.packs.variables.PackVariables;
import dev.packs.variables.ResolvedVariables;
import dev.packs.variables.ValueSource;
import dev.packs.version.VersionConstraint;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Starts a project from a pack that is an archetype: what {@code archetype:generate -B} would write is made aside, held against what is there, and moved in whole or not at
 * all, with the answers and the lock in the project's {@code .packs} folder.
 */
final class GenerateArchetype {

    private final ArchetypeAccess archetypes;
    private final PreparePacks prepare;
    private final StoreUse store;
    private final Conversation talk;

    GenerateArchetype(ArchetypeAccess archetypes, PreparePacks prepare, StoreUse store, Conversation talk) {
        this.archetypes = archetypes;
        this.prepare = prepare;
        this.store = store;
        this.talk = talk;
    }

    /** @throws PacksException with everything that is wrong; nothing is written then */
    GeneratedProject run(GenerateProject.Request request, PackName pack, PreparedPacks prepared) {
        PackManifest manifest = prepared.manifest(pack);
        PackArchetype archetype = manifest.archetype().orElseThrow();
        byte[] jar = jar(archetype, prepared, pack);
        ArchetypeAnswers answers = new ArchetypeAnswers(request, manifest, archetype);
        ResolvedVariables variables = variables(answers, manifest);
        try (TemporaryFolder aside = TemporaryFolder.open()) {
            Path file = aside.write("archetype.jar", jar);
            ArchetypeEngine engine = archetypes.engine();
            ArchetypeContent content = engine.read(file);
            checkScript(content, archetype, prepared.content(pack));
            Map<String, String> properties = engine.resolve(content, given(variables, archetype));
            ArchetypeSite site = ArchetypeSite.of(request, artifactId(properties), content.partial());
            Optional<PreparedPacks> locked = asLocked(request, pack, prepared, site);
            if (locked.isPresent()) {
                return run(request, pack, locked.get());
            }
            talk.confirm(
                    manifest.id() + " into " + site.project(),
                    new AskedValues(List.of(manifest), Map.of(pack, variables)),
                    request.answers().properties());
            try (TemporaryFolder beside = request.mode().dryRun() ? aside : site.aside()) {
                Path base = site.prepare(beside.folder("base"));
                ArchetypeResult made;
                try (Step step = prepared.activity()
                        .start(Work.RENDER, Subject.of(manifest.id().toString(), "archetype"))) {
                    made = engine.generate(new ArchetypeRun(
                            file, properties, base, ArchetypeLimits.standard(), script(content, request)));
                    step.made(0, made.files().size());
                }
                Made all = new Made(pack, prepared, manifest, properties, made);
                List<Problem> notes = new ArrayList<>(talk.notes());
                notes.addAll(variables.warnings());
                notes.addAll(answers.notes());
                if (content.script().isEmpty() && archetypes.allowedScript().isPresent()) {
                    notes.add(Problem.of(
                            ProblemCode.SCRIPT_REFUSED,
                            "the archetype " + archetype
                                    + " has no script, so that -Dpacks.allowScript allows nothing"));
                }
                if (request.mode().dryRun()) {
                    content.script().ifPresent(script -> notes.add(unrun(script, archetype)));
                }
                return write(request, site.of(made), base, all, notes);
            }
        }
    }

    private record Made(
            PackName pack,
            PreparedPacks prepared,
            PackManifest manifest,
            Map<String, String> properties,
            ArchetypeResult result) {}

    /** The jar that a pack carries, which is the one that its manifest names. */
    static byte[] jar(PackArchetype archetype, PreparedPacks prepared, PackName pack) {
        byte[] jar = prepared.content(pack)
                .files()
                .read(archetype.jar())
                .orElseThrow(() -> Problem.of(
                                ProblemCode.TEMPLATE_MISSING,
                                "the pack " + prepared.manifest(pack).id() + " has no `" + archetype.jar() + "`")
                        .help("its author imports the archetype again: mvn packs:import -Dpack=archetype:" + archetype)
                        .asException());
        Digest digest = Digest.of(jar);
        if (!digest.equals(archetype.digest())) {
            throw Problem.of(
                            ProblemCode.DIGEST_MISMATCH,
                            "`" + archetype.jar() + "` in the pack "
                                    + prepared.manifest(pack).id()
                                    + " is not the archetype that its manifest names: its"
                                    + " digest is " + digest + ", and the manifest says " + archetype.digest())
                    .help("ask the pack's author; importing the archetype again gives both: mvn packs:import"
                            + " -Dpack=archetype:" + archetype)
                    .asException();
        }
        return jar;
    }

    /** Values that are wrong and values that nobody asks for are reported together. */
    private ResolvedVariables variables(ArchetypeAnswers answers, PackManifest manifest) {
        Problems problems = new Problems();
        problems.addAll(answers.unknown());
        if (talk.asks()) {
            problems.throwIfAny();
        }
        Optional<ResolvedVariables> resolved = Optional.empty();
        try {
            Map<PackName, ResolvedVariables> all = new PackVariables(
                            List.of(manifest), talk.asked(answers.given()), new PackExpressions(Place.of("pack.toml")))
                    .resolve();
            resolved = Optional.of(all.getOrDefault(manifest.id().name(), ResolvedVariables.none()));
        } catch (PacksException wrong) {
            problems.addAll(wrong.problems());
        }
        if (!problems.isEmpty()) {
            throw talk.explained(new PacksException(problems.list()));
        }
        return resolved.orElseThrow();
    }

    /** What somebody gave, under the archetype's names; its defaults are its own business. */
    private static Map<String, String> given(ResolvedVariables variables, PackArchetype archetype) {
        Map<String, String> given = new LinkedHashMap<>();
        for (Map.Entry<String, ValueSource> source : variables.sources().entrySet()) {
            Object value = variables.values().get(source.getKey());
            if (value != null && source.getValue() != ValueSource.DEFAULT && source.getValue() != ValueSource.NOTHING) {
                given.put(archetype.propertyOf(source.getKey()), value.toString());
            }
        }
        return given;
    }

    private static String artifactId(Map<String, String> properties) {
        String artifactId = properties.getOrDefault("artifactId", "");
        Optional<String> fault = artifactId.isEmpty() ? Optional.of("it is empty") : RelativePath.fault(artifactId);
        if (fault.isPresent() || artifactId.contains("/")) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "`" + artifactId + "` cannot be the artifactId, which names the project's folder: "
                                    + fault.orElse("it has a `/`"))
                    .help("-Dname=my-app says what the project is called")
                    .asException();
        }
        return artifactId;
    }

    /** Where the project has a lock already that says another version: the pack in that version. */
    private Optional<PreparedPacks> asLocked(
            GenerateProject.Request request, PackName pack, PreparedPacks prepared, ArchetypeSite site) {
        LockFile lock = LockFile.read(GenerateProject.LOCK.under(site.project()));
        VersionConstraint constraint = request.pack().constraint().orElse(VersionConstraint.any());
        boolean isOther = lock.before()
                .find(pack)
                .filter(locked -> !locked.id().equals(prepared.manifest(pack).id()))
                .filter(locked -> constraint.contains(locked.id().version()))
                .isPresent();
        if (isOther) {
            PreparedPacks again = prepare.run(new PreparePacks.Request(
                    List.of(new Requirement(pack, constraint, "-Dpack")), lock.before(), Map.of()));
            return again.manifest(pack).id().equals(prepared.manifest(pack).id())
                            || again.manifest(pack).archetype().isEmpty()
                    ? Optional.empty()
                    : Optional.of(again);
        }
        if (request.mode().frozen()) {
            lock.requireUnchanged(prepared.lock());
        }
        return Optional.empty();
    }

    /** @throws PacksException {@link ProblemCode#SCRIPT_REFUSED} if there is a script that was not allowed */
    private void checkScript(ArchetypeContent content, PackArchetype archetype, PackContent pack) {
        Optional<ArchetypeScript> script = content.script();
        Optional<Digest> allowed = archetypes.allowedScript();
        if (script.isEmpty() || allowed.equals(Optional.of(script.get().digest()))) {
            return;
        }
        String hex = script.get().digest().hex();
        String jar = pack.origin() == PackOrigin.ARCHETYPE
                ? pack.location().map(place -> "`" + place + "`").orElse("its folder")
                : "`" + archetype.jar() + "` of the pack " + pack.id();
        String found = "its digest is " + hex;
        throw Problem.of(
                        ProblemCode.SCRIPT_REFUSED,
                        allowed.isPresent()
                                ? "-Dpacks.allowScript=" + allowed.get().hex()
                                        + " is the digest of another script than that of the archetype " + archetype
                                        + ": " + found
                                : "the archetype " + archetype
                                        + " runs a script after generation, which could do whatever you can: " + found)
                .help("read META-INF/archetype-post-generate.groovy in " + jar
                        + ", then say -Dpacks.allowScript=" + hex
                        + "; without the script the files would not be what archetype:generate yields, so"
                        + " nothing is generated")
                .asException();
    }

    /** Whoever only plans runs nothing: a script may do anything anywhere. */
    private Optional<AllowedScript> script(ArchetypeContent content, GenerateProject.Request request) {
        if (content.script().isEmpty()) {
            return Optional.empty();
        }
        Digest digest = content.script().get().digest();
        if (!archetypes.allowedScript().equals(Optional.of(digest))) {
            return Optional.empty();
        }
        return Optional.of(
                request.mode().dryRun()
                        ? AllowedScript.planned(digest)
                        : AllowedScript.run(digest, archetypes.groovy()));
    }

    /** Maven loads extensions and options from there when it next runs, before any build begins. */
    private static Problem mavenFolder(RelativePath path, boolean isDry) {
        return Problem.of(
                ProblemCode.ARCHETYPE_INVALID,
                "the archetype " + (isDry ? "would write" : "wrote") + " to `.mvn`, as in `" + path
                        + "`: the next Maven that runs there loads what is in it, so read it before you build");
    }

    private static Problem unrun(ArchetypeScript script, PackArchetype archetype) {
        return Problem.of(
                ProblemCode.SCRIPT_REFUSED,
                "the script of " + archetype + ", `" + script.digest()
                        + "`, would run after generation; it was not run now, so that what it would change is not"
                        + " shown");
    }

    private GeneratedProject write(
            GenerateProject.Request request,
            ArchetypeSite.Target target,
            Path base,
            Made made,
            List<Problem> warnings) {
        boolean isDry = request.mode().dryRun();
        // Now, because the folders that some of them speak of are moved away.
        List<Problem> told = new ArrayList<>();
        for (String warning : made.result().warnings()) {
            shown(warning, base).ifPresent(text -> told.add(Problem.of(ProblemCode.ARCHETYPE_INVALID, text)));
        }
        ScaffoldWriter.recover(target.root());
        ScaffoldWriter.Existing existing = request.mode().force() ? ScaffoldWriter.Existing.REPLACE : target.existing();
        GenerationPlan plan;
        try (ScaffoldWriter writer = isDry
                ? ScaffoldWriter.dryRun(target.root(), existing)
                : ScaffoldWriter.open(target.root(), existing, made.prepared().activity())) {
            target.requireRoom(existing);
            List<RenderedFile> files = new ArrayList<>();
            for (RelativePath path : made.result().files()) {
                files.add(target.file(path, base));
            }
            target.whole(base).ifPresent(writer::take);
            for (RenderedFile file : files) {
                writer.accept(file);
            }
            for (RelativePath folder : made.result().emptyFolders()) {
                target.folder(folder).ifPresent(writer::acceptFolder);
            }
            for (RenderedFile own : own(target, made)) {
                writer.accept(own);
            }
            plan = writer.plan();
            if (!isDry) {
                writer.commit();
                store.used(
                        GenerateProject.LOCK.under(target.project()),
                        made.prepared().lock());
            }
        }
        List<Problem> notes = new ArrayList<>(made.prepared().warnings());
        notes.addAll(warnings);
        for (RelativePath path : made.result().files()) {
            if (path.segments().contains(".mvn")) {
                notes.add(mavenFolder(path, isDry));
                break;
            }
        }
        notes.addAll(told);
        return new GeneratedProject(
                new GeneratedProject.Subject(request.folder(), target.project(), made.pack(), isDry, Optional.empty()),
                made.prepared(),
                plan,
                Map.of(),
                notes,
                List.of());
    }

    /** A warning with paths as the user sees them; nothing for the original's remark that a folder is there already when it comes to its second file. */
    private static Optional<String> shown(String warning, Path base) {
        int start = warning.indexOf(base.toString());
        if (start < 0) {
            return Optional.of(warning);
        }
        String path = warning.substring(start);
        if (Files.isDirectory(Path.of(path))) {
            return Optional.empty();
        }
        return Optional.of(warning.replace(base + File.separator, ""));
    }

    /** The values that the archetype was given in the end, so that the same project can be generated again, and the lock. */
    private static List<RenderedFile> own(ArchetypeSite.Target target, Made made) {
        PackArchetype archetype = made.manifest().archetype().orElseThrow();
        Map<String, Object> answers = new LinkedHashMap<>();
        for (VariableDefinition variable : made.manifest().variables()) {
            String value = made.properties().get(archetype.propertyOf(variable.name()));
            if (value != null && !variable.secret()) {
                boolean isFlag =
                        variable.type() == VariableType.BOOLEAN && (value.equals("true") || value.equals("false"));
                answers.put(variable.name(), isFlag ? (Object) Boolean.valueOf(value) : value);
            }
        }
        return List.of(
                RenderedFile.own(
                        target.own(GenerateProject.ANSWERS),
                        AnswersWriter.write(answers).getBytes(StandardCharsets.UTF_8)),
                RenderedFile.own(
                        target.own(GenerateProject.LOCK),
                        LockWriter.write(made.prepared().lock()).getBytes(StandardCharsets.UTF_8)));
    }
}
