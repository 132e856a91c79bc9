package dev.packs.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Builds the jar of a project of packaging {@code pack}, and attaches its manifest. */
@Mojo(name = "package", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class PackageMojo extends PacksMojo {

    @Override
    protected void run(MavenCall call) {
        getLog().debug("packs:package " + call.project().getId());
    }
}
