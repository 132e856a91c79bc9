package org.example.measured;

import java.net.URI;
import java.util.List;

/**
 * The class of precision, whose name Java knows too
 *
 * @param id the IRI of what this is said of; may be null
 */
public record Class(
        URI id
) {

    public Class {
    }
}
