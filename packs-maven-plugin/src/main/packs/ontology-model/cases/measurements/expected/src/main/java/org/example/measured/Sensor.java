package org.example.measured;

import java.net.URI;
import java.util.List;

/**
 * A device that measures
 *
 * @param id the IRI of what this is said of; may be null
 * @param serial The number on the plate (may be null)
 */
public record Sensor(
        URI id,
        String serial
) implements Device {

    public Sensor {
    }
}
