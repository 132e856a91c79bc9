package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal of Packs: what all of them share, from {@code packs.skip} to the way a failure reaches Maven. */
public abstract class PacksMojo extends AbstractMojo {

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /** Does nothing at all. */
    @Parameter(property = "packs.skip", defaultValue = "false")
    private boolean skip;

    /** The store's folder; without it the environment variable {@code PACKS_HOME}, or else {@code ~/.packs}. */
    @Parameter(property = "packs.home")
    private @Nullable File home;

    /** Groups in which a pack's short name is looked up, in this order, before the embedded packs; separated by commas. */
    @Parameter(property = "packs.groups")
    private @Nullable String groups;

    /** Seconds after which a request to a repository is given up. */
    @Parameter(property = "packs.timeout", defaultValue = "20")
    private int timeout;

    /** Megabytes (10^6 bytes) that packages may take in the store before the least recently used go; what a project's lock names stays. */
    @Parameter(property = "packs.storeLimit", defaultValue = "1000")
    private int storeLimit;

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
        MavenCall call = new MavenCall(
                session, execution, repositorySystem, new CommonParameters(home, groups, timeout, storeLimit));
        warnOfProperties(call);
        try {
            run(call);
        } catch (PacksException found) {
            PacksException failure = TypedGoals.of(call).in(found);
            failed(failure.problems());
            if (failure.isMendable()) {
                throw withTrace(new MojoFailureException(failure.getMessage()), failure);
            }
            throw withTrace(new MojoExecutionException(failure.getMessage()), failure);
        }
    }

    /** Costs a look at what was typed, where nothing of it is ours. */
    private void warnOfProperties(MavenCall call) {
        List<String> ours = new ArrayList<>();
        for (Object name : session.getUserProperties().keySet()) {
            if (name.toString().startsWith("packs.")) {
                ours.add(name.toString());
            }
        }
        if (!ours.isEmpty()) {
            for (Problem warning : TypedProperties.warnings(call, ours)) {
                getLog().warn(TypedGoals.of(call).in(warning.toString()));
            }
        }
    }

    /** Not as the cause: Maven adds the messages of causes to the last line of ours. {@code -e} shows both. */
    private static <T extends Exception> T withTrace(T shown, PacksException failure) {
        shown.addSuppressed(failure);
        return shown;
    }

    /**
     * The goal itself.
     *
     * @throws PacksException with everything that is wrong
     */
    protected abstract void run(MavenCall call);

    /** Told before the failure reaches Maven, for goals that write documents. */
    protected void failed(List<Problem> problems) {}
}
