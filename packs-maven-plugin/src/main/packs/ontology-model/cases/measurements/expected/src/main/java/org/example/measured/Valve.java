package org.example.measured;

import java.net.URI;
import java.util.List;

/**
 * A device that opens and closes
 *
 * @param id the IRI of what this is said of; may be null
 * @param notify2 Who is told; its name is a method of every object
 */
public record Valve(
        URI id,
        List<URI> notify2
) implements Device {

    public Valve {
        notify2 = notify2 == null ? List.of() : List.copyOf(notify2);
    }
}
