package dev.packs.maven;

import dev.packs.Nearest;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.catalog.CatalogCache;
import dev.packs.io.Neighbours;
import dev.packs.operation.PublishPacks;
import dev.packs.operation.PublishedFile;
import dev.packs.operation.PublishedItems;
import dev.packs.operation.Report;
import dev.packs.pack.PackId;
import dev.packs.pack.PackRef;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackContent;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.model.DeploymentRepository;
import org.apache.maven.model.DistributionManagement;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.jspecify.annotations.Nullable;

/** What {@link PublishMojo} does, apart from it: every build reads the methods of all goals, and loads the types that they name. */
final class PublishCall {

    /** As the deploy plugin has it; a layout in the middle is that of before Maven 3. */
    private static final Pattern TARGET = Pattern.compile("([^:/\\\\]+)::(?:default::)?(.+)");

    private final MavenCall call;
    private final Wiring wiring;
    private final @Nullable String target;
    private final boolean dryRun;

    PublishCall(MavenCall call, Wiring wiring, @Nullable String target, boolean dryRun) {
        this.call = call;
        this.wiring = wiring;
        this.target = target;
        this.dryRun = dryRun;
    }

    /** Whatever is typed counts on the command line alone. */
    Report run(@Nullable String pack, @Nullable String catalog, @Nullable String coordinates) {
        boolean isTyped = call.isFromCommandLine();
        try (PublishedItems items = new PublishedItems()) {
            if (isTyped && isThere(catalog)) {
                PublishPacks.Item item = catalog(items, String.valueOf(catalog), coordinates);
                return publish(List.of(batch(item, call.project(), items.folder())), List.of());
            }
            if (isTyped && isThere(pack)) {
                PackContent content = LocalPacks.open(place(String.valueOf(pack)));
                PublishPacks.Item item = items.ofPlace(content);
                return publish(List.of(batch(item, call.project(), items.folder())), List.of(content));
            }
            return projects(items);
        }
    }

    private static boolean isThere(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Each project may go somewhere else; all are checked before the first is sent. */
    private Report projects(PublishedItems items) {
        List<MavenProject> projects = new ArrayList<>();
        for (MavenProject project : call.isFromCommandLine() ? call.session().getProjects() : List.of(call.project())) {
            if (project.getPackaging().equals("pack") && project.getFile() != null) {
                projects.add(project);
            }
        }
        if (projects.isEmpty()) {
            throw Problem.of(ProblemCode.NOTHING_ASKED, "there is no pack to publish")
                    .help(
                            "run it in a project of packaging `pack`, or name a folder or a jar: mvn packs:publish -Dpack=file:my-pack -DaltDeploymentRepository=releases::https://repository.example.org/releases")
                    .asException();
        }
        List<PublishPacks.Batch> all = new ArrayList<>();
        for (MavenProject project : projects) {
            all.add(batch(project(items, project), project, items.folder()));
        }
        return publish(all, List.of());
    }

    private static PublishPacks.Item project(PublishedItems items, MavenProject project) {
        PackId id = Wiring.requireId(project);
        List<PublishedFile> files = new ArrayList<>();
        files.add(new PublishedFile(
                project.getGroupId(),
                project.getArtifactId(),
                project.getVersion(),
                "",
                "pom",
                project.getFile().toPath()));
        for (Artifact attached : RepositoryUtils.toArtifacts(project.getAttachedArtifacts())) {
            files.add(new PublishedFile(
                    attached.getGroupId(),
                    attached.getArtifactId(),
                    attached.getBaseVersion(),
                    attached.getClassifier(),
                    attached.getExtension(),
                    attached.getFile().toPath()));
        }
        File built = project.getArtifact().getFile();
        return items.ofProject(
                id,
                project.getBasedir().toPath().resolve("src/main/pack"),
                files,
                built != null && built.isFile() ? Optional.of(built.toPath()) : Optional.empty());
    }

    /** @param named what no source has but the folder or the jar that was named */
    private Report publish(List<PublishPacks.Batch> batches, List<PackContent> named) {
        return new PublishPacks(wiring.graphs(), wiring.packAmongOthers(wiring.library(named)))
                .run(new PublishPacks.Request(batches, dryRun));
    }

    private PublishPacks.Batch batch(PublishPacks.Item item, MavenProject project, Path scratch) {
        return new PublishPacks.Batch(
                wiring.deployment(repository(project, item.snapshot()), scratch.resolve("repository")), item);
    }

    private RemoteRepository repository(MavenProject project, boolean isSnapshot) {
        if (target != null && !target.isBlank()) {
            Matcher parts = TARGET.matcher(target.strip());
            if (!parts.matches()) {
                throw Problem.of(
                                ProblemCode.PARAMETER_INVALID,
                                "-DaltDeploymentRepository=" + target + " is not `id::url`")
                        .help("-DaltDeploymentRepository=releases::https://repository.example.org/releases")
                        .asException();
            }
            return new RemoteRepository.Builder(parts.group(1), "default", parts.group(2)).build();
        }
        return managed(project.getDistributionManagement(), isSnapshot)
                .orElseThrow(() -> Problem.of(
                                ProblemCode.PUBLISHED_NOWHERE,
                                "nothing says where to publish" + (isSnapshot ? " a snapshot" : ""))
                        .help(
                                "name a repository: -DaltDeploymentRepository=releases::https://repository.example.org/releases\n"
                                        + "or write a <distributionManagement> into the pom")
                        .asException());
    }

    /** By what is published, which may be of another version than the project: Maven's own choice is the project's. */
    static Optional<RemoteRepository> managed(@Nullable DistributionManagement management, boolean isSnapshot) {
        if (management == null) {
            return Optional.empty();
        }
        DeploymentRepository repository = isSnapshot && management.getSnapshotRepository() != null
                ? management.getSnapshotRepository()
                : management.getRepository();
        return repository == null
                ? Optional.empty()
                : Optional.of(
                        new RemoteRepository.Builder(repository.getId(), repository.getLayout(), repository.getUrl())
                                .build());
    }

    private Path place(String pack) {
        PackRef reference = PackRef.parse(pack);
        if (reference instanceof PackRef.Local local) {
            return call.folder().resolve(local.path()).normalize();
        }
        throw Problem.of(
                        ProblemCode.PARAMETER_INVALID,
                        "-Dpack=" + pack + " names no folder and no jar, and only what is at hand can be published")
                .help(nearest(pack) + "write `file:` and the folder or the jar of the pack")
                .asException();
    }

    private String nearest(String pack) {
        List<String> here = Neighbours.names(call.folder());
        Optional<String> meant = here.contains(pack) ? Optional.of(pack) : Nearest.to(pack, here);
        return meant.map(name -> "did you mean `-Dpack=file:" + name + "`?\n").orElse("");
    }

    private PublishPacks.Item catalog(PublishedItems items, String file, @Nullable String coordinates) {
        Matcher parts = NamedCatalog.COORDINATES.matcher(coordinates == null ? "" : coordinates.strip());
        if (!parts.matches()) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            coordinates == null
                                    ? "nothing says what the catalogue is published as"
                                    : "-Dpacks.coordinates=" + coordinates + " is not `group:artifact:version`")
                    .help("-Dpacks.coordinates=com.acme:packs-catalog:1")
                    .asException();
        }
        Path path = NamedCatalog.requireFile(call.folder(), file);
        CatalogCache.check(path, file, BuildGraphs.read(call.session().getUserProperties()));
        return items.ofCatalog(parts.group(1), parts.group(2), parts.group(3), path);
    }
}
