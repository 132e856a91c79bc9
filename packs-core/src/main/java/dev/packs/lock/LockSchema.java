package dev.packs.lock;

import static dev.packs.manifest.Key.may;
import static dev.packs.manifest.Key.must;

import dev.packs.manifest.Shape;
import dev.packs.manifest.TextKind;
import java.util.List;

/** The one description of {@code packs.lock}. */
final class LockSchema {

    private static final Shape NAMES = new Shape.Many(new Shape.Text(TextKind.PACK, 301), 1);
    private static final Shape DIGEST = new Shape.Text(TextKind.DIGEST, 71);

    static final Shape.Table PACK = new Shape.Table(
            "[[pack]]",
            List.of(
                    must("group", new Shape.Text(TextKind.GROUP, 200), "The pack's group", "\"com.acme\""),
                    must("id", new Shape.Text(TextKind.ID, 100), "The pack's id", "\"model\""),
                    must("version", new Shape.Text(TextKind.VERSION, 128), "The version that was chosen", "\"1.2.0\""),
                    may("source", new Shape.Choice(LockedOrigin.keys()), "Where it is from", "\"embedded\""),
                    may("snapshot", new Shape.Flag(), "Whether its content may change under its version", "true"),
                    may("digest", DIGEST, "SHA-256 of its archive", "\"sha256:…\""),
                    may("signer", new Shape.Text(TextKind.LINE, 500), "The key that signed it", "\"…\""),
                    may("dependencies", NAMES, "Packs of this lock that it needs", "[]")));

    static final Shape.Table PACKAGE = new Shape.Table(
            "[[package]]",
            List.of(
                    must(
                            "name",
                            new Shape.Text(TextKind.COORDINATES, 200),
                            "groupId:artifactId",
                            "\"org.webjars:bootstrap\""),
                    must(
                            "version",
                            new Shape.Text(TextKind.MAVEN_VERSION, 200),
                            "The version that was chosen",
                            "\"5.3.8\""),
                    must("type", new Shape.Text(TextKind.CLASSIFIER, 100), "The artifact's extension", "\"jar\""),
                    may(
                            "classifier",
                            new Shape.Text(TextKind.CLASSIFIER, 100),
                            "The artifact's classifier",
                            "\"dist\""),
                    may("digest", DIGEST, "SHA-256 of the artifact", "\"sha256:…\""),
                    may("asked_by", NAMES, "Packs of this lock that want it", "[]")));

    static final Shape.Table LOCK = new Shape.Table(
            "packs.lock",
            List.of(
                    must("format", new Shape.Whole(1), "The format's version", "1"),
                    may("pack", new Shape.Many(PACK, 0), "The packs", "[]"),
                    may("package", new Shape.Many(PACKAGE, 0), "The packages", "[]")));

    private LockSchema() {}
}
