package dev.packs.archetype.export;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.draft.DraftTranslator;
import dev.packs.draft.ManifestPlaces;
import dev.packs.draft.PackDraft;
import dev.packs.generation.PackContent;
import dev.packs.generation.PackDrafts;
import dev.packs.generation.PackRendering;
import dev.packs.generation.PackTemplates;
import dev.packs.io.FileMode;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.manifest.ManifestReader;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackManifest;
import dev.packs.rendering.NoRows;
import dev.packs.rendering.PartialRenderer;
import dev.packs.rendering.RenderLimits;
import dev.packs.variables.CommandLineValues;
import dev.packs.variables.DetectedValues;
import dev.packs.variables.GivenValues;
import dev.packs.variables.OpenVariables;
import dev.packs.variables.PackExpressions;
import dev.packs.variables.PackVariables;
import dev.packs.variables.ResolvedVariables;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/** A pack of one test: what Packs makes of it, and what archetype it becomes. */
final class PackInMemory implements FileTree {

    private static final String HEAD = """
        [pack]
        group = "com.acme.packs"
        id = "demo"
        version = "1.2.0"
        name = "Demo"
        description = "A pack of a test"
        category = "other"
        """;

    private final TreeMap<RelativePath, byte[]> files = new TreeMap<>();
    private final StringBuilder manifest = new StringBuilder(HEAD);
    private int templates;

    PackInMemory variable(String name, String type, String more) {
        manifest.append("[[variables]]\nname = \"" + name + "\"\ntype = \"" + type + "\"\n" + more + "\n");
        return this;
    }

    /** @param more further lines of the manifest */
    PackInMemory template(String output, String text, String more) {
        String source = "templates/t" + ++templates + ".txt";
        manifest.append("[[templates]]\nname = \"t" + templates + "\"\nsource = \"" + source + "\"\n" + more
                + "\noutput = " + toml(output) + "\n");
        return file(source, text.getBytes(StandardCharsets.UTF_8));
    }

    PackInMemory template(String output, String text) {
        return template(output, text, "");
    }

    PackInMemory file(String path, byte[] bytes) {
        files.put(RelativePath.parse(path), bytes);
        return this;
    }

    static String toml(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c == '\t') {
                quoted.append("\\t");
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    private ParsedManifest parsed() {
        return ManifestReader.read(manifest.toString().getBytes(StandardCharsets.UTF_8), "demo!/pack.toml");
    }

    private PackManifest manifest() {
        return parsed().manifest();
    }

    /** What is left of it in an archetype: the text of each file, a {@code *} before the path of one that can be run. */
    SortedMap<String, String> rendered(Map<String, String> answers) {
        PackManifest pack = manifest();
        Map<String, String> properties = new HashMap<>();
        answers.forEach((name, value) -> properties.put("var." + name, value));
        ResolvedVariables variables = new PackVariables(
                        List.of(pack),
                        new GivenValues("demo", new CommandLineValues(properties), List.of(), DetectedValues.none()),
                        new PackExpressions(Place.of("pack.toml")))
                .resolve()
                .getOrDefault(pack.id().name(), ResolvedVariables.none());
        SortedMap<String, String> rendered = new TreeMap<>();
        List<Problem> problems = new PackRendering(
                        List.of(new PackContent(pack, this, variables, Map.of(), new NoRows())),
                        PackInMemory::templates,
                        () -> {
                            throw new AssertionError("no file here is merged");
                        })
                .render(file -> rendered.put(
                        (file.mode() == FileMode.EXECUTABLE ? "*" : "") + file.path(),
                        new String(file.content().bytes(), StandardCharsets.UTF_8)));
        if (!problems.isEmpty()) {
            throw new PacksException(problems);
        }
        return rendered;
    }

    private static PackTemplates templates(PackContent content, Map<String, Object> values) {
        return new PackTemplates(content, values, () -> {
            throw new AssertionError("no template here is written for Velocity");
        });
    }

    /** @param fixed what is given when it is exported */
    DraftTranslator.Translated exported(Map<String, String> fixed) {
        ParsedManifest parsed = parsed();
        PackManifest pack = parsed.manifest();
        ManifestPlaces places = (name, path) -> parsed.places().of(path);
        Map<String, String> properties = new HashMap<>();
        fixed.forEach((name, value) -> properties.put("var." + name, value));
        OpenVariables.Result open = new OpenVariables(
                        List.of(pack),
                        new GivenValues("demo", new CommandLineValues(properties), List.of(), DetectedValues.none()),
                        new PartialRenderer(this, "demo", RenderLimits.standard()),
                        places)
                .resolve();
        ResolvedVariables known = new ResolvedVariables(
                open.known().getOrDefault(pack.id().name(), Map.of()), java.util.Set.of(), Map.of(), List.of());
        PackDraft draft = new PackDrafts(
                        List.of(new PackContent(pack, this, known, Map.of(), new NoRows())), open, places)
                .draft();
        return new ArchetypeTranslator().translate(draft);
    }

    @Override
    public SortedSet<RelativePath> paths() {
        return files.navigableKeySet();
    }

    @Override
    public Optional<byte[]> read(RelativePath path) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public boolean isExecutable(RelativePath path) {
        return false;
    }
}
