package dev.packs.operation;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.catalog.Catalog;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRef;
import dev.packs.source.PackLibrary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Names as a catalogue completes them: a short name that nothing at hand has gets its group, and a wrong one is told what the catalogue has that is near. */
final class CatalogNames {

    private final PackLibrary library;
    private final List<String> groups;
    private final Supplier<Optional<Catalog>> catalog;

    CatalogNames(PackLibrary library, List<String> groups, Supplier<Optional<Catalog>> catalog) {
        this.library = library;
        this.groups = groups;
        this.catalog = catalog;
    }

    /** @throws PacksException {@link ProblemCode#REFERENCE_INVALID} if several groups of the catalogue have it */
    PackRef.Named named(PackRef.Named ref) {
        Optional<Catalog> opened = catalog.get();
        if (opened.isEmpty() || ref.group().isPresent() || isAtHand(ref.id())) {
            return ref;
        }
        List<PackName> names = opened.get().named(ref.id());
        if (names.size() > 1) {
            throw ambiguous(ref, names);
        }
        if (names.isEmpty()) {
            return ref;
        }
        // As it can be typed without the catalogue, because that is what commands are shown with.
        int at = ref.text().indexOf('@');
        String text = names.get(0) + (at < 0 ? "" : ref.text().substring(at));
        return new PackRef.Named(text, Optional.of(names.get(0).group()), ref.id(), ref.constraint());
    }

    static PacksException ambiguous(PackRef.Named ref, List<PackName> names) {
        return Problem.of(ProblemCode.REFERENCE_INVALID, "`" + ref.text() + "` may mean several packs of the catalogue")
                .help("write one of them: "
                        + String.join(
                                ", ", names.stream().map(PackName::toString).toList()))
                .asException();
    }

    private boolean isAtHand(String id) {
        return library.known().stream().anyMatch(name -> name.id().equals(id))
                || groups.stream()
                        .anyMatch(group ->
                                !library.versions(new PackName(group, id)).isEmpty());
    }

    /** @throws PacksException if there is no such pack, with the nearest names of the catalogue */
    ShowPack.Description show(PackRef.Named ref) {
        try {
            return new ShowPack(library, groups).run(ref);
        } catch (PacksException failed) {
            Optional<Catalog> opened = catalog.get();
            boolean isMissing =
                    failed.problems().stream().allMatch(problem -> problem.code() == ProblemCode.PACK_NOT_FOUND);
            if (opened.isEmpty() || !isMissing) {
                throw failed;
            }
            throw near(failed.problems().get(0), ref, opened.get());
        }
    }

    private static PacksException near(Problem missing, PackRef.Named ref, Catalog catalog) {
        Set<String> names = new TreeSet<>();
        Set<String> ids = new TreeSet<>();
        catalog.entries().forEach(entry -> {
            names.add(entry.id().name().toString());
            ids.add(entry.id().name().id());
        });
        String asked = ref.group().map(group -> group + ":" + ref.id()).orElse(ref.id());
        String help = names.contains(asked)
                ? "the catalogue lists it, and no repository that is asked has it: name that in your pom or settings"
                : Nearest.to(ref.id(), ids)
                        .or(() -> ids.contains(ref.id()) ? Optional.of(ref.id()) : Optional.empty())
                        .map(id -> "in the catalogue there is "
                                + names.stream()
                                        .filter(name -> name.endsWith(":" + id))
                                        .limit(5)
                                        .collect(Collectors.joining(", ")))
                        .orElse("the catalogue has nothing that is near");
        return Problem.of(ProblemCode.PACK_NOT_FOUND, missing.message())
                .help(help + missing.help().map(more -> "\n" + more).orElse(""))
                .asException();
    }
}
