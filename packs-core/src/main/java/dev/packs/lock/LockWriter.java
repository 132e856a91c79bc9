package dev.packs.lock;

import dev.packs.manifest.TomlText;
import dev.packs.pack.PackName;
import java.util.SortedSet;

/** Writes {@code packs.lock}: equal locks give equal text, and a change touches the lines of what changed. */
public final class LockWriter {

    private LockWriter() {}

    /** The file's text, ending with a line end. */
    public static String write(PackLock lock) {
        StringBuilder text = new StringBuilder();
        text.append("# Which packs and packages this project uses. Commit it; `mvn packs:update` moves it.\n");
        text.append("format = ").append(LockReader.FORMAT).append('\n');
        for (LockedPack pack : lock.packs()) {
            text.append("\n[[pack]]\n");
            line(text, "group", pack.name().group());
            line(text, "id", pack.name().id());
            line(text, "version", pack.id().version().toString());
            if (pack.origin() != LockedOrigin.REPOSITORY) {
                line(text, "source", pack.origin().key());
            }
            if (pack.isSnapshot()) {
                text.append("snapshot = true\n");
            }
            if (pack.digest().isPresent()) {
                line(text, "digest", pack.digest().get().toString());
            }
            if (pack.signer().isPresent()) {
                line(text, "signer", pack.signer().get());
            }
            names(text, "dependencies", pack.dependencies());
        }
        for (LockedPackage artifact : lock.packages()) {
            text.append("\n[[package]]\n");
            line(text, "name", artifact.name());
            line(text, "version", artifact.version());
            line(text, "type", artifact.type());
            if (!artifact.classifier().isEmpty()) {
                line(text, "classifier", artifact.classifier());
            }
            if (artifact.digest().isPresent()) {
                line(text, "digest", artifact.digest().get().toString());
            }
            names(text, "asked_by", artifact.askedBy());
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String key, String value) {
        text.append(key).append(" = ").append(TomlText.string(value)).append('\n');
    }

    private static void names(StringBuilder text, String key, SortedSet<PackName> names) {
        if (!names.isEmpty()) {
            text.append(key).append(" = [\n");
            for (PackName name : names) {
                text.append("    ").append(TomlText.string(name.toString())).append(",\n");
            }
            text.append("]\n");
        }
    }
}
