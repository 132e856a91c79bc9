package dev.packs.maven;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.artifact.DefaultArtifact;
import org.apache.maven.artifact.handler.DefaultArtifactHandler;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.RepositorySystem;

/** Calls of goals that no Maven made. */
final class TestCalls {

    private TestCalls() {}

    /** A call of {@code list}, with the user standing in a folder. */
    static MavenCall of(
            Path folder, MojoExecution.Source source, MavenProject project, Map<String, String> properties) {
        DefaultMavenExecutionRequest request = new DefaultMavenExecutionRequest();
        Properties system = new Properties();
        system.setProperty("user.dir", folder.toString());
        system.setProperty("maven.version", "3.8.7");
        request.setSystemProperties(system);
        Properties user = new Properties();
        user.putAll(properties);
        request.setUserProperties(user);
        @SuppressWarnings({"deprecation", "NullAway"}) // no container is asked for anything
        MavenSession session = new MavenSession(
                null, MavenRepositorySystemUtils.newSession(), request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(project));
        PluginDescriptor plugin = new PluginDescriptor();
        plugin.setVersion("0.1.0");
        plugin.setPluginArtifact(new DefaultArtifact(
                "dev.packs", "packs-maven-plugin", "0.1.0", "runtime", "jar", "", new DefaultArtifactHandler("jar")));
        MojoDescriptor goal = new MojoDescriptor();
        goal.setGoal("list");
        goal.setPluginDescriptor(plugin);
        return new MavenCall(
                session,
                new MojoExecution(goal, "default", source),
                system(),
                new CommonParameters(folder.resolve("home").toFile(), "", 20, 1000));
    }

    private static RepositorySystem system() {
        return (RepositorySystem) Proxy.newProxyInstance(
                TestCalls.class.getClassLoader(),
                new Class<?>[] {RepositorySystem.class},
                (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
