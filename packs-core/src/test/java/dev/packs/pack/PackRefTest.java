package dev.packs.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackRefTest {

    @Test
    void a_short_name_has_neither_group_nor_constraint() {
        assertThat(PackRef.parse("web-api-starter")).isInstanceOfSatisfying(PackRef.Named.class, named -> {
            assertThat(named.id()).isEqualTo("web-api-starter");
            assertThat(named.group()).isEmpty();
            assertThat(named.constraint()).isEmpty();
        });
    }

    @Test
    void a_full_name_has_both() {
        assertThat(PackRef.parse("com.acme.packs:model@>=1.0 <2.0"))
                .isInstanceOfSatisfying(PackRef.Named.class, named -> {
                    assertThat(named.group()).contains("com.acme.packs");
                    assertThat(named.constraint())
                            .hasValueSatisfying(
                                    constraint -> assertThat(constraint.text()).isEqualTo(">=1.0 <2.0"));
                });
    }

    @Test
    void a_scheme_is_never_a_group() {
        assertThat(PackRef.parse("file:../mine")).isEqualTo(new PackRef.Local("file:../mine", "../mine"));
        assertThat(PackRef.parse("archetype:g:a:1"))
                .isEqualTo(new PackRef.Archetype("archetype:g:a:1", "g", "a", Optional.of("1")));
        assertThat(PackRef.parse("github:o/r@^1")).isEqualTo(new PackRef.Foreign("github:o/r@^1", "github"));
    }

    @Test
    void an_archetype_is_named_by_its_coordinates_or_its_place() {
        assertThat(PackRef.parse("archetype:org.acme:web_app"))
                .isEqualTo(
                        new PackRef.Archetype("archetype:org.acme:web_app", "org.acme", "web_app", Optional.empty()));
        assertThat(PackRef.parse("archetype:file:../a:b.jar"))
                .isEqualTo(new PackRef.LocalArchetype("archetype:file:../a:b.jar", "../a:b.jar"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "archetype:",
                "archetype:g",
                "archetype:g:a:1:jar",
                "archetype:g::1",
                "archetype:g:a:",
                "archetype:g:../a:1",
                "archetype:file:"
            })
    void what_names_no_archetype_is_refused(String text) {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> PackRef.parse(text))
                .satisfies(failure ->
                        assertThat(failure.problems().get(0).code()).isEqualTo(ProblemCode.REFERENCE_INVALID));
    }

    @Test
    void commas_inside_brackets_separate_nothing() {
        assertThat(PackRef.parseAll("a@[1.0,2.0),b , c@^1"))
                .extracting(PackRef::text)
                .containsExactly("a@[1.0,2.0)", "b", "c@^1");
    }

    @Test
    void every_wrong_reference_of_a_list_is_reported() {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> PackRef.parseAll("a--b,c,d@"))
                .satisfies(failure -> assertThat(failure.problems())
                        .hasSize(2)
                        .allSatisfy(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.REFERENCE_INVALID)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a..b:c", ":a", "a b", "a@", "ä", "file:", "a:b:c:", "a/b"})
    void what_is_no_reference_is_refused_with_a_way_out(String text) {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> PackRef.parse(text))
                .satisfies(
                        failure -> assertThat(failure.problems().get(0).help()).isPresent());
    }
}
