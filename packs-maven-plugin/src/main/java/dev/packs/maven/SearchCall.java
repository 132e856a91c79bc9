package dev.packs.maven;

import dev.packs.operation.PacksAtHand;
import dev.packs.operation.Report;
import dev.packs.operation.SearchPacks;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@link ListMojo} and {@link SearchMojo} do, apart from them: every build reads the methods of all goals, and loads the types that they name. */
final class SearchCall {

    private final MavenCall call;
    private final Wiring wiring;
    private final @Nullable File folder;
    private final @Nullable String catalog;

    SearchCall(MavenCall call, Wiring wiring, @Nullable File folder, @Nullable String catalog) {
        this.call = call;
        this.wiring = wiring;
        this.folder = folder;
        this.catalog = catalog;
    }

    Report list(@Nullable String category, @Nullable String tag) {
        return search(
                SearchPacks.Request.list(Optional.ofNullable(category), Optional.ofNullable(tag), isThere(catalog)));
    }

    Report search(@Nullable String query, @Nullable String category, @Nullable String tag, int limit) {
        return search(new SearchPacks.Request(
                query == null ? "" : query,
                Optional.ofNullable(category),
                Optional.ofNullable(tag),
                limit,
                false,
                isThere(catalog)));
    }

    private Report search(SearchPacks.Request request) {
        return new SearchPacks(atHand(), wiring.searchedCatalog(catalog)).run(request);
    }

    private PacksAtHand atHand() {
        Optional<Path> named =
                folder == null ? Optional.empty() : Optional.of(call.folder().resolve(folder.toPath()));
        return wiring.packsAtHand(wiring.library(List.of()), named);
    }

    private static boolean isThere(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
