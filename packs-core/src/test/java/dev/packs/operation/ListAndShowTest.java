package dev.packs.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import dev.packs.pack.PackRef;
import dev.packs.report.JsonReport;
import dev.packs.source.EmbeddedSource;
import dev.packs.source.PackLibrary;
import dev.packs.source.TreeSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListAndShowTest {

    private final PackLibrary library = new PackLibrary(
            EmbeddedSource.of(ListAndShowTest.class.getClassLoader(), "dev/packs/source/packs/"),
            new TreeSource("this build", List.of()),
            List.of());

    private FoundPacks list(Optional<String> category, Optional<String> tag) {
        return new SearchPacks(new PacksAtHand(library, List::of, Optional.empty()), Optional::empty)
                .run(SearchPacks.Request.list(category, tag, false));
    }

    private static PackRef.Named ref(String text) {
        return (PackRef.Named) PackRef.parse(text);
    }

    @Test
    void lists_every_pack_with_its_version_category_and_purpose() {
        FoundPacks listing = list(Optional.empty(), Optional.empty());

        assertThat(listing.lines())
                .startsWith("alpha  1.0.0  web  The alpha pack", "beta   2.1.0  cli  The beta pack")
                .last()
                .isEqualTo("More about one: mvn packs:show -Dpack=alpha");
        assertThat(JsonReport.succeeded("list", listing)).contains("\"id\" : \"beta\"", "\"source\" : \"embedded\"");
    }

    @Test
    void category_and_tag_narrow_the_list() {
        assertThat(list(Optional.of("cli"), Optional.empty()).packs())
                .singleElement()
                .satisfies(row -> assertThat(row.pack().id().name().id()).isEqualTo("beta"));
        assertThat(list(Optional.empty(), Optional.of("rest")).packs()).hasSize(1);
        assertThat(list(Optional.of("web"), Optional.of("tool")).lines())
                .first()
                .asString()
                .startsWith("No pack matches");
    }

    @Test
    void a_category_that_does_not_exist_names_the_nearest() {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> list(Optional.of("wev"), Optional.empty()))
                .withMessageContaining("PACKS-117")
                .withMessageContaining("did you mean `web`?");
    }

    @Test
    void the_command_that_uses_a_pack_names_it_as_it_was_asked_for() {
        ShowPack show = new ShowPack(library, List.of());

        assertThat(show.run(ref("alpha@^1.0")).lines())
                .last()
                .isEqualTo("Use it: mvn packs:generate '-Dpack=alpha@^1.0' -Dname=my-project");
    }

    @Test
    void shows_what_a_pack_asks_for_writes_and_needs_without_its_secrets() {
        ShowPack.Description shown = new ShowPack(library, List.of()).run(ref("alpha"));

        assertThat(String.join("\n", shown.lines()))
                .contains("test.packs:alpha:1.0.0  Pack alpha")
                .contains("licence      Apache-2.0")
                .contains("needs Java   >=17")
                .contains("database  string  = h2")
                .contains("(secret)")
                .contains("src/[(${database})].txt  when ${database == 'h2'}")
                .contains("test.packs:beta  ^2.0  it has the tool")
                .contains("org.example:css  ^1.0  into static/css")
                .endsWith("Use it: mvn packs:generate -Dpack=alpha -Dname=my-project");
        String json = JsonReport.succeeded("show", shown);
        assertThat(json).contains("\"installPath\" : \"static/css\"", "\"pattern\" : \"[a-z]+\"", "\"success\" : true");
    }

    @Test
    void an_unknown_pack_names_the_nearest_and_where_it_looked() {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> new ShowPack(library, List.of()).run(ref("alhpa")))
                .satisfies(
                        failure -> assertThat(failure.problems().get(0).code()).isEqualTo(ProblemCode.PACK_NOT_FOUND))
                .withMessageContaining("did you mean `alpha`?")
                .withMessageContaining("the embedded packs");
    }

    @Test
    void a_version_that_does_not_exist_names_those_that_do() {
        assertThatExceptionOfType(PacksException.class)
                .isThrownBy(() -> new ShowPack(library, List.of()).run(ref("beta@^3")))
                .withMessageContaining("available: 2.1.0");
    }

    @Test
    void a_failure_is_a_document_too() {
        PacksException failure =
                org.assertj.core.api.Assertions.catchThrowableOfType(PacksException.class, () -> PackRef.parse("a b"));

        assertThat(JsonReport.failed("show", failure.problems()))
                .contains("\"success\" : false", "\"code\" : \"PACKS-110\"", "\"help\" : ")
                .doesNotContain("\"result\"");
    }
}
