package org.example.measured;

import java.net.URI;
import java.util.List;

/**
 * A chain of sensors, whose name the code has already
 *
 * @param id the IRI of what this is said of; may be null
 */
public record String2(
        URI id
) {

    public String2 {
    }
}
