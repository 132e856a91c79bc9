package dev.packs.it;

import dev.packs.archetype.ArchetypeEngine;
import dev.packs.engine.Engines;
import dev.packs.store.Store;
import dev.packs.store.StoreSettings;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * The engine of archetypes out of the jar that is published, but in our own process: for many generations, as a Maven for each would take minutes.
 *
 * @param engine lives as long as the JVM
 */
record PackedArchetypes(ArchetypeEngine engine) {

    /** @param home a store for the engine's jars */
    PackedArchetypes(Path home) {
        this(new Engines(carrier(), () -> Store.open(home, StoreSettings.defaults())).archetypes());
    }

    private static ClassLoader carrier() {
        try {
            URL jar = Path.of(System.getProperty("packs.published.jar")).toUri().toURL();
            return new URLClassLoader(new URL[] {jar}, PackedArchetypes.class.getClassLoader());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
