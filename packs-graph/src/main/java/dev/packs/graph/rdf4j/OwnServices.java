package dev.packs.graph.rdf4j;

import java.util.function.Supplier;

/** Runs work with this engine's class loader as the thread's own, where RDF4J's libraries look for their services; in Maven it is the plugin's, which has none of them. */
final class OwnServices {

    private OwnServices() {}

    static <T> T with(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(OwnServices.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
