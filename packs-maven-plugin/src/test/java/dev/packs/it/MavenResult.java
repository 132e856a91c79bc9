package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a run of Maven ended.
 *
 * @param output standard output and error, as printed
 */
public record MavenResult(int exitCode, String output) {

    public MavenResult succeeds() {
        assertThat(exitCode).as(output).isZero();
        return this;
    }

    public MavenResult fails() {
        assertThat(exitCode).as(output).isNotZero();
        return this;
    }

    /** Fails unless each of the texts was printed, in this order. */
    public MavenResult shows(String... texts) {
        assertThat(output).containsSubsequence(texts);
        return this;
    }

    public MavenResult doesNotShow(String... texts) {
        assertThat(output).doesNotContain(texts);
        return this;
    }
}
