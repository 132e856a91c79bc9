package dev.packs.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Collection;
import org.codehaus.plexus.PlexusContainer;
import org.codehaus.plexus.component.repository.exception.ComponentLookupException;

/**
 * Tells the development environment which files were written or removed, so that it shows and compiles them.
 *
 * <p>Eclipse's Maven (m2e) offers a build context for that. It hands it to a plugin whose POM depends on the context's API, and to no other; our POM depends on
 * nothing. So the context is looked up in Maven's core, by the names that m2e gives it, and called through its methods. In a plain Maven it is not there, and nothing
 * is looked up before a file has changed.
 */
final class ChangedFiles {

    private static final String[] CONTEXTS = {
        "org.codehaus.plexus.build.BuildContext", "org.sonatype.plexus.build.incremental.BuildContext"
    };

    private final PlexusContainer container;

    ChangedFiles(PlexusContainer container) {
        this.container = container;
    }

    /** @param files that were written or removed, absolute */
    void refresh(Collection<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        for (String name : CONTEXTS) {
            try {
                Class<?> type = container.getContainerRealm().loadClass(name);
                Object context = container.lookup(type);
                for (Path file : files) {
                    type.getMethod("refresh", File.class).invoke(context, file.toFile());
                }
                return;
            } catch (ClassNotFoundException | ComponentLookupException notThere) {
                // No such environment under this name.
            } catch (ReflectiveOperationException unusable) {
                throw new IllegalStateException(
                        "the build context of this environment cannot be told of changes", unusable);
            }
        }
    }
}
