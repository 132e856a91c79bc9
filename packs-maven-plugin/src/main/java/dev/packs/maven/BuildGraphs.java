package dev.packs.maven;

import dev.packs.Nearest;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.engine.Engines;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.LimitName;
import dev.packs.knowledge.GraphAccess;
import dev.packs.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.aether.SessionData;
import org.jspecify.annotations.Nullable;

/** The engine of graphs as a build reaches it, and the limits that its user raised with {@code -Dpacks.limits.…}. */
final class BuildGraphs implements GraphAccess {

    private static final String PREFIX = "packs.limits.";

    /** Under which a build keeps its engines: they are opened once, however many modules ask. */
    private static final Object KEY = new Object();

    private final MavenCall call;
    private final Supplier<Store> store;
    private @Nullable GraphLimits limits;

    /** @param store where engines are copied to */
    BuildGraphs(MavenCall call, Supplier<Store> store) {
        this.call = call;
        this.store = store;
    }

    @Override
    public GraphEngine engine() {
        synchronized (KEY) {
            SessionData kept = call.repositorySession().getData();
            Engines engines = (Engines) kept.get(KEY);
            if (engines == null) {
                engines = new Engines(BuildGraphs.class.getClassLoader(), store);
                kept.set(KEY, engines);
            }
            return engines.graph();
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
        GraphLimits limits = GraphLimits.standard();
        Map<String, String> given = new TreeMap<>();
        properties.forEach((name, value) -> given.put(name.toString(), value.toString()));
        for (Map.Entry<String, String> property : given.entrySet()) {
            if (!property.getKey().startsWith(PREFIX)) {
                continue;
            }
            Optional<LimitName> name = LimitName.find(property.getKey());
            if (name.isEmpty()) {
                throw Problem.of(ProblemCode.PARAMETER_INVALID, "there is no limit `" + property.getKey() + "`")
                        .help(Nearest.question(property.getKey(), names())
                                .orElse("there are " + String.join(", ", names())))
                        .asException();
            }
            limits = limits.with(name.get(), number(property.getKey(), property.getValue()));
        }
        return limits;
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>();
        for (LimitName name : LimitName.values()) {
            names.add(name.property());
        }
        return names;
    }

    private static long number(String name, String value) {
        try {
            long number = Long.parseLong(value.strip());
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Told below, together with what is no limit.
        }
        throw Problem.of(ProblemCode.PARAMETER_INVALID, "`" + value + "` cannot be the limit `" + name + "`")
                .help("give a whole number above 0")
                .asException();
    }
}
