package dev.packs.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.PacksException;
import dev.packs.graph.CheckedQuery;
import dev.packs.graph.Graph;
import dev.packs.graph.GraphContent;
import dev.packs.graph.GraphEngine;
import dev.packs.graph.GraphLimits;
import dev.packs.graph.GraphSource;
import dev.packs.graph.GraphSyntax;
import dev.packs.graph.QueryRequest;
import dev.packs.graph.Statement;
import dev.packs.integrity.Digest;
import dev.packs.store.Store;
import dev.packs.store.StoreSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {

    private static final String INDEX = "META-INF/engines/graph/index";
    private static final String JAR = "META-INF/engines/graph/fake.jar";

    @TempDir
    Path home;

    private final Map<String, byte[]> resources = new HashMap<>();

    @Test
    void an_engine_is_copied_once_and_lives_in_a_loader_of_its_own() throws Exception {
        carry(jar());
        try (Engines engines = engines()) {
            GraphEngine engine = engines.graph();

            assertThat(engines.graph()).isSameAs(engine);
            assertThat(engine.getClass().getName()).isEqualTo(FakeEngine.class.getName());
            assertThat(engine.getClass()).isNotSameAs(FakeEngine.class);
            ClassLoader loader = engine.getClass().getClassLoader();
            assertThat(loader.loadClass(GraphEngine.class.getName())).isSameAs(GraphEngine.class);
            assertThat(loader.loadClass("org.slf4j.Logger")).isNotNull();
            assertThat(loader.loadClass("com.fasterxml.jackson.core.JsonFactory"))
                    .isNotNull();
            for (String hidden :
                    List.of("dev.packs.store.Store", "dev.packs.pack.PackId", "org.thymeleaf.TemplateEngine")) {
                assertThatThrownBy(() -> loader.loadClass(hidden)).isInstanceOf(ClassNotFoundException.class);
            }
        }
        assertThat(copy()).hasBinaryContent(resource(JAR));
    }

    @Test
    void an_engine_sees_what_its_kind_names() {
        PortClasses graph = new PortClasses(EnginesTest.class.getClassLoader(), EngineKind.GRAPH);
        PortClasses archetype = new PortClasses(EnginesTest.class.getClassLoader(), EngineKind.ARCHETYPE);

        assertThat(List.of(
                        "dev.packs.Problem",
                        "dev.packs.integrity.Digest",
                        "dev.packs.graph.GraphEngine",
                        "org.slf4j.Logger"))
                .allMatch(name -> isSeen(graph, name));
        assertThat(List.of("dev.packs.archetype.ArchetypeEngine", "dev.packs.io.RelativePath"))
                .noneMatch(name -> isSeen(graph, name))
                .allMatch(name -> isSeen(archetype, name));
        assertThat(List.of("dev.packs.pack.PackId", "dev.packs.rendering.Functions", "dev.packs.PacksException"))
                .allMatch(name -> isSeen(archetype, name));
        // Its own, whoever else has them.
        assertThat(List.of("org.slf4j.Logger", "com.fasterxml.jackson.core.JsonFactory"))
                .noneMatch(name -> isSeen(archetype, name));
        assertThat(EngineKind.ARCHETYPE.sees("dev.packs.archetype")).isTrue();
        assertThat(EngineKind.ARCHETYPE.sees("dev.packs.archetype.bridge")).isFalse();
        assertThat(EngineKind.ARCHETYPE.sees("dev.packs.archetype.export")).isFalse();
        assertThat(EngineKind.ARCHETYPE.sees("dev.packsy")).isFalse();
    }

    private static boolean isSeen(ClassLoader loader, String name) {
        try {
            return loader.loadClass(name) != null;
        } catch (ClassNotFoundException hidden) {
            return false;
        }
    }

    @Test
    void a_copy_that_was_changed_is_written_again() throws Exception {
        carry(jar());
        try (Engines engines = engines()) {
            assertThat(engines.graph()).isNotNull();
        }
        Files.writeString(copy(), "something else");
        try (Engines engines = engines()) {
            assertThat(engines.graph()).isNotNull();
        }
        assertThat(copy()).hasBinaryContent(resource(JAR));
    }

    @Test
    void what_is_not_there_or_not_what_the_index_says_is_a_problem() throws Exception {
        assertThatThrownBy(() -> engines().graph())
                .isInstanceOf(PacksException.class)
                .hasMessageContaining("PACKS-208");
        carry(jar());
        resources.put(JAR, new byte[] {1});
        assertThatThrownBy(() -> engines().graph())
                .isInstanceOf(PacksException.class)
                .hasMessageContaining("PACKS-601");
        resources.put(INDEX, ("sha256:" + "0".repeat(64) + " 00000000 ../evil.jar\n").getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> engines().graph()).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_is_touched_before_an_engine_is_asked_for() {
        try (Engines engines = new Engines(loader(), () -> {
            throw new AssertionError("the store was opened");
        })) {
            assertThat(engines).isNotNull();
        }
    }

    private Engines engines() {
        return new Engines(loader(), () -> Store.open(home, StoreSettings.defaults()));
    }

    private Path copy() {
        return home.resolve("cache/engines")
                .resolve(Digest.of(resource(INDEX)).hex())
                .resolve("fake.jar");
    }

    private byte[] resource(String name) {
        byte[] content = resources.get(name);
        if (content == null) {
            throw new AssertionError(name);
        }
        return content;
    }

    private void carry(byte[] jar) {
        resources.put(JAR, jar);
        resources.put(
                INDEX,
                String.format("%s %08x fake.jar\n", Digest.of(jar), EngineJar.checksum(jar))
                        .getBytes(StandardCharsets.UTF_8));
    }

    private ClassLoader loader() {
        return new ClassLoader(EnginesTest.class.getClassLoader()) {
            @Override
            public @Nullable InputStream getResourceAsStream(String name) {
                byte[] content = resources.get(name);
                return content == null ? null : new ByteArrayInputStream(content);
            }
        };
    }

    private static byte[] jar() throws IOException {
        String type = FakeEngine.class.getName().replace('.', '/') + ".class";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                InputStream content = EnginesTest.class.getClassLoader().getResourceAsStream(type)) {
            zip.putNextEntry(new ZipEntry("META-INF/services/" + GraphEngine.class.getName()));
            zip.write(FakeEngine.class.getName().getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(type));
            zip.write(content.readAllBytes());
        }
        return bytes.toByteArray();
    }

    /** Does nothing, in another class loader. */
    public static final class FakeEngine implements GraphEngine {

        @Override
        public Graph open(GraphContent content, GraphLimits limits) {
            throw new UnsupportedOperationException();
        }

        @Override
        public CheckedQuery check(QueryRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String portable(QueryRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void checkShapes(List<GraphSource> shapes, GraphLimits limits) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void write(List<Statement> statements, GraphSyntax syntax, OutputStream output) {
            throw new UnsupportedOperationException();
        }
    }
}
