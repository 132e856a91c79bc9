package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.PackId;
import dev.packs.pack.PackRef;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackContent;
import dev.packs.version.VersionConstraint;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The pack that {@code -Dpack} names.
 *
 * @param ref by its name; for a folder, the name that its manifest gives
 * @param contents the pack itself if it was named by its place
 */
record AskedPack(PackRef.Named ref, List<PackContent> contents) {

    /**
     * Reads {@code -Dpack}.
     *
     * @param goal for the help line
     * @throws PacksException if there is none, or it is wrong, or its source does not exist yet
     */
    static AskedPack require(@Nullable String text, MavenCall call, String goal, Wiring wiring) {
        if (text == null || text.isBlank()) {
            throw Problem.of(ProblemCode.NOTHING_ASKED, "no pack was named")
                    .help("mvn packs:" + goal + " -Dpack=web-api-starter\nsee what there is: mvn packs:list")
                    .asException();
        }
        return of(PackRef.parse(text), call, wiring, null);
    }

    /** @param archetypeCatalogs where an archetype is looked for: {@code packs.archetypeCatalog} */
    static AskedPack of(PackRef reference, MavenCall call, Wiring wiring, @Nullable String archetypeCatalogs) {
        if (reference instanceof PackRef.Named named) {
            return new AskedPack(named, List.of());
        }
        if (reference instanceof PackRef.Local local) {
            return of(
                    reference,
                    LocalPacks.open(call.folder().resolve(local.path()).normalize()));
        }
        if (reference instanceof PackRef.Archetype || reference instanceof PackRef.LocalArchetype) {
            return of(
                    reference,
                    wiring.archetypes(archetypeCatalogs)
                            .pack(reference, wiring.embedded().groups()));
        }
        throw notYet(reference);
    }

    /**
     * The pack that a project builds.
     *
     * @throws PacksException if it is of another packaging than {@code pack}
     */
    static AskedPack ofProject(MavenProject project) {
        if (!project.getPackaging().equals("pack")) {
            throw Problem.of(
                            ProblemCode.PARAMETER_INVALID,
                            "the project has the packaging `" + project.getPackaging()
                                    + "`, and only one of packaging `pack` has a pack to export")
                    .help("bind the goal in the project of the pack; from the command line, name the pack with -Dpack")
                    .asException();
        }
        PackId id = Wiring.requireId(project);
        return new AskedPack(named(id.toString(), id), List.of());
    }

    private static AskedPack of(PackRef reference, PackContent content) {
        return new AskedPack(named(reference.text(), content.id()), List.of(content));
    }

    private static PackRef.Named named(String text, PackId id) {
        return new PackRef.Named(
                text,
                Optional.of(id.name().group()),
                id.name().id(),
                Optional.of(VersionConstraint.exactly(id.version())));
    }

    private static PacksException notYet(PackRef reference) {
        return Problem.of(
                        ProblemCode.NOT_SUPPORTED_YET,
                        "`" + reference.text() + "`: packs from `"
                                + reference.text().substring(0, reference.text().indexOf(':') + 1)
                                + "` cannot be read by this version of Packs")
                .help("use a pack from a Maven repository, an embedded one, or `file:` and a folder")
                .asException();
    }
}
