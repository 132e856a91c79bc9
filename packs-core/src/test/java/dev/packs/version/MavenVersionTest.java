package dev.packs.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MavenVersionTest {

    private static final String[] PIECES = {
        "0", "1", "2", "10", "007", "123456789012345678901234567890", ".", ".", ".", "-", "-", "", "alpha", "beta", "m",
        "a", "b", "rc", "cr", "SNAPSHOT", "final", "GA", "release", "sp", "jre", "x", "RC", "milestone", "_", "+"
    };

    @Test
    void any_two_versions_are_ordered_as_maven_orders_them() {
        long seed = 20261122;
        Random random = new Random(seed);
        int equal = 0;
        for (int i = 0; i < 60_000; i++) {
            String left = version(random);
            String right = random.nextInt(3) == 0 ? left + PIECES[random.nextInt(PIECES.length)] : version(random);
            int expected = Integer.signum(new ComparableVersion(left).compareTo(new ComparableVersion(right)));
            int actual = Integer.signum(MavenVersion.of(left).compareTo(MavenVersion.of(right)));
            assertThat(actual).as("`%s` and `%s`, seed %s", left, right, seed).isEqualTo(expected);
            equal += expected == 0 ? 1 : 0;
        }
        assertThat(equal).isBetween(600, 59_000);
    }

    private static String version(Random random) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "1." : "");
        for (int pieces = 1 + random.nextInt(8); pieces > 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0-alpha", "1.0.0.Beta2", "6.0.0-M1", "2.0-b01", "1-rc.1", "1.0.CR1", "1.0-SNAPSHOT"})
    void a_qualifier_can_say_that_it_is_not_yet_the_release(String text) {
        assertThat(MavenVersion.of(text).isPreRelease()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "1.0.Final", "31.1-jre", "1.0-sp1", "1.0-preview1", "4.1.0.RELEASE", "r09"})
    void any_other_qualifier_is_a_release(String text) {
        assertThat(MavenVersion.of(text).isPreRelease()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^5.3;            5.3 5.3.0 5.3.8 5.3.8.Final 5.10;  5.2.9 6.0 6.0.0-alpha 6-SNAPSHOT 5.4.0-rc1 5.3-SNAPSHOT",
                "~5.3.2;          5.3.2 5.3.8.Final;                 5.4 5.4-alpha 5.3.1",
                "<6;              5.9.9 0.1;                         6 6.0.0 6.0.0-alpha 6.0.0-preview1",
                ">=6.0.0-alpha;   6.0.0-alpha 6.0.0-rc1 6.0.1 6.0;   6.1-rc1 5.9",
                "1.2.3;           1.2.3 1.2.3.Final 1.2.3-GA;        1.2.4 1.2.3-sp 1.2.3-rc1 1.2.3-jre",
                "1.2.0;           1.2 1.2.0;                         1.2.1",
                "5.3.8.Final;     5.3.8.Final 5.3.8;                 5.3.9 5.3.8-SP1",
                "31.1-jre;        31.1-jre 31.1.0-jre;               31.1 31.1-android",
                "^5.3.8.Final;    5.3.8.Final 5.9.0.Final;           6.0.0.Final 5.3.7.Final",
                "Finchley.SR2;    Finchley.SR2;                      Finchley.SR3",
                "31.x;            31.1-jre 31.0.1-android;           32.0-jre",
                "*;               1 2.0.Final;                       3-alpha-1",
                "[1.0,2.0);       1.0 1.9 2.0-rc1 2.0-SNAPSHOT;      2.0 2.0.Final 1.0-rc1",
                "[1.2];           1.2 1.2.0 1.2.Final;               1.2.1",
                "[4.1.0.RELEASE,5); 4.1.0.RELEASE 4.3;               5.0 4.0",
                "(,1.0],[2.0,);   0.1 1.0 2.0 9;                     1.1 1.9"
            })
    void a_constraint_is_applied_in_mavens_order(String constraint, String inside, String outside) {
        VersionConstraint parsed = VersionConstraint.parsePackage(constraint);
        for (String version : inside.split(" ")) {
            assertThat(parsed.containsPackage(MavenVersion.of(version)))
                    .as("%s in %s", version, constraint)
                    .isTrue();
        }
        for (String version : outside.split(" ")) {
            assertThat(parsed.containsPackage(MavenVersion.of(version)))
                    .as("%s in %s", version, constraint)
                    .isFalse();
        }
    }

    @Test
    void a_version_of_mavens_own_kind_contains_no_semantic_version() {
        assertThat(VersionConstraint.parsePackage("5.3.8.Final").contains(Version.of(5, 3, 8)))
                .isFalse();
        assertThat(VersionConstraint.parsePackage("5.3.8.Final").exact()).isEmpty();
    }

    @Test
    void two_are_equal_if_they_are_written_alike() {
        assertThat(MavenVersion.of("1.0"))
                .isEqualTo(MavenVersion.of("1.0"))
                .hasSameHashCodeAs(MavenVersion.of("1.0"))
                .isNotEqualTo(MavenVersion.of("1.0.0"))
                .isEqualByComparingTo(MavenVersion.of("1.0.0"))
                .hasToString("1.0");
    }
}
