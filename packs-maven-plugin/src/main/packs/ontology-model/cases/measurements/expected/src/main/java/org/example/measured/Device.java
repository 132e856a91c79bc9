package org.example.measured;

import java.net.URI;
import java.util.List;

/** What stands somewhere and does something */
public sealed interface Device
        permits Sensor, Valve, Device.Instance {

    /** The IRI of what this is said of; may be null. */
    URI id();

    /**
     * What is nothing more special.
     *
     * @param id the IRI of what this is said of; may be null
     */
    record Instance(
            URI id
    ) implements Device {

        public Instance {
        }
    }
}
