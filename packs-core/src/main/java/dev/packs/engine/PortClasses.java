package dev.packs.engine;

/** What an engine sees of the world: the JDK and what its {@link EngineKind} names. No resources of ours, so that it finds its own services only. */
final class PortClasses extends ClassLoader {

    private final ClassLoader carrier;
    private final EngineKind kind;

    PortClasses(ClassLoader carrier, EngineKind kind) {
        super("packs-port", ClassLoader.getPlatformClassLoader());
        this.carrier = carrier;
        this.kind = kind;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        int end = name.lastIndexOf('.');
        if (kind.sees(end < 0 ? "" : name.substring(0, end))) {
            return carrier.loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}
