package dev.packs.knowledge;

import dev.packs.Place;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The files of a pack that belong to its graph: {@code graph/}, {@code shapes/} and {@code gates/}. Read when they are asked for. */
public final class PackGraphFiles {

    private static final String GRAPH = "graph/";
    private static final String SHAPES = "shapes/";
    private static final String GATES = "gates/";
    private static final String QUERY = ".rq";

    private final FileTree files;
    private final String pack;

    /** @param pack how places name it: {@code web-api-starter} */
    public PackGraphFiles(FileTree files, String pack) {
        this.files = files;
        this.pack = pack;
    }

    /** What the pack adds to its graph. */
    public List<GraphSource> graph() {
        return sources(GRAPH);
    }

    public List<GraphSource> shapes() {
        return sources(SHAPES);
    }

    public List<Gate> gates() {
        List<Gate> gates = new ArrayList<>();
        for (RelativePath path : files.paths()) {
            if (isGate(path.text())) {
                gates.add(Gate.of(place(path), text(path)));
            }
        }
        return gates;
    }

    /** Whether anything has to hold before the pack is generated. Reads nothing. */
    public boolean isGuarded() {
        for (RelativePath path : files.paths()) {
            if (isGate(path.text()) || isSource(path.text(), SHAPES)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the pack adds anything to its graph. Reads nothing. */
    public boolean hasGraph() {
        for (RelativePath path : files.paths()) {
            if (isSource(path.text(), GRAPH)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the file is a query by its name, wherever it lies. */
    static boolean isQuery(RelativePath path) {
        return path.text().endsWith(QUERY);
    }

    static boolean isGate(String path) {
        return path.startsWith(GATES) && path.endsWith(QUERY);
    }

    private static boolean isSource(String path, String folder) {
        return path.startsWith(folder) && GraphSyntax.ofFile(path).isPresent();
    }

    private List<GraphSource> sources(String folder) {
        List<GraphSource> sources = new ArrayList<>();
        for (RelativePath path : files.paths()) {
            if (isSource(path.text(), folder)) {
                sources.add(GraphSource.of(
                        display(path), GraphSyntax.ofFile(path.text()).orElseThrow(), bytes(path)));
            }
        }
        return sources;
    }

    boolean contains(RelativePath path) {
        return files.paths().contains(path);
    }

    Place place(RelativePath path) {
        return Place.of(display(path));
    }

    String text(RelativePath path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private byte[] bytes(RelativePath path) {
        return files.read(path).orElseThrow(() -> new IllegalStateException(path + " has vanished"));
    }

    private String display(RelativePath path) {
        return pack + "!/" + path;
    }
}
