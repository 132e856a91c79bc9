package dev.packs.source;

import dev.packs.PacksException;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.nio.file.Path;
import java.util.Optional;

/** The name that a pom gives its project, read without Maven: what it says itself, else what it says of its parent. */
public record PomCoordinates(String group, String artifact, String version) {

    /** Nothing where there is no such file, or it cannot be read as a pom. */
    public static Optional<PomCoordinates> read(Path pom) {
        return PomTexts.read(pom)
                .map(texts -> new PomCoordinates(
                        inherited(texts, "groupId"), texts.first("project/artifactId"), inherited(texts, "version")));
    }

    private static String inherited(PomTexts texts, String element) {
        String own = texts.first("project/" + element);
        return own.isEmpty() ? texts.first("project/parent/" + element) : own;
    }

    /** As the name of a pack; nothing where it cannot be one, as with a property that only Maven resolves. */
    Optional<PackId> pack() {
        try {
            return Optional.of(new PackId(new PackName(group, artifact), Version.parse(version)));
        } catch (PacksException noPack) {
            return Optional.empty();
        }
    }
}
