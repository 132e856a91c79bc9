package dev.packs.maven;

import dev.packs.Nearest;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.activity.Activity;
import dev.packs.draft.DraftTranslator;
import dev.packs.engine.Engines;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.LimitName;
import dev.packs.graph.WatchedEngine;
import dev.packs.knowledge.GraphAccess;
import dev.packs.merge.FileMerger;
import dev.packs.rendering.VelocityTemplates;
import dev.packs.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/** The engines as a build reaches them, and the limits that its user raised with {@code -Dpacks.limits.…}. */
final class BuildGraphs implements GraphAccess {

    private static final String PREFIX = "packs.limits.";

    /** Under which a build keeps its engines: they are opened once, however many modules ask. */
    private static final Object KEY = new Object();

    private final MavenCall call;
    private final Supplier<Store> store;
    private final Activity activity;
    private @Nullable GraphLimits limits;

    /**
     * Loads nothing.
     *
     * @param store where engines are copied to
     * @param activity told of each question
     */
    BuildGraphs(MavenCall call, Supplier<Store> store, Activity activity) {
        this.activity = activity;
        this.call = call;
        this.store = store;
    }

    @Override
    public GraphEngine engine() {
        return new WatchedEngine(engines(call, store).graph(), activity);
    }

    @Override
    public VelocityTemplates velocity() {
        return engines(call, store).velocity();
    }

    @Override
    public FileMerger merger() {
        return engines(call, store).merger();
    }

    DraftTranslator archetypeTranslator() {
        return engines(call, store).archetypeTranslator();
    }

    /** Every engine of a build, each opened when it is first asked for. */
    static Engines engines(MavenCall call, Supplier<Store> store) {
        synchronized (KEY) {
            SessionData kept = call.repositorySession().getData();
            Engines engines = (Engines) kept.get(KEY);
            if (engines == null) {
                engines = new Engines(BuildGraphs.class.getClassLoader(), store);
                kept.set(KEY, engines);
            }
            return engines;
        }
    }

    @Override
    public GraphLimits limits() {
        GraphLimits known = limits;
        if (known == null) {
            known = read(call.session().getUserProperties());
            limits = known;
        }
        return known;
    }

    /**
     * The standard limits but those that are set.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#PARAMETER_INVALID}
     */
    static GraphLimits read(Map<Object, Object> properties) {
        Map<String, String> given = new TreeMap<>();
        properties.forEach((name, value) -> given.put(name.toString(), value.toString()));
        GraphLimits limits = GraphLimits.standard();
        Problems problems = new Problems();
        for (Map.Entry<String, String> property : given.entrySet()) {
            if (!property.getKey().startsWith(PREFIX)) {
                continue;
            }
            Optional<LimitName> name = LimitName.find(property.getKey());
            String value = property.getValue().strip();
            if (name.isEmpty()) {
                problems.add(Problem.of(ProblemCode.PARAMETER_INVALID, "there is no limit `" + property.getKey() + "`")
                        .help(Nearest.question(property.getKey(), names())
                                .orElse("there are " + String.join(", ", names()))));
            } else if (!value.matches("0*[1-9][0-9]{0,17}")) {
                problems.add(Problem.of(
                                ProblemCode.PARAMETER_INVALID,
                                "`" + value + "` cannot be the limit `" + property.getKey() + "`")
                        .help("give a whole number above 0; it is " + name.get().of(GraphLimits.standard())
                                + " unless set"));
            } else {
                limits = limits.with(name.get(), Long.parseLong(value));
            }
        }
        problems.throwIfAny();
        return limits;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (LimitName name : LimitName.values()) {
            names.add(name.property());
        }
        return names;
    }
}
