package org.example.measured;

import java.net.URI;

/** What is counted */
public enum Unit {
    /** Degrees */
    CELSIUS("https://measured.example/terms#celsius"),
    /** Lengths */
    METRE("https://measured.example/terms#metre");

    private final URI id;

    Unit(String id) {
        this.id = URI.create(id);
    }

    /** The IRI of this. */
    public URI id() {
        return id;
    }
}
