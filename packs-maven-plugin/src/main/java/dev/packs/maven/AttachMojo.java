package dev.packs.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Attaches the archetype that {@code export} made in the same build. Packaging {@code pack} runs it right before the project is installed, so that whoever signs or lists what is attached
 * does not take it for the project's own.
 */
@Mojo(name = "attach", defaultPhase = LifecyclePhase.INSTALL, threadSafe = true)
public final class AttachMojo extends PacksMojo {

    @Override
    protected void run(MavenCall call) {
        AttachedArchetype made = AttachedArchetype.madeFor(call.project());
        if (made == null) {
            getLog().debug("no archetype was made");
        } else {
            made.attach(call.project());
        }
    }
}
