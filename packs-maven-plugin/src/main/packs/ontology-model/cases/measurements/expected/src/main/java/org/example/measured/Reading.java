package org.example.measured;

import java.net.URI;
import java.util.List;

/**
 * A value at one time
 *
 * @param id the IRI of what this is said of; may be null
 * @param at When (may be null)
 * @param by What measured
 * @param unit Of what (may be null)
 * @param value How much (may be null)
 */
public record Reading(
        URI id,
        java.time.OffsetDateTime at,
        List<Sensor> by,
        Unit unit,
        Double value
) implements Result {

    public Reading {
        by = by == null ? List.of() : List.copyOf(by);
    }
}
