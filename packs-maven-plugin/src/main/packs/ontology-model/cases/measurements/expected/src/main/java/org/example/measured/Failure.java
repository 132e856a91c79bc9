package org.example.measured;

import java.net.URI;
import java.util.List;

/**
 * No value, and why
 *
 * @param id the IRI of what this is said of; may be null
 * @param at When (may be null)
 * @param by What measured
 * @param reason Why there is no value &#124; as &#34;it&#34; says &#42;/
 */
public record Failure(
        URI id,
        java.time.OffsetDateTime at,
        List<Sensor> by,
        List<String> reason
) implements Result {

    public Failure {
        by = by == null ? List.of() : List.copyOf(by);
        reason = reason == null ? List.of() : List.copyOf(reason);
    }
}
