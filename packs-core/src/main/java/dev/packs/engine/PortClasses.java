package dev.packs.engine;

import java.util.Set;

/**
 * What an engine sees of the world: the JDK, slf4j, the classes of ours that its port is made of, and Jackson, which the plugin has anyway and RDF4J asks for once it reads
 * JSON-LD. No resources of ours, so that it finds its own services only.
 */
final class PortClasses extends ClassLoader {

    private static final Set<String> PACKAGES = Set.of("dev.packs", "dev.packs.graph", "dev.packs.integrity");

    private final ClassLoader carrier;

    PortClasses(ClassLoader carrier) {
        super("packs-port", ClassLoader.getPlatformClassLoader());
        this.carrier = carrier;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        int end = name.lastIndexOf('.');
        String home = end < 0 ? "" : name.substring(0, end);
        if (PACKAGES.contains(home) || name.startsWith("org.slf4j.") || name.startsWith("com.fasterxml.jackson.")) {
            return carrier.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
