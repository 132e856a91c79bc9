package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.catalog.Catalog;
import dev.packs.io.FileTree;
import dev.packs.io.RegularFile;
import dev.packs.io.RelativePath;
import dev.packs.markdown.MarkdownElement;
import dev.packs.markdown.MarkdownPart;
import dev.packs.markdown.MarkdownReader;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.search.SearchedPack;
import dev.packs.site.SiteNeed;
import dev.packs.site.SitePack;
import dev.packs.source.LocalPacks;
import dev.packs.source.PackLibrary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The packs of a site: those that a list shows, each in its newest version, and what there is to show of them. Pages are made one after the other, as ten thousand of them need not be held. */
final class SitePacks {

    private static final RelativePath README = RelativePath.parse("README.md");
    private static final RelativePath MANIFEST = RelativePath.parse("pack.toml");

    /** Characters that are shown of a README that cannot be read as Markdown. */
    private static final int LONGEST_PLAIN = 100_000;

    private final PackLibrary library;
    private final Optional<Catalog> catalog;
    private final Supplier<? extends MarkdownReader> markdown;
    private final SortedMap<PackName, AtHand.Found> found;
    private final List<Problem> warnings;

    /** @param markdown asked for when there is the first README */
    SitePacks(
            PackLibrary library,
            AtHand atHand,
            Optional<Catalog> catalog,
            Supplier<? extends MarkdownReader> markdown) {
        this.library = library;
        this.catalog = catalog;
        this.markdown = markdown;
        found = new TreeMap<>(atHand.packs());
        warnings = new ArrayList<>(atHand.warnings());
        catalog.ifPresent(listed -> listed.searched().forEach(pack -> addListed(pack, atHand)));
    }

    /** What the catalogue has in a newer version than is at hand is shown so; a module of this build is the user's own work. */
    private void addListed(SearchedPack pack, AtHand atHand) {
        PackName name = pack.id().name();
        AtHand.Found own = found.get(name);
        boolean isOlder = own != null
                && (own.source().equals("workspace")
                        || own.pack().id().version().compareTo(pack.id().version()) >= 0);
        if (!isOlder && !atHand.owned().contains(name.group())) {
            found.put(name, new AtHand.Found(pack, "catalog"));
        }
    }

    /** By group and id. */
    Collection<SearchedPack> packs() {
        return found.values().stream().map(AtHand.Found::pack).toList();
    }

    /** What each of them needs. */
    SortedMap<PackName, List<SiteNeed>> needs() {
        SortedMap<PackName, List<SiteNeed>> needs = new TreeMap<>();
        found.forEach((name, each) -> needs.put(
                name,
                isInCatalog(each)
                        ? SitePackOfCatalog.needs(
                                catalog.orElseThrow(), each.pack().id())
                        : SitePackOfManifest.needs(manifest(each))));
        return needs;
    }

    private static boolean isInCatalog(AtHand.Found each) {
        return each.source().equals("catalog");
    }

    /** Of packs that are left out, or whose page lacks something; complete when all pages were made. */
    List<Problem> warnings() {
        return List.copyOf(warnings);
    }

    /** What there is to show of one of them. */
    SitePack page(PackName name) {
        AtHand.Found each = Optional.ofNullable(found.get(name)).orElseThrow();
        if (isInCatalog(each)) {
            return SitePackOfCatalog.of(each.pack(), catalog.orElseThrow());
        }
        Optional<FileTree> files = files(each);
        List<MarkdownPart> readme = files.flatMap(tree -> tree.read(README))
                .map(bytes -> readme(name, new String(bytes, StandardCharsets.UTF_8)))
                .orElse(List.of());
        return SitePackOfManifest.of(manifest(each), each.source(), files, readme);
    }

    private PackManifest manifest(AtHand.Found each) {
        if (each.place().isEmpty()) {
            return library.manifest(each.pack().id()).manifest();
        }
        Path place = each.place().get();
        byte[] manifest = isManifest(place)
                ? RegularFile.read(place)
                : LocalPacks.files(place).read(MANIFEST).orElseThrow();
        return LocalPacks.manifest(manifest, place, place.toString()).manifest();
    }

    private static boolean isManifest(Path place) {
        return Files.isRegularFile(place) && place.toString().endsWith(".toml");
    }

    /** A pack whose files cannot be had has a page without them. */
    private Optional<FileTree> files(AtHand.Found each) {
        try {
            if (each.place().isEmpty()) {
                return Optional.of(library.content(each.pack().id()).files());
            }
            return isManifest(each.place().get())
                    ? Optional.empty()
                    : Optional.of(LocalPacks.files(each.place().get()));
        } catch (PacksException failed) {
            warnings.add(incomplete(each.pack().id() + " has no README and no files", failed));
            return Optional.empty();
        }
    }

    private List<MarkdownPart> readme(PackName name, String text) {
        try {
            return markdown.get().read(text);
        } catch (PacksException failed) {
            warnings.add(incomplete(name + " shows its README as it is written", failed));
            return List.of(
                    new MarkdownPart.Start(MarkdownElement.CODE_BLOCK, ""),
                    new MarkdownPart.Text(text.length() > LONGEST_PLAIN ? text.substring(0, LONGEST_PLAIN) : text),
                    new MarkdownPart.End());
        }
    }

    private static Problem incomplete(String what, PacksException failed) {
        return Problem.of(
                        ProblemCode.PAGE_INCOMPLETE,
                        "the page of " + what + ": " + failed.problems().get(0).message())
                .help("mend that and make the site again; everything else is on it");
    }
}
