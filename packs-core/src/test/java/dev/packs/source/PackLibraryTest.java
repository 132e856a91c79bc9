package dev.packs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packs.PacksException;
import dev.packs.io.MemoryTree;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackLibraryTest {

    private final MemorySource repository = new MemorySource();
    private final List<PackContent> modules = new ArrayList<>();

    private PackLibrary library() {
        return new PackLibrary(
                EmbeddedSource.of(PackLibraryTest.class.getClassLoader(), "dev/packs/source/packs/"),
                new TreeSource("the modules of this build", modules),
                List.of(repository));
    }

    private PackName require(String ref, String... groups) {
        return library().require((PackRef.Named) PackRef.parse(ref), List.of(groups));
    }

    @Test
    void a_short_name_is_looked_up_in_the_groups_before_the_embedded_packs() {
        repository.pack("alpha", "1.0.0", "");

        assertThat(require("alpha")).hasToString("test.packs:alpha");
        assertThat(require("alpha", "com.other", "com.acme")).hasToString("com.acme:alpha");
        assertThat(require("org.any:thing")).hasToString("org.any:thing");
    }

    @Test
    void a_pack_of_the_same_build_is_found_by_its_short_name() {
        modules.add(MemorySource.module("mine", "1.0.0-SNAPSHOT", ""));

        assertThat(require("mine")).hasToString("com.acme:mine");
        assertThat(library().known()).extracting(PackName::id).containsExactly("mine", "alpha", "beta");
    }

    @Test
    void a_name_that_nobody_knows_says_where_it_looked_and_what_there_is() {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> require("alhpa@^1.0", "com.acme"))
                .withMessageContaining("there is no pack `alhpa@^1.0` in the groups com.acme, the embedded packs")
                .withMessageContaining("did you mean `alpha`?")
                .withMessageContaining("embedded packs: alpha, beta");
        assertThat(library().notFound("com.acme:gone", List.of()))
                .hasMessageContaining("the modules of this build, the repository of this test")
                .hasMessageContaining("look at the spelling; the repository that has it is to be in the pom")
                .hasMessageContaining("-Dpack=archetype:com.acme:gone")
                .hasMessageNotContainingAny("embedded packs: ", "write `group:name`");
    }

    @Test
    void an_embedded_group_is_served_by_the_plugin_and_by_nobody_else() {
        modules.add(new PackContent(
                new PackId(new PackName("test.packs", "alpha"), Version.parse("9.0.0")),
                PackOrigin.WORKSPACE,
                new MemoryTree(),
                Optional.empty(),
                Optional.empty()));

        assertThat(library().versions(new PackName("test.packs", "alpha"))).containsExactly(Version.parse("1.0.0"));
        assertThat(library().versions(new PackName("test.packs", "other"))).isEmpty();
        assertThat(repository.listed).isEmpty();
    }

    @Test
    void versions_of_modules_and_repositories_come_together_and_once() {
        repository.pack("web", "1.0.0", "");
        repository.pack("web", "1.1.0", "");
        modules.add(MemorySource.module("web", "1.1.0", ""));

        assertThat(library().versions(new PackName("com.acme", "web")))
                .containsExactly(Version.parse("1.1.0"), Version.parse("1.0.0"));
        assertThat(library().isWorkspace(MemorySource.id("web", "1.1.0"))).isTrue();
        assertThat(library().content(MemorySource.id("web", "1.1.0")).origin()).isEqualTo(PackOrigin.WORKSPACE);
        assertThat(library().content(MemorySource.id("web", "1.0.0")).origin()).isEqualTo(PackOrigin.REPOSITORY);
    }

    @Test
    void a_pack_that_says_it_is_another_one_is_refused() {
        repository.pack("web", "1.0.0", "").with("pack.toml", MemorySource.manifest("web", "2.0.0", ""));

        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> library().manifest(MemorySource.id("web", "1.0.0")));
    }

    @Test
    void a_version_that_is_nowhere_names_the_goal_that_lists_them() {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> library().content(MemorySource.id("web", "1.0.0")))
                .withMessageContaining("the version com.acme:web:1.0.0 cannot be had")
                .withMessageContaining("mvn packs:show -Dpack=com.acme:web");
    }
}
