package dev.packs.operation;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.integrity.Digest;
import dev.packs.io.FileTree;
import dev.packs.manifest.ParsedManifest;
import dev.packs.pack.PackArchetype;
import java.util.List;
import java.util.Optional;

/** Holds what a pack says of its archetype against the jar that it carries. */
final class PackedArchetype {

    private PackedArchetype() {}

    /** The jar is not there, or is another one. */
    static List<Problem> problems(ParsedManifest parsed, FileTree files) {
        Optional<PackArchetype> archetype = parsed.manifest().archetype();
        if (archetype.isEmpty()) {
            return List.of();
        }
        Place place = parsed.places().of("archetype.jar");
        Optional<byte[]> jar = files.read(archetype.get().jar());
        if (jar.isEmpty()) {
            return List.of(MissingFile.problem(archetype.get().jar(), place, files));
        }
        Digest digest = Digest.of(jar.get());
        return digest.equals(archetype.get().digest())
                ? List.of()
                : List.of(Problem.at(
                                ProblemCode.DIGEST_MISMATCH,
                                parsed.places().of("archetype.digest"),
                                "the digest of `" + archetype.get().jar() + "` is " + digest
                                        + ", and the manifest says "
                                        + archetype.get().digest())
                        .help("import the archetype again, which writes both: mvn packs:import -Dpack=archetype:"
                                + archetype.get()));
    }
}
