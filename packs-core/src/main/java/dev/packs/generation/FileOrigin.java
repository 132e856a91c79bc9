package dev.packs.generation;

import dev.packs.pack.PackId;

/**
 * What a file comes from.
 *
 * @param part {@code template application}, {@code file files/logo.png}, {@code package org.webjars:bootstrap:5.3.3 css/bootstrap.css}
 */
public record FileOrigin(PackId pack, String part) {

    /** The same in every version of the pack. */
    String id() {
        return part + " of " + pack.name();
    }

    /** {@code template application of dev.packs:web:1.0.0}. */
    @Override
    public String toString() {
        return part + " of " + pack;
    }
}
