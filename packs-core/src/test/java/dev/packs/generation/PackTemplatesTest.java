package dev.packs.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.Place;
import dev.packs.io.FolderTree;
import dev.packs.manifest.AnswersReader;
import dev.packs.manifest.ManifestReader;
import dev.packs.pack.PackManifest;
import dev.packs.rendering.FakeVelocity;
import dev.packs.rendering.NoRows;
import dev.packs.variables.AnswerValues;
import dev.packs.variables.CommandLineValues;
import dev.packs.variables.DetectedValues;
import dev.packs.variables.GivenValues;
import dev.packs.variables.PackExpressions;
import dev.packs.variables.PackVariables;
import dev.packs.variables.ResolvedVariables;
import dev.packs.variables.ValueSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manifest, an answers file and templates as people write them, from text to files. */
class PackTemplatesTest {

    private static final String MANIFEST = """
        [pack]
        group = "com.acme"
        id = "model"
        version = "1.0.0"
        name = "Model"
        description = "Records"
        category = "library"
        license = "Apache-2.0"

        [[variables]]
        name = "package"
        type = "string"
        default = "com.acme"

        [[variables]]
        name = "entities"
        type = "list"
        required = true
        items = { type = "object", fields = [{ name = "name", type = "string", required = true }] }

        [[templates]]
        name = "entity"
        source = "templates/Entity.java"
        output = "src/main/java/[(${#strings.replace(package, '.', '/')})]/[(${entity.name})].java"
        for_each = "entity : entities"
        """;

    @TempDir
    Path folder;

    private String written = MANIFEST;

    private GenerationReport generate(String answers) {
        PackManifest manifest = ManifestReader.read(written.getBytes(StandardCharsets.UTF_8), "pack.toml")
                .manifest();
        GivenValues given = new GivenValues(
                "model",
                new CommandLineValues(Map.of()),
                List.of(AnswerValues.layer(
                        ValueSource.ANSWERS_FILE,
                        AnswersReader.read(answers.getBytes(StandardCharsets.UTF_8), "answers.toml"),
                        "model")),
                DetectedValues.none());
        ResolvedVariables variables = new PackVariables(
                        List.of(manifest), given, new PackExpressions(Place.of("pack.toml")))
                .resolve()
                .getOrDefault(manifest.id().name(), ResolvedVariables.none());
        PackContent content =
                new PackContent(manifest, FolderTree.read(folder.resolve("pack")), variables, Map.of(), new NoRows());
        BoundGeneration bound = new BoundGeneration(
                folder.resolve("out/model"), "key", "packs 1", List.of(), BoundGeneration.Options.standard());
        return new IncrementalGeneration(
                        bound,
                        new PackRendering(
                                List.of(content),
                                (pack, values) -> new PackTemplates(pack, values, FakeVelocity::new),
                                () -> {
                                    throw new AssertionError("nothing is to be merged");
                                }))
                .run();
    }

    @Test
    void rows_become_files_and_only_what_changed_is_rendered_again() {
        TestPack.write(
                folder.resolve("pack/templates/Entity.java"),
                "package [(${package})];\n\npublic record [(${entity.name})]() {}\n");
        String order = "[[entities]]\nname = \"Order\"\n";
        String item = "[[entities]]\nname = \"Item\"\n";
        assertThat(generate(order).renderedTemplates()).isEqualTo(1);
        assertThat(TestPack.tree(folder.resolve("out/model")))
                .containsEntry("src/main/java/com/acme/Order.java", "package com.acme;\n\npublic record Order() {}\n");
        GenerationReport report = generate(item + order);
        assertThat(report.renderedTemplates()).isEqualTo(1);
        assertThat(report.created()).extracting(Object::toString).containsExactly("src/main/java/com/acme/Item.java");
        assertThat(generate(item + order).renderedTemplates()).isZero();
    }

    @Test
    void rows_of_a_template_of_velocity_are_rendered_again_when_they_change() {
        written = MANIFEST + "engine = \"velocity\"\n";
        TestPack.write(folder.resolve("pack/templates/Entity.java"), "$package; $entity;\n");
        String order = "[[entities]]\nname = \"Order\"\n";

        assertThat(generate(order).renderedTemplates()).isEqualTo(1);
        assertThat(TestPack.tree(folder.resolve("out/model")))
                .containsEntry("src/main/java/com/acme/Order.java", "com.acme {name=Order}\n");
        assertThat(generate(order).renderedTemplates()).isZero();
        assertThat(generate(order + "[[entities]]\nname = \"Item\"\n").renderedTemplates())
                .isEqualTo(1);
        written = MANIFEST;
        TestPack.write(folder.resolve("pack/templates/Entity.java"), "$package; $entity;\n");
        assertThat(generate(order).replaced()).hasSize(1);
    }

    @Test
    void a_wrong_answer_is_reported_where_it_stands() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> generate("package = \"x\"\n\n[[entities]]\nnmae = \"Order\"\n")))
                .hasMessageContaining("PACKS-306 answers.toml:4:")
                .hasMessageContaining("`entities[0]` has no field `nmae`")
                .hasMessageContaining("did you mean `name`?");
    }
}
