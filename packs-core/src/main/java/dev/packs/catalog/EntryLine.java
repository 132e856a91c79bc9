package dev.packs.catalog;

import dev.packs.integrity.Digest;
import dev.packs.pack.PackId;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import java.util.Optional;

/** A line of a catalogue that names a pack: {@code group:id:version}, the digest of its manifest, and perhaps that of its jar, with one space between them. */
final class EntryLine {

    private EntryLine() {}

    static Optional<CatalogEntry> parse(String line) {
        String[] words = line.split(" ", -1);
        if (words.length < 2 || words.length > 3) {
            return Optional.empty();
        }
        Optional<PackId> id = parseId(words[0]);
        Optional<Digest> manifest = Digest.find(words[1]);
        Optional<Digest> archive = words.length == 3 ? Digest.find(words[2]) : Optional.empty();
        if (id.isEmpty() || manifest.isEmpty() || (words.length == 3 && archive.isEmpty())) {
            return Optional.empty();
        }
        CatalogEntry entry = new CatalogEntry(id.get(), manifest.get(), archive);
        return entry.toString().equals(line) ? Optional.of(entry) : Optional.empty();
    }

    /** @param text {@code group:id:version} */
    static Optional<PackId> parseId(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3 || !PackName.isGroup(parts[0]) || !PackName.isId(parts[1])) {
            return Optional.empty();
        }
        return Version.find(parts[2]).map(version -> new PackId(new PackName(parts[0], parts[1]), version));
    }
}
