package dev.packs.maven;

import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.build.BuildContext;
import org.codehaus.plexus.classworlds.ClassWorld;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.codehaus.plexus.classworlds.realm.DuplicateRealmException;
import org.codehaus.plexus.component.repository.exception.ComponentLookupException;

/** The container of a development environment, or of a plain Maven, which has no build context. It records what it is asked for and told. */
final class RecordedContainer {

    final List<Path> refreshed = new ArrayList<>();
    final List<Object> lookups = new ArrayList<>();
    private final ClassRealm realm;
    private final boolean hasContext;

    private RecordedContainer(ClassRealm realm, boolean hasContext) {
        this.realm = realm;
        this.hasContext = hasContext;
    }

    static RecordedContainer ofEnvironment() throws DuplicateRealmException {
        return new RecordedContainer(
                new ClassWorld().newRealm("environment", RecordedContainer.class.getClassLoader()), true);
    }

    /** Maven alone: the class of the context is nowhere. */
    static RecordedContainer ofMaven() throws DuplicateRealmException {
        return new RecordedContainer(new ClassWorld().newRealm("maven", ClassLoader.getPlatformClassLoader()), false);
    }

    /** The class is there, since some plugin brought it, and nobody plays its part. */
    static RecordedContainer withoutComponent() throws DuplicateRealmException {
        return new RecordedContainer(
                new ClassWorld().newRealm("other", RecordedContainer.class.getClassLoader()), false);
    }

    PlexusContainer container() {
        return (PlexusContainer) Proxy.newProxyInstance(
                RecordedContainer.class.getClassLoader(),
                new Class<?>[] {PlexusContainer.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getContainerRealm" -> realm;
                    case "lookup" -> lookup(arguments[0]);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private BuildContext lookup(Object type) throws ComponentLookupException {
        lookups.add(type);
        if (!hasContext) {
            throw new ComponentLookupException("nobody here", "org.codehaus.plexus.build.BuildContext", "default");
        }
        return (File file) -> refreshed.add(file.toPath());
    }
}
