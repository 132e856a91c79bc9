package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.integrity.Digest;
import dev.packs.io.AtomicFiles;
import dev.packs.io.DiskFailure;
import dev.packs.io.LastUse;
import dev.packs.io.RegularFile;
import dev.packs.lock.LockedOrigin;
import dev.packs.lock.LockedPack;
import dev.packs.source.PackContent;
import dev.packs.store.InstalledPackage;
import dev.packs.store.Store;
import dev.packs.store.StoreLayout;
import dev.packs.store.WholePackages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An installation that was done, remembered in the store's cache under the digest of everything that decided about it. When the same is asked for again and the lock is the same, all that
 * is left is to hold packs and packages against their digests. Whatever is not as it was makes {@link #lines} empty, and the installation is done as if nothing had been remembered.
 */
public final class RememberedInstallation {

    private static final String FIRST_LINE = "packs-installation 1";

    private final StoreLayout layout;
    private final String lockFile;
    private final String inputs;

    /**
     * Nothing is read yet.
     *
     * @param layout of a store that is there
     * @param lockFile the path of the lock
     * @param inputs what was asked for, by whom, and where
     */
    public RememberedInstallation(StoreLayout layout, String lockFile, String inputs) {
        this.layout = layout;
        this.lockFile = lockFile;
        this.inputs = inputs;
    }

    /** With the lock as it is now. */
    private Path file() {
        String key = inputs + "\nlock " + lockFile + '\n' + DeclaredKey.textOf(Path.of(lockFile));
        return layout.installations()
                .resolve(Digest.of(key.getBytes(StandardCharsets.UTF_8)).hex());
    }

    /** What a repetition has to say, if everything is as it was left. */
    public Optional<List<String>> lines() {
        Path file = file();
        WholePackages whole = new WholePackages(layout);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || !whole.isQuiet()) {
            return Optional.empty();
        }
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        if (!isWhole(text)) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>();
        int from = FIRST_LINE.length() + 1;
        while (!text.startsWith("end ", from)) {
            int end = text.indexOf('\n', from);
            if (!isAsItWas(text.substring(from, end), whole, lines)) {
                return Optional.empty();
            }
            from = end + 1;
        }
        LastUse.remember(file);
        return Optional.of(lines);
    }

    private boolean isAsItWas(String line, WholePackages whole, List<String> lines) {
        int word = line.indexOf(' ');
        String rest = line.substring(word + 1);
        int digest = rest.indexOf(' ');
        return switch (line.substring(0, word)) {
            case "say" -> lines.add(rest);
            case "project" -> Files.exists(layout.projects().resolve(rest));
            case "pack" -> whole.isWhole(Path.of(rest.substring(digest + 1)), rest.substring(0, digest));
            case "package" -> whole.has(rest.substring(digest + 1), rest.substring(0, digest));
            default -> false;
        };
    }

    /** Whether a text is a whole memory: its last line has the digest of all before. */
    static boolean isWhole(String text) {
        int end = text.lastIndexOf("\nend ") + 1;
        return text.startsWith(FIRST_LINE + '\n')
                && end > 0
                && text.substring(end)
                        .equals("end "
                                + Digest.of(text.substring(0, end).getBytes(StandardCharsets.UTF_8))
                                        .hex()
                                + '\n');
    }

    /** Those in a store that are not what was once written. */
    static List<Path> damaged(StoreLayout layout) {
        List<Path> damaged = new ArrayList<>();
        if (Files.isDirectory(layout.installations(), LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(layout.installations(), "[0-9a-f]*")) {
                for (Path file : files) {
                    if (!isWhole(new String(RegularFile.read(file), StandardCharsets.UTF_8))) {
                        damaged.add(file);
                    }
                }
            } catch (IOException failed) {
                throw DiskFailure.reading(layout.installations(), failed);
            }
        }
        return damaged;
    }

    /** Remembers an installation whose packs and packages all have digests, and that had nothing to warn of. Where it cannot be written, nothing is remembered. */
    public void remember(InstalledPacks done, Store store) {
        if (!done.warnings().isEmpty() || !store.isWritable()) {
            return;
        }
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        for (LockedPack pack : done.prepared().lock().packs()) {
            PackContent content = done.prepared().content(pack.name());
            if (pack.origin() == LockedOrigin.EMBEDDED) {
                continue;
            }
            if (pack.origin() != LockedOrigin.REPOSITORY
                    || pack.digest().isEmpty()
                    || content.location().isEmpty()) {
                return;
            }
            text.append("pack ")
                    .append(pack.digest().get())
                    .append(' ')
                    .append(content.location().get())
                    .append('\n');
        }
        List<InstalledPackage> all = new ArrayList<>(done.prepared().installed().added());
        all.addAll(done.prepared().installed().present());
        for (InstalledPackage each : all) {
            if (each.coordinates().isSnapshot()) {
                return;
            }
            text.append("package ")
                    .append(each.digest())
                    .append(' ')
                    .append(layout.packages().relativize(each.folder()))
                    .append('\n');
        }
        if (!all.isEmpty()) {
            text.append("project ")
                    .append(store.projects().nameOf(Path.of(lockFile)))
                    .append('\n');
        }
        for (String line : done.repeated()) {
            text.append("say ").append(line).append('\n');
        }
        byte[] soFar = text.toString().getBytes(StandardCharsets.UTF_8);
        text.append("end ").append(Digest.of(soFar).hex()).append('\n');
        try {
            AtomicFiles.fast()
                    .write(layout.requireNoLinks(file()), text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (PacksException withoutMemory) {
            // A full disk: the next installation takes the long way.
        }
    }
}
