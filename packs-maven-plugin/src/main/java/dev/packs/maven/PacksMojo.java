package dev.packs.maven;

import dev.packs.PacksException;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;

/** A goal of Packs: what all of them share, from {@code packs.skip} to the way a failure reaches Maven. */
public abstract class PacksMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Does nothing at all. */
    @Parameter(property = "packs.skip", defaultValue = "false")
    private boolean skip;

    @Inject
    private RepositorySystem repositorySystem;

    /**
     * Runs the goal.
     *
     * @throws MojoFailureException when the user can mend every problem
     * @throws MojoExecutionException when the environment failed
     */
    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("packs: skipped, as packs.skip says");
            return;
        }
        try {
            run(new MavenCall(session, execution, repositorySystem));
        } catch (PacksException failure) {
            if (failure.isMendable()) {
                throw new MojoFailureException(failure.getMessage(), failure);
            }
            throw new MojoExecutionException(failure.getMessage(), failure);
        }
    }

    /**
     * The goal itself.
     *
     * @throws PacksException with everything that is wrong
     */
    protected abstract void run(MavenCall call);
}
