package org.example.measured;

import java.net.URI;
import java.util.List;

/** What came of a measurement */
public sealed interface Result
        permits Failure, Reading {

    /** The IRI of what this is said of; may be null. */
    URI id();

    /** What measured */
    List<Sensor> by();
}
