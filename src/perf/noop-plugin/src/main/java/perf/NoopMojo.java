package perf;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Does nothing, so that what is measured is Maven. */
@Mojo(name = "go", defaultPhase = LifecyclePhase.GENERATE_SOURCES, requiresProject = false, threadSafe = true)
public final class NoopMojo extends AbstractMojo {

    @Override
    public void execute() {}
}
