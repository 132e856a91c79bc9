package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.AllowedScript;
import dev.packs.archetype.ArchetypeContent;
import dev.packs.archetype.ArchetypeEngine;
import dev.packs.archetype.ArchetypeKind;
import dev.packs.archetype.ArchetypeLimits;
import dev.packs.archetype.ArchetypeResult;
import dev.packs.archetype.ArchetypeRun;
import dev.packs.archetype.ArchetypeScript;
import dev.packs.io.RegularFile;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.velocity.app.VelocityEngine;
import org.jspecify.annotations.Nullable;

/** The port of archetypes by archetype-common. */
public final class BridgeEngine implements ArchetypeEngine {

    /** A generation reads the same archive up to three times, each time from another place. */
    private volatile @Nullable Known last;

    /** Made as a service. */
    public BridgeEngine() {}

    private static final class Known {
        private final byte[] content;
        private final ArchetypeJar jar;

        Known(byte[] content, ArchetypeJar jar) {
            this.content = content;
            this.jar = jar;
        }
    }

    private ArchetypeJar open(Path path) {
        byte[] content = RegularFile.read(path);
        Known known = last;
        if (known != null && Arrays.equals(known.content, content)) {
            return known.jar.at(path);
        }
        ArchetypeJar jar = ArchetypeJar.read(path, content);
        last = new Known(content, jar);
        return jar;
    }

    @Override
    public ArchetypeContent read(Path path) {
        ArchetypeJar jar = open(path);
        Guard guard = new Guard(ArchetypeLimits.standard());
        return fenced(guard, UnaryOperator.identity(), () -> new ContentReader(jar).read());
    }

    @Override
    public Map<String, String> resolve(ArchetypeContent content, Map<String, String> given) {
        Guard guard = new Guard(ArchetypeLimits.standard());
        UnaryOperator<String> names = key -> "default of " + key;
        return fenced(
                guard,
                names,
                () -> PropertyResolution.resolve(content, given, new Supplier<>() {
                    private @Nullable VelocityEngine made;

                    @Override
                    public VelocityEngine get() {
                        VelocityEngine known = made;
                        if (known == null) {
                            known = velocity(guard, names);
                            made = known;
                        }
                        return known;
                    }
                }));
    }

    /** For expressions in values: there is nothing to include. */
    private static FencedVelocity velocity(Guard guard, UnaryOperator<String> names) {
        return new FencedVelocity(
                new JarTemplates(name -> Optional.empty()),
                new TemplateFence(guard, names),
                (template, encoding, text, context) -> {},
                Dialect.ARCHETYPE);
    }

    @Override
    public ArchetypeResult generate(ArchetypeRun run) {
        ArchetypeJar jar = open(run.jar());
        // The original runs none after archetypes of the old kind.
        Optional<ArchetypeScript> script = jar.kind() == ArchetypeKind.FILESET ? jar.script() : Optional.empty();
        ScriptRun scripts = new ScriptRun(run, jar);
        script.ifPresent(scripts::check);
        checkProperties(run);
        Guard guard = new Guard(run.limits());
        GeneratedFiles before = fenced(guard, jar::nameOf, () -> GeneratedFiles.before(run.base()));
        List<String> warnings = fenced(guard, jar::nameOf, () -> new ArchetypeGeneration(run, jar, guard).generate());
        if (run.script().map(AllowedScript::runs).orElse(false)) {
            script.ifPresent(scripts::execute);
        }
        return fenced(guard, jar::nameOf, () -> before.result(warnings));
    }

    private static void checkProperties(ArchetypeRun run) {
        List<String> missing = ArchetypeGeneration.missing(run.properties());
        if (!missing.isEmpty()) {
            throw new PacksException(missing.stream()
                    .map(key -> Problem.of(
                                    ProblemCode.VARIABLE_MISSING, "the archetype needs a value for `" + key + "`")
                            .help("-D" + key + "=…"))
                    .toList());
        }
    }

    private static <T> T fenced(Guard guard, UnaryOperator<String> names, Callable<T> work) {
        try {
            return FencedRun.run(guard, work);
        } catch (Exception failure) {
            throw new Failures(names).translated(failure);
        }
    }
}
