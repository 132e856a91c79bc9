package dev.packs.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionConstraintTest {

    /** Constraint; versions inside; versions outside. The rows are the cases that node-semver's documentation describes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "1.2.3;                    1.2.3 1.2.3+build;             1.2.4 1.2.3-beta 1.2.2",
                "=1.2.3;                   1.2.3;                         1.2.4",
                "v1.2.3;                   1.2.3;                         1.2.4",
                ">=1.2.7;                  1.2.7 1.2.8 2.5.3 1.3.9;       1.2.6 1.1.0",
                ">=1.2.7 <1.3.0;           1.2.7 1.2.8 1.2.99;            1.2.6 1.3.0 1.1.0 1.3.0-beta",
                "1.2.7 || >=1.2.9 <2.0.0;  1.2.7 1.2.9 1.4.6;             1.2.8 2.0.0",
                ">1.2.3-alpha.3;           1.2.3-alpha.7 1.2.3 3.4.5;     3.4.5-alpha.9 1.2.3-alpha.3",
                "1.2.3 - 2.3.4;            1.2.3 2.3.4 2.0.0;             1.2.2 2.3.5",
                "1.2 - 2.3.4;              1.2.0 2.3.4;                   1.1.9",
                "1.2.3 - 2.3;              2.3.0 2.3.99;                  2.4.0 2.4.0-0",
                "1.2.3 - 2;                2.99.99;                       3.0.0 3.0.0-0",
                "1.0.0 - 2.0.0-rc.2;       2.0.0-rc.1 1.5.0;              2.0.0 1.5.0-rc.1",
                "*;                        0.0.0 1.2.3;                   1.2.3-beta",
                "\"\";                     0.0.0 1.2.3;                   1.2.3-beta",
                "1.x;                      1.0.0 1.9.9;                   2.0.0 0.9.9 2.0.0-rc.1 1.2.0-rc.1",
                "1.2.x;                    1.2.0 1.2.9;                   1.3.0 1.1.9",
                "1.2.X;                    1.2.0 1.2.9;                   1.3.0",
                "1.*;                      1.0.0;                         2.0.0",
                "1.x.3;                    1.0.0 1.9.0;                   2.0.0",
                "1;                        1.0.0 1.9.9;                   2.0.0",
                "1.2;                      1.2.0 1.2.9;                   1.3.0",
                "~1.2.3;                   1.2.3 1.2.9;                   1.2.2 1.3.0 1.3.0-0",
                "~1.2;                     1.2.0 1.2.9;                   1.3.0",
                "~1;                       1.0.0 1.9.9;                   2.0.0",
                "~0.2.3;                   0.2.3 0.2.9;                   0.3.0",
                "~0;                       0.0.0 0.9.9;                   1.0.0",
                "~>1.2;                    1.2.9;                         1.3.0",
                "~1.2.3-beta.2;            1.2.3-beta.2 1.2.3-beta.4 1.2.9; 1.2.4-beta.2 1.2.3-beta.1",
                "^1.2.3;                   1.2.3 1.9.9;                   2.0.0 1.2.2 2.0.0-rc.1 1.3.0-rc.1",
                "^0.2.3;                   0.2.3 0.2.9;                   0.3.0",
                "^0.0.3;                   0.0.3;                         0.0.4",
                "^1.2.3-beta.2;            1.2.3-beta.2 1.2.3-beta.4 1.9.0; 1.2.4-beta.2 2.0.0",
                "^0.0.3-beta;              0.0.3-beta 0.0.3-pr.2 0.0.3;   0.0.4 0.0.4-beta",
                "^1.2.x;                   1.2.0 1.9.9;                   2.0.0",
                "^0.0.x;                   0.0.0 0.0.9;                   0.1.0",
                "^0.0;                     0.0.0 0.0.9;                   0.1.0",
                "^1.x;                     1.0.0 1.9.9;                   2.0.0",
                "^0.x;                     0.0.0 0.9.9;                   1.0.0",
                "^1.2;                     1.2.0 1.9.9;                   2.0.0 1.1.9",
                "^*;                       7.0.0;                         7.0.0-rc.1",
                "~*;                       7.0.0;                         7.0.0-rc.1",
                ">1.2;                     1.3.0;                         1.2.9",
                ">1;                       2.0.0;                         1.9.9",
                "<=1.2;                    1.2.9;                         1.3.0 1.3.0-0",
                "<=1;                      1.9.9;                         2.0.0",
                "<1.2;                     1.1.9;                         1.2.0 1.2.0-rc.1",
                "<2.0.0;                   1.9.9;                         2.0.0 2.0.0-rc.1",
                ">=1;                      1.0.0 9.0.0;                   0.9.9",
                ">*;                       \"\";                          0.0.0 1.0.0",
                "<*;                       \"\";                          0.0.0 1.0.0",
                "<=*;                      1.0.0;                         1.0.0-rc.1",
                ">= 1.0 < 2.0;             1.0.0 1.9.9;                   2.0.0 2.0.0-rc.1",
                "^2.0.0-alpha || ^1;       2.0.0-beta 1.5.0 2.3.0;        1.5.0-beta 3.0.0",
                "^1 || ;                   9.0.0;                         9.0.0-rc.1",
                "^1||^3;                   1.0.0 3.0.0;                   2.0.0",
                ">=2.0.0-alpha <2.0.0;     2.0.0-beta;                    2.0.0 1.0.0",
                "[1.0,2.0);                1.0.0 1.9.9;                   2.0.0 2.0.0-rc.1 0.9.9 1.0.0-rc.1 1.5.0-rc.1",
                "[1.0,2.0];                2.0.0;                         2.0.1 2.0.0-rc.1",
                "(1.0,2.0);                1.0.1;                         1.0.0",
                "[1.2];                    1.2.0;                         1.2.1",
                "(,1.0];                   0.0.1 1.0.0;                   1.0.1",
                "[1.5,);                   1.5.0 9.0.0;                   1.4.9",
                "(,);                      1.0.0;                         1.0.0-rc.1",
                "[1,2),[3,4);              1.0.0 3.5.0;                   2.0.0 2.5.0 4.0.0",
                " [ 1.0 , 2.0 ) , [3,4);   1.0.0 3.0.0;                   2.0.0",
                "[1.0.0-rc.1,2.0);         1.0.0-rc.1 1.0.0-rc.2 1.0.0;   1.5.0-rc.1 2.0.0-rc.1",
                "[1.0-rc.1,2.0);           1.0.0-rc.1 1.5.0;              1.0.0-beta",
                "[1.0,2.0.0-rc.2];         2.0.0-rc.1 2.0.0-rc.2;         2.0.0"
            })
    void a_constraint_contains_what_its_form_promises(String constraint, String inside, String outside) {
        VersionConstraint parsed = VersionConstraint.parse(constraint);
        for (String version : (inside == null ? "" : inside).split(" ")) {
            assertThat(version.isEmpty() || parsed.contains(Version.parse(version)))
                    .as("%s in %s", version, constraint)
                    .isTrue();
        }
        for (String version : outside.split(" ")) {
            assertThat(parsed.contains(Version.parse(version)))
                    .as("%s in %s", version, constraint)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1.2.3.4;      `1.2.3.4` is not a version, at character 1",
                "^;            a version is missing, at character 2",
                ">=1.0 <;      a version is missing, at character 8",
                "^1.2 | ^2;    `|` stands where a version is expected, at character 6",
                "^^1;          `^` stands where a version is expected, at character 2",
                "==1.0.0;      `=` stands where a version is expected, at character 2",
                "1.02;         `1.02` is not a version, at character 1",
                "latest;       `latest` is not a version, at character 1",
                "1.2.3>2;      `>2` is not expected here, at character 6",
                "1.x.y;        `1.x.y` is not a version, at character 1",
                "1.2-beta;     `1.2-beta` is not a version, at character 1",
                "1.2.3-01;     `1.2.3-01` is not a version, at character 1",
                "^1,2;         `,2` is not expected here, at character 3",
                "[1.0,2.0;     the range that starts here has no `]` or `)`, at character 1",
                "(1.0);        a range without `,` names one version, as in `[1.2.0]`, at character 1",
                "[];           a range without `,` names one version, as in `[1.2.0]`, at character 1",
                "[1.0,2.0)x;   `x` stands where `,` is expected between two ranges, at character 10",
                "[1,2),;       a range starts with `[` or `(`, at character 7",
                "[2.0,1.0];    the range starts above its end, at character 1",
                "[1.0, two);   `two` is not a version, at character 7"
            })
    void what_is_no_constraint_is_refused_with_its_place(String constraint, String message) {
        assertThatThrownBy(() -> VersionConstraint.parse(constraint))
                .isInstanceOfSatisfying(PacksException.class, failure -> {
                    assertThat(failure.problems()).hasSize(1);
                    assertThat(failure.problems().get(0).code()).isEqualTo(ProblemCode.CONSTRAINT_INVALID);
                    assertThat(failure.problems().get(0).message())
                            .isEqualTo("`" + constraint + "` is not a version constraint: " + message);
                    assertThat(failure.problems().get(0).help()).isPresent();
                });
    }

    @Test
    void a_text_without_end_is_refused() {
        assertThat(VersionConstraint.parse("1.0.0 || ".repeat(28))).isNotNull();
        assertThatThrownBy(() -> VersionConstraint.parse("1.0.0 || ".repeat(29)))
                .hasMessageContaining("261 characters is too long");
    }

    @Test
    void only_an_exact_constraint_has_an_exact_version() {
        assertThat(VersionConstraint.parse("1.2.3").exact()).contains(Version.of(1, 2, 3));
        assertThat(VersionConstraint.parse("= 1.2.3").exact()).contains(Version.of(1, 2, 3));
        assertThat(VersionConstraint.parse("[1.2]").exact()).contains(Version.of(1, 2, 0));
        assertThat(VersionConstraint.parse("1.2").exact()).isEmpty();
        assertThat(VersionConstraint.parse("1.2.3 || 1.2.4").exact()).isEmpty();
        assertThat(VersionConstraint.parse(">=1.2.3").exact()).isEmpty();
        assertThat(VersionConstraint.exactly(Version.of(1, 2, 3)).exact()).contains(Version.of(1, 2, 3));
        assertThat(VersionConstraint.any().exact()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.0-SNAPSHOT",
                ">=1.2.0-SNAPSHOT",
                "^1.2.0-SNAPSHOT",
                "[1.2.0-SNAPSHOT]",
                "^1 || 1.2.0-SNAPSHOT"
            })
    void a_snapshot_is_allowed_where_it_is_named(String constraint) {
        assertThat(VersionConstraint.parse(constraint).allowsSnapshot(Version.parse("1.2.0-SNAPSHOT")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "^1.2", ">=1.2.0-A", "1.3.0-SNAPSHOT", ">1.2.0-SNAPSHOT", "[1.0,2.0)"})
    void a_snapshot_is_not_allowed_where_it_is_not_named(String constraint) {
        assertThat(VersionConstraint.parse(constraint).allowsSnapshot(Version.parse("1.2.0-SNAPSHOT")))
                .isFalse();
    }

    @Test
    void two_constraints_are_equal_if_they_are_written_alike() {
        assertThat(VersionConstraint.parse("^1.2"))
                .isEqualTo(VersionConstraint.parse("^1.2"))
                .hasSameHashCodeAs(VersionConstraint.parse("^1.2"))
                .isNotEqualTo(VersionConstraint.parse("^1.2.0"))
                .hasToString("^1.2");
    }

    @Test
    void brackets_make_the_maven_form() {
        assertThat(VersionConstraint.parse(" [1.0,2.0)").isMavenForm()).isTrue();
        assertThat(VersionConstraint.parse("(,2.0)").isMavenForm()).isTrue();
        assertThat(VersionConstraint.parse("^1").isMavenForm()).isFalse();
    }
}
