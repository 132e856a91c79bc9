package dev.packs.version;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeetingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^1.0; ^2.0; false",
                "^1.2; ~1.4; true",
                ">1.2.3; <1.2.4; false",
                ">1.2.3; <=1.2.4; true",
                "1.x; >=1.9 || 3.0.0; true",
                "*; 1.0.0-rc.1; false",
                "*; >=1.0.0-rc.1; true",
                ">=1.0.0-alpha <1.0.0; >=1.0.0-beta; true",
                ">=1.0.0-alpha <1.0.0; <1.0.0; false",
                ">1.0.0-rc.1 <1.0.0-rc.2; >=1.0.0-alpha; true",
                ">1.0.0 <1.0.1-beta; >=1.0.0 <1.0.1-gamma; true",
                "[1.0,2.0); [2.0,3.0); false",
                "[1.0,2.0]; [2.0,3.0); true",
                "1.2.3; 1.2.3; true",
                "1.2.3; 1.2.4; false",
                "<0.0.0; *; false"
            })
    void of_packs(String first, String second, boolean meet) {
        assertThat(VersionConstraint.parse(first).meets(VersionConstraint.parse(second)))
                .isEqualTo(meet);
        assertThat(VersionConstraint.parse(second).meets(VersionConstraint.parse(first)))
                .isEqualTo(meet);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                ">=17; >=21; true",
                ">=21; >=17; false",
                "*; ^1.2 || ^3.0; true",
                ">=17; *; false",
                ">=0; *; true",
                "^1.0; >=1.0.0 <2.0.0; true",
                "^1.0; >=1.0.0 <=2.0.0; false",
                "[17,21]; [17,22); false",
                ">=1.0.0; >=1.0.0-rc.1; false",
                ">=1.0.0-rc.1; >=1.0.0; true",
                "<2.0.0 || >2.0.0; *; false"
            })
    void of_packs_that_one_includes_the_other(String first, String second, boolean includes) {
        assertThat(VersionConstraint.parse(first).includes(VersionConstraint.parse(second)))
                .isEqualTo(includes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "^1.0; ^2.0; false",
                "[5.3,6); 5.3.8.Final; true",
                ">=31.1-jre; <31.1; false",
                ">=31.1-jre; ^31; true",
                "[1.0,2.0); [1.5,); true",
                "(1.0,1.1); *; true",
                "1.0; [2,); false"
            })
    void of_packages(String first, String second, boolean meet) {
        assertThat(VersionConstraint.parsePackage(first).meetsPackage(VersionConstraint.parsePackage(second)))
                .isEqualTo(meet);
        assertThat(VersionConstraint.parsePackage(second).meetsPackage(VersionConstraint.parsePackage(first)))
                .isEqualTo(meet);
    }
}
