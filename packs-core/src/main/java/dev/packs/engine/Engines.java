package dev.packs.engine;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.archetype.ArchetypeEngine;
import dev.packs.draft.DraftTranslator;
import dev.packs.graph.GraphEngine;
import dev.packs.integrity.Digest;
import dev.packs.io.AtomicFiles;
import dev.packs.io.LastUse;
import dev.packs.io.RegularFile;
import dev.packs.markdown.MarkdownReader;
import dev.packs.merge.FileMerger;
import dev.packs.rendering.VelocityTemplates;
import dev.packs.search.SearchEngine;
import dev.packs.store.Store;
import dev.packs.store.StoreLayout;
import dev.packs.terminal.TerminalEngine;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** The engines that the plugin carries. Nothing is read before one is asked for; each is opened once. Safe for use by several threads. */
public final class Engines implements AutoCloseable {

    private final ClassLoader carrier;
    private final Supplier<Store> store;
    private final Map<EngineKind, Opened> opened = new EnumMap<>(EngineKind.class);

    /**
     * @param carrier has {@code META-INF/engines/}, our port and slf4j
     * @param store where engines are copied to
     */
    public Engines(ClassLoader carrier, Supplier<Store> store) {
        this.carrier = carrier;
        this.store = store;
    }

    /**
     * The engine of the graph.
     *
     * @throws PacksException {@link ProblemCode#READ_FAILED} where this build of Packs carries none, or what copying it ended with
     */
    public GraphEngine graph() {
        return engine(EngineKind.GRAPH, GraphEngine.class);
    }

    /**
     * The engine of search.
     *
     * @throws PacksException {@link ProblemCode#READ_FAILED} where this build of Packs carries none, or what copying it ended with
     */
    public SearchEngine search() {
        return engine(EngineKind.SEARCH, SearchEngine.class);
    }

    /**
     * The engine of archetypes.
     *
     * @throws PacksException {@link ProblemCode#READ_FAILED} where this build of Packs carries none, or what copying it ended with
     */
    public ArchetypeEngine archetypes() {
        return engine(EngineKind.ARCHETYPE, ArchetypeEngine.class);
    }

    /**
     * The engine of templates of Velocity, which lies with that of archetypes.
     *
     * @throws PacksException {@link ProblemCode#READ_FAILED} where this build of Packs carries none, or what copying it ended with
     */
    public VelocityTemplates velocity() {
        return engine(EngineKind.ARCHETYPE, VelocityTemplates.class);
    }

    /**
     * What makes archetypes of packs; a part of the same engine.
     *
     * @throws PacksException {@link ProblemCode#READ_FAILED} where this build of Packs carries none, or what copying it ended with
     */
    public DraftTranslator archetypeTranslator() {
        return engine(EngineKind.ARCHETYPE, DraftTranslator.class);
    }

    /**
     * The engine of terminals.
     *
     * @throws PacksException {@link ProblemCode#READ_FAILED} where this build of Packs carries none, or what copying it ended with
     */
    public TerminalEngine terminals() {
        return engine(EngineKind.TERMINAL, TerminalEngine.class);
    }

    /**
     * The engine that makes one file of two.
     *
     * @throws PacksException {@link ProblemCode#READ_FAILED} where this build of Packs carries none, or what copying it ended with
     */
    public FileMerger merger() {
        return engine(EngineKind.MERGE, FileMerger.class);
    }

    /**
     * What reads Markdown; a part of the same engine.
     *
     * @throws PacksException {@link ProblemCode#READ_FAILED} where this build of Packs carries none, or what copying it ended with
     */
    public MarkdownReader markdown() {
        return engine(EngineKind.MERGE, MarkdownReader.class);
    }

    private synchronized <S> S engine(EngineKind kind, Class<S> port) {
        Opened known = opened.get(kind);
        if (known == null) {
            known = new Opened(classes(kind), new HashMap<>());
            opened.put(kind, known);
        }
        Object service = known.services().get(port);
        if (service == null) {
            service = ServiceLoader.load(port, known.classes()).findFirst().orElseThrow(() -> missing(kind.folder()));
            known.services().put(port, service);
        }
        return port.cast(service);
    }

    /** An engine's classes, and those of its services that were asked for, by their port. */
    private record Opened(URLClassLoader classes, Map<Class<?>, Object> services) {}

    private URLClassLoader classes(EngineKind kind) {
        String engine = kind.folder();
        String folder = "META-INF/engines/" + engine + "/";
        byte[] index = resource(folder + "index", engine);
        Path copies = store.get()
                .layout()
                .requireNoLinks(
                        store.get().layout().engines().resolve(Digest.of(index).hex()));
        List<URL> urls = new ArrayList<>();
        for (EngineJar jar : EngineJar.parseIndex(index)) {
            Path copy = copies.resolve(jar.name());
            if (!isWhole(copy, jar)) {
                AtomicFiles.fast().write(copy, carried(jar, folder, engine));
            }
            urls.add(url(copy));
        }
        LastUse.remember(copies);
        return new URLClassLoader("packs-" + engine, urls.toArray(new URL[0]), new PortClasses(carrier, kind));
    }

    /**
     * Whether the copy is there and not damaged. No digest: whoever can change what is in the user's store can change what runs by other ways, as Maven reads this plugin's own jar
     * without looking.
     */
    private static boolean isWhole(Path copy, EngineJar jar) {
        return Files.isRegularFile(copy, LinkOption.NOFOLLOW_LINKS)
                && EngineJar.checksum(RegularFile.read(copy)) == jar.checksum();
    }

    private byte[] carried(EngineJar jar, String folder, String engine) {
        byte[] content = resource(folder + jar.name(), engine);
        if (!Digest.of(content).toString().equals(jar.digest())) {
            throw Problem.of(
                            ProblemCode.DIGEST_MISMATCH,
                            "`" + jar.name() + "` inside the plugin's jar is not what its index says")
                    .help("delete the plugin from the local repository, so that Maven fetches it again")
                    .asException();
        }
        return content;
    }

    private byte[] resource(String name, String engine) {
        try (InputStream content = carrier.getResourceAsStream(name)) {
            if (content == null) {
                throw missing(engine);
            }
            return content.readAllBytes();
        } catch (IOException failed) {
            throw new PacksException(
                    Problem.of(ProblemCode.READ_FAILED, "the plugin's jar cannot be read: " + failed.getMessage()),
                    failed);
        }
    }

    /** Where this build of Packs keeps its copies of engines in a store, whether they are there or not, and the digest that each has to have. */
    public static Map<Path, Digest> copies(ClassLoader carrier, StoreLayout layout) {
        Map<Path, Digest> copies = new HashMap<>();
        for (EngineKind kind : EngineKind.values()) {
            try (InputStream content = carrier.getResourceAsStream("META-INF/engines/" + kind.folder() + "/index")) {
                byte[] index = content == null ? new byte[0] : content.readAllBytes();
                Path folder = layout.engines().resolve(Digest.of(index).hex());
                for (EngineJar jar : EngineJar.parseIndex(index)) {
                    copies.put(
                            folder.resolve(jar.name()),
                            Digest.find(jar.digest()).orElseThrow());
                }
            } catch (IOException failed) {
                throw new PacksException(
                        Problem.of(ProblemCode.READ_FAILED, "the plugin's jar cannot be read: " + failed.getMessage()),
                        failed);
            }
        }
        return copies;
    }

    private static PacksException missing(String engine) {
        return Problem.of(ProblemCode.READ_FAILED, "the plugin's jar has no engine `" + engine + "`")
                .help("build the plugin as a whole: mvn install")
                .asException();
    }

    private static URL url(Path copy) {
        try {
            return copy.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Graphs that are open cannot be used afterwards. */
    @Override
    public synchronized void close() {
        List<Opened> engines = List.copyOf(opened.values());
        opened.clear();
        for (Opened engine : engines) {
            try {
                engine.classes().close();
            } catch (IOException failed) {
                throw new PacksException(
                        Problem.of(ProblemCode.READ_FAILED, "an engine cannot be closed: " + failed.getMessage()),
                        failed);
            }
        }
    }
}
