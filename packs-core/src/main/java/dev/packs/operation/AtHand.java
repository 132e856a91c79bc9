package dev.packs.operation;

import dev.packs.Problem;
import dev.packs.pack.PackName;
import dev.packs.search.SearchedPack;
import dev.packs.version.Version;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The packs that can be found without asking a repository.
 *
 * @param packs the newest version of each, by its name
 * @param installed the versions that locks name
 * @param owned groups whose packs come from nowhere else
 * @param warnings of packs that are left out
 */
record AtHand(
        SortedMap<PackName, Found> packs,
        Map<PackName, SortedSet<Version>> installed,
        Set<String> owned,
        List<Problem> warnings) {

    AtHand {
        packs = Collections.unmodifiableSortedMap(new TreeMap<>(packs));
        installed = Collections.unmodifiableSortedMap(new TreeMap<>(installed));
        owned = Set.copyOf(owned);
        warnings = List.copyOf(warnings);
    }

    /**
     * One of them.
     *
     * @param source where it comes from: {@code embedded}, {@code workspace}, {@code folder}, {@code installed}, {@code catalog}
     * @param place of one that lies below a folder and that the library does not know: its folder, its jar, or its manifest where there is nothing else
     */
    record Found(SearchedPack pack, String source, Optional<Path> place) {

        Found(SearchedPack pack, String source) {
            this(pack, source, Optional.empty());
        }
    }

    SortedSet<Version> installed(PackName name) {
        return installed.getOrDefault(name, Collections.emptySortedSet());
    }

    /** Whether what is installed of a pack is older than what was found of it. */
    boolean isOutdated(SearchedPack found) {
        SortedSet<Version> versions = installed(found.id().name());
        return !versions.isEmpty() && versions.last().compareTo(found.id().version()) < 0;
    }

    static SortedSet<Version> none() {
        return new TreeSet<>();
    }
}
