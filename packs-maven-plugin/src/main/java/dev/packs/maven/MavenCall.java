package dev.packs.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.RemoteRepository;

/** One execution of one goal, as Maven sees it. */
record MavenCall(
        MavenSession session, MojoExecution execution, RepositorySystem repositorySystem, CommonParameters parameters) {

    /** The project at hand; in a folder without a pom, Maven's own stand-in for one. */
    MavenProject project() {
        return session.getCurrentProject();
    }

    /** Whether there is a pom at all. */
    boolean hasProject() {
        return project().getFile() != null;
    }

    /** Whether somebody typed this goal, as opposed to a phase that a pom binds it to. */
    boolean isFromCommandLine() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    /** Whether a parameter is written in a pom; one that has only been typed stands in the configuration as a reference to its property. */
    boolean isInPom(String element) {
        Xpp3Dom written = execution.getConfiguration().getChild(element);
        return written != null
                && written.getValue() != null
                && !written.getValue().startsWith("${");
    }

    RepositorySystemSession repositorySession() {
        return session.getRepositorySession();
    }

    /** Where packs and packages come from: the repositories of the project, or of the settings where there is none; mirrors, proxies and credentials applied. */
    List<RemoteRepository> repositories() {
        return project().getRemoteProjectRepositories();
    }

    /** {@code packs.home}, {@code PACKS_HOME} or {@code ~/.packs}. */
    Path home() {
        File home = parameters.home();
        if (home != null) {
            return folder().resolve(home.toPath());
        }
        String variable = System.getenv("PACKS_HOME");
        return variable != null && !variable.isBlank()
                ? Path.of(variable)
                : Path.of(System.getProperty("user.home"), ".packs");
    }

    /** The folder that the user stands in; what they name is relative to it. */
    Path folder() {
        return Path.of(session.getSystemProperties().getProperty("user.dir"));
    }
}
