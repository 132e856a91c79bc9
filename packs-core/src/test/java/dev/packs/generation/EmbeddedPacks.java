package dev.packs.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Place;
import dev.packs.io.FolderTree;
import dev.packs.io.RelativePath;
import dev.packs.manifest.ManifestReader;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackageRequest;
import dev.packs.rendering.Expression;
import dev.packs.rendering.NoRows;
import dev.packs.rendering.RenderLimits;
import dev.packs.rendering.RenderedText;
import dev.packs.rendering.Scope;
import dev.packs.rendering.TemplateRenderer;
import dev.packs.variables.CommandLineValues;
import dev.packs.variables.DetectedValues;
import dev.packs.variables.GivenValue;
import dev.packs.variables.GivenValues;
import dev.packs.variables.PackExpressions;
import dev.packs.variables.PackVariables;
import dev.packs.variables.ResolvedVariables;
import dev.packs.variables.ValueLayer;
import dev.packs.variables.ValueSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Generates the packs that the plugin carries, without installing them. */
final class EmbeddedPacks {

    static final Path PACKS = Path.of("../packs-maven-plugin/src/main/packs");
    private static final Map<String, List<String>> PACKAGES = Map.of(
            "org.webjars.npm:normalize.css", List.of("8.0.1", "normalize.css/8.0.1/normalize.css"),
            "org.webjars.npm:picocss__pico", List.of("2.1.1", "picocss__pico/2.1.1/css/pico.classless.min.css"));

    private final Path folder;

    /** @param folder for stand-ins of packages */
    EmbeddedPacks(Path folder) {
        this.folder = folder;
    }

    static ParsedManifest manifest(String id) throws IOException {
        return ManifestReader.read(Files.readAllBytes(PACKS.resolve(id).resolve("pack.toml")), id + "/pack.toml");
    }

    /** The pack's files and those of the packs that it depends on, by path. */
    Map<String, String> render(String id, Map<String, GivenValue> given) throws IOException {
        List<PackManifest> packs =
                List.copyOf(dependenciesFirst(id, new LinkedHashMap<>()).values());
        var values = new PackVariables(packs, given(id, given), new PackExpressions(Place.of(id))).resolve();
        List<PackContent> contents = new ArrayList<>();
        for (PackManifest one : packs) {
            ResolvedVariables variables = values.getOrDefault(one.id().name(), ResolvedVariables.none());
            FolderTree files = FolderTree.read(PACKS.resolve(one.id().name().id()));
            contents.add(new PackContent(one, files, variables, packages(one), new NoRows()));
        }
        List<RenderedFile> files = new ArrayList<>();
        assertThat(new PackRendering(contents, Texts::new, () -> {
                            throw new AssertionError("nothing is to be merged");
                        })
                        .render(files::add))
                .isEmpty();
        Map<String, String> made = new TreeMap<>();
        for (RenderedFile file : files) {
            String text = new String(file.content().bytes(), StandardCharsets.UTF_8);
            assertThat(text)
                    .as(file.path().text())
                    .doesNotContain("[(${", "[# th:", "[/]")
                    .endsWith("\n");
            made.put(file.path().text(), text);
        }
        return made;
    }

    private static GivenValues given(String id, Map<String, GivenValue> values) {
        return new GivenValues(
                id,
                new CommandLineValues(Map.of()),
                List.of(new ValueLayer(ValueSource.POM, values)),
                DetectedValues.ofScaffold(
                        Optional.of("sample"), Optional.of("Ada Lovelace"), Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static Map<String, PackManifest> dependenciesFirst(String id, Map<String, PackManifest> found)
            throws IOException {
        PackManifest pack = manifest(id).manifest();
        for (var dependency : pack.dependencies()) {
            if (!found.containsKey(dependency.name().id())) {
                dependenciesFirst(dependency.name().id(), found);
            }
        }
        found.put(id, pack);
        return found;
    }

    static GivenValue text(String value) {
        return GivenValue.text(value, Place.of("test"));
    }

    static GivenValue typed(Object value) {
        return GivenValue.typed(value, Place.of("test"));
    }

    private Map<String, PackageContent> packages(PackManifest pack) throws IOException {
        Map<String, PackageContent> contents = new TreeMap<>();
        for (PackageRequest request : pack.packages()) {
            List<String> content =
                    java.util.Objects.requireNonNull(PACKAGES.get(request.name().toString()));
            Path unpacked = folder.resolve(content.get(1).replace('/', '-'));
            Path file = unpacked.resolve("META-INF/resources/webjars").resolve(content.get(1));
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, "/* a style sheet */\n");
            Files.writeString(file.resolveSibling("README.md"), "not wanted\n");
            contents.put(request.name().toString(), new PackageContent(content.get(0), FolderTree.read(unpacked)));
        }
        return contents;
    }

    /** The template language over the values of one pack. */
    private static final class Texts implements TextRendering {

        private final TemplateRenderer renderer;
        private final Map<String, Object> values;

        Texts(PackContent pack, Map<String, Object> values) {
            this.renderer = new TemplateRenderer(
                    pack.files(), pack.manifest().id().name().id(), RenderLimits.standard());
            this.values = values;
        }

        @Override
        public Result template(RelativePath source, Optional<Row> row) {
            RenderedText text = renderer.render(source, scope(row));
            return new Result(text.text(), text.reads(), text.sources());
        }

        @Override
        public Result velocity(RelativePath source, Optional<Row> row) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String line(String text, Optional<Row> row, Place place) {
            return renderer.renderLine(text, place, scope(row)).text();
        }

        @Override
        public boolean isTrue(String expression, Place place) {
            return Expression.parse(expression, place).isTrue(values);
        }

        @Override
        public @Nullable Object value(String name) {
            return values.get(name);
        }

        private Scope scope(Optional<Row> row) {
            Map<String, Object> all = new HashMap<>(values);
            row.ifPresent(one -> all.put(one.name(), one.value()));
            return Scope.of(all);
        }
    }
}
