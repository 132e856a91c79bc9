package dev.packs.maven;

import dev.packs.Problem;
import dev.packs.operation.PackagePack;
import dev.packs.pack.PackId;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.codehaus.plexus.PlexusContainer;

/** Builds the jar of a project of packaging {@code pack}, and attaches its manifest. */
@Mojo(name = "package", defaultPhase = LifecyclePhase.GENERATE_SOURCES, threadSafe = true)
public final class PackageMojo extends PacksMojo {

    /** The folder with {@code pack.toml}. */
    @Parameter(defaultValue = "${project.basedir}/src/main/pack")
    private File sources;

    @Inject
    private MavenProjectHelper projectHelper;

    @Inject
    private PlexusContainer container;

    @Override
    protected void run(MavenCall call) {
        MavenProject project = call.project();
        PackId id = Wiring.requireId(project);
        Path target = Path.of(project.getBuild().getDirectory());
        Path jar = target.resolve(project.getBuild().getFinalName() + ".jar");
        Path manifest = target.resolve(project.getBuild().getFinalName() + ".toml");

        PackagePack.Built built = new PackagePack().run(new PackagePack.Request(sources.toPath(), id, jar, manifest));

        project.getArtifact().setFile(jar.toFile());
        projectHelper.attachArtifact(project, "toml", manifest.toFile());
        TypedGoals goals = TypedGoals.of(call);
        for (Problem warning : built.warnings()) {
            getLog().warn(goals.in(warning).toString());
        }
        for (String line : goals.in(built.lines())) {
            getLog().info(line);
        }
        if (built.written()) {
            new ChangedFiles(container).refresh(List.of(jar, manifest));
        }
    }
}
