package dev.packs.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.draft.DraftFile;
import dev.packs.draft.DraftVariable;
import dev.packs.draft.ManifestPlaces;
import dev.packs.draft.PackDraft;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import dev.packs.manifest.ManifestReader;
import dev.packs.manifest.ParsedManifest;
import dev.packs.manifest.TomlPlaces;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.rendering.Formula;
import dev.packs.rendering.NoRows;
import dev.packs.rendering.PartialRenderer;
import dev.packs.rendering.RenderLimits;
import dev.packs.rendering.TemplatePart;
import dev.packs.variables.CommandLineValues;
import dev.packs.variables.DetectedValues;
import dev.packs.variables.GivenValue;
import dev.packs.variables.GivenValues;
import dev.packs.variables.OpenVariables;
import dev.packs.variables.ResolvedVariables;
import dev.packs.variables.ValueLayer;
import dev.packs.variables.ValueSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PackDraftsTest {

    private static final String BASE = """
            [pack]
            group = "com.acme"
            id = "base"
            version = "1.0.0"
            name = "Base"
            description = "Below"
            category = "other"
            [[variables]]
            name = "author"
            type = "string"
            default = "nobody"
            [[variables]]
            name = "plain"
            type = "boolean"
            default = false
            [[templates]]
            name = "readme"
            source = "templates/a.txt"
            output = "README.md"
            [[templates]]
            name = "notice"
            source = "templates/a.txt"
            output = "NOTICE"
            when = "${plain}"
            permissions = "0755"
            """;

    private static final String TOP = """
            [pack]
            group = "com.acme"
            id = "top"
            version = "1.0.0"
            name = "Top"
            description = "Above"
            category = "other"
            [[dependencies]]
            pack = "com.acme:base"
            version = "^1.0"
            [[packages]]
            name = "org.acme:lib"
            version = "1.0"
            install_path = "lib"
            [[variables]]
            name = "author"
            type = "string"
            required = true
            [[variables]]
            name = "items"
            type = "list"
            default = ["x"]
            items = { type = "string" }
            [[variables]]
            name = "extra"
            type = "string"
            default = "${author + '!'}"
            when = "${author != 'me'}"
            [[templates]]
            name = "readme"
            source = "templates/a.txt"
            output = "README.md"
            [[templates]]
            name = "one"
            source = "templates/b.txt"
            output = "[(${author})]/[(${item})].txt"
            for_each = "item : items"
            [[templates]]
            name = "never"
            source = "templates/b.txt"
            output = "never.txt"
            when = "${#lists.isEmpty(items)}"
            [[files]]
            source = "files/**"
            output = "[(${author})]/copied"
            [[files]]
            source = "files/logo.bin"
            output = "logo.bin"
            when = "${author == 'me'}"
            """;

    private final TreeMap<RelativePath, byte[]> files = new TreeMap<>();

    PackDraftsTest() {
        files.put(RelativePath.parse("templates/a.txt"), bytes("by [(${author})]\n"));
        files.put(RelativePath.parse("templates/b.txt"), bytes("[(${#lists.size(items)})] of [(${pack.id})]"));
        files.put(RelativePath.parse("files/logo.bin"), new byte[] {1, 2});
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private PackDraft draft(Map<String, String> properties, String... manifests) {
        return draft(
                new GivenValues("top", new CommandLineValues(properties), List.of(), DetectedValues.none()), manifests);
    }

    private PackDraft draft(GivenValues given, String... manifests) {
        List<PackManifest> packs = new ArrayList<>();
        Map<PackName, TomlPlaces> places = new HashMap<>();
        for (String text : manifests) {
            ParsedManifest manifest = ManifestReader.read(bytes(text), "pack.toml");
            packs.add(manifest.manifest());
            places.put(manifest.manifest().id().name(), manifest.places());
        }
        ManifestPlaces found = (pack, path) ->
                Objects.requireNonNull(places.get(pack), "one of these packs").of(path);
        FileTree tree = new Tree(files);
        OpenVariables.Result open = new OpenVariables(
                        packs, given, new PartialRenderer(tree, "top", RenderLimits.standard()), found)
                .resolve();
        List<PackContent> contents = new ArrayList<>();
        for (PackManifest pack : packs) {
            TreeMap<RelativePath, byte[]> own = new TreeMap<>(files);
            if (pack.pack().name().equals("Base")) {
                own.keySet().removeIf(path -> path.text().startsWith("files/"));
            }
            contents.add(new PackContent(
                    pack,
                    new Tree(own),
                    new ResolvedVariables(
                            open.known().getOrDefault(pack.id().name(), Map.of()), Set.of(), Map.of(), List.of()),
                    Map.of("org.acme:lib", new PackageContent("1.0", new Tree(files))),
                    new NoRows()));
        }
        PackDraft draft = new PackDrafts(contents, open, found).draft();
        if (!draft.obstacles().isEmpty()) {
            throw new PacksException(draft.obstacles());
        }
        return draft;
    }

    private static String path(DraftFile file) {
        StringBuilder path = new StringBuilder();
        for (TemplatePart part : file.path()) {
            path.append(part instanceof TemplatePart.Text text ? text.text() : "*");
        }
        return path.toString();
    }

    @Test
    void what_is_open_is_named_once_and_a_dependents_file_takes_the_place_of_a_dependencys() {
        PackDraft draft = draft(Map.of(), BASE, TOP);

        assertThat(draft.pack().name()).isEqualTo("Top");
        assertThat(draft.variables()).extracting(DraftVariable::name).containsExactly("author", "extra", "plain");
        assertThat(draft.variables().get(1).when()).isPresent();
        assertThat(draft.variables().get(1).isNullable()).isFalse();
        assertThat(draft.files())
                .extracting(PackDraftsTest::path)
                .containsExactly(
                        "README.md",
                        "*/x.txt",
                        "*/copied/logo.bin",
                        "logo.bin",
                        "lib/files/logo.bin",
                        "lib/templates/a.txt",
                        "lib/templates/b.txt",
                        "NOTICE");
        assertThat(draft.files().get(1).content())
                .isInstanceOfSatisfying(
                        DraftFile.Content.Bytes.class,
                        known -> assertThat(known.bytes()).isEqualTo(bytes("1 of top")));
        assertThat(draft.files().get(0).content()).isInstanceOf(DraftFile.Content.Open.class);
        assertThat(draft.files().get(3).when()).containsInstanceOf(Formula.Operation.class);
        assertThat(draft.files().get(7).executable()).isTrue();
    }

    @Test
    void what_is_given_is_known_everywhere() {
        PackDraft draft = draft(Map.of("var.author", "me", "var.plain", "true", "var.items", "p,q"), BASE, TOP);

        assertThat(draft.variables()).isEmpty();
        assertThat(draft.files()).extracting(PackDraftsTest::path).contains("me/p.txt", "me/q.txt", "NOTICE");
        assertThat(draft.files()).allMatch(file -> file.content() instanceof DraftFile.Content.Bytes);
    }

    @Test
    void what_is_given_for_one_pack_counts_for_that_one() {
        Place place = Place.of("answers.toml");
        ValueLayer base = new ValueLayer(
                ValueSource.ANSWERS_FILE,
                Map.of("author", GivenValue.typed("Ann", place), "plain", GivenValue.typed(true, place)));
        PackDraft draft = draft(
                new GivenValues(
                        "top",
                        new CommandLineValues(Map.of()),
                        List.of(),
                        DetectedValues.none(),
                        Optional.empty(),
                        Map.of("base", List.of(base))),
                BASE,
                TOP);

        assertThat(draft.variables()).extracting(DraftVariable::name).containsExactly("author", "extra");
        assertThat(draft.files().get(7).content())
                .isInstanceOfSatisfying(
                        DraftFile.Content.Bytes.class,
                        notice -> assertThat(notice.bytes()).isEqualTo(bytes("by Ann\n")));
    }

    @Test
    void a_variable_that_two_packs_mean_differently_and_a_list_that_nobody_gives_are_errors() {
        String other = BASE.replace("default = \"nobody\"", "type_ = 1")
                .replace("type_ = 1\n", "")
                .replace("name = \"author\"\ntype = \"string\"", "name = \"author\"\ntype = \"integer\"");
        PacksException two = catchThrowableOfType(PacksException.class, () -> draft(Map.of(), other, TOP));
        PacksException list = catchThrowableOfType(
                PacksException.class, () -> draft(Map.of(), BASE, TOP.replace("default = [\"x\"]", "required = true")));

        assertThat(two).hasMessageContaining("each have a variable `author`").hasMessageContaining("-Dvar.base.author");
        assertThat(list).hasMessageContaining("`items` is a list").hasMessageContaining("-Dvar.items=");
    }

    @Test
    void a_graph_a_missing_file_and_two_files_with_one_path_are_errors() {
        String graph = TOP.replace("for_each = \"item : items\"", "for_each = \"item : query(q)\"")
                + "[sparql_queries]\nq = \"queries/q.rq\"\n";
        PacksException asked = catchThrowableOfType(PacksException.class, () -> draft(Map.of(), BASE, graph));
        PacksException missing = catchThrowableOfType(
                PacksException.class,
                () -> draft(
                        Map.of(),
                        BASE,
                        TOP.replace("templates/b.txt", "templates/c.txt").replace("files/**", "none/**")));
        PacksException twice = catchThrowableOfType(
                PacksException.class, () -> draft(Map.of(), BASE, TOP.replace("\"logo.bin\"", "\"README.md\"")));

        assertThat(asked)
                .hasMessageContaining("PACKS-127 " + at(graph, "for_each = ", 12))
                .hasMessageContaining("one file for each of `q`");
        assertThat(missing).hasMessageContaining("no file `templates/c.txt`").hasMessageContaining("match nothing");
        assertThat(twice).hasMessageContaining("PACKS-307");
    }

    /** The line that starts with a text, of a manifest; lines count from 1. */
    private static String at(String manifest, String line, int column) {
        return "pack.toml:"
                + (manifest.substring(0, manifest.indexOf(line)).lines().count() + 1) + ":" + column + ": ";
    }

    @Test
    void what_is_wrong_in_a_manifest_is_shown_by_line_and_column() {
        String required = TOP.replace("default = [\"x\"]", "required = true");
        String other = BASE.replace("type = \"string\"\ndefault = \"nobody\"", "type = \"integer\"\ndefault = 1");
        String unknown = TOP.replace("${author == 'me'}", "${auther == 'me'}");
        String velocity = TOP.replace("output = \"never.txt\"", "output = \"never.txt\"\nengine = \"velocity\"")
                .replace("when = \"${#lists.isEmpty(items)}\"", "");
        String twice = TOP.replace("\"logo.bin\"", "\"README.md\"");

        assertThat(catchThrowableOfType(PacksException.class, () -> draft(Map.of(), BASE, required)))
                .hasMessageContaining("PACKS-127 " + at(required, "[[variables]]\nname = \"items\"", 1)
                        + "the variable `items` is a list");
        assertThat(catchThrowableOfType(PacksException.class, () -> draft(Map.of(), other, TOP)))
                .hasMessageContaining(at(other, "[[variables]]\nname = \"author\"", 1) + "the packs");
        assertThat(catchThrowableOfType(PacksException.class, () -> draft(Map.of(), BASE, unknown)))
                .hasMessageContaining(at(unknown, "when = \"${auther", 10));
        assertThat(catchThrowableOfType(PacksException.class, () -> draft(Map.of(), BASE, velocity)))
                .hasMessageContaining(at(velocity, "engine = ", 10) + "the template never");
        assertThat(catchThrowableOfType(PacksException.class, () -> draft(Map.of(), BASE, twice)))
                .hasMessageContaining(at(twice, "output = \"README.md\"\nwhen", 10));
    }

    private record Tree(TreeMap<RelativePath, byte[]> files) implements FileTree {

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
}
