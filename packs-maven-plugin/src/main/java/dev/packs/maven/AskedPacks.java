package dev.packs.maven;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.Problems;
import dev.packs.operation.MakeCatalog;
import dev.packs.pack.PackRef;
import dev.packs.source.PackContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Packs that are named one by one. What is wrong with any of them is collected, each with its place. */
final class AskedPacks {

    private final MavenCall call;
    private final Wiring wiring;
    private final List<Each> named = new ArrayList<>();
    private final Problems problems = new Problems();

    AskedPacks(MavenCall call, Wiring wiring) {
        this.call = call;
        this.wiring = wiring;
    }

    /** @param place where it is named; empty for the command line */
    private record Each(AskedPack pack, Optional<Place> place) {}

    /**
     * Those that {@code -Dpack} names, separated by commas; none if it does not.
     *
     * @throws PacksException with everything that is wrong with any of them
     */
    static List<AskedPack> require(@Nullable String packs, MavenCall call, Wiring wiring) {
        AskedPacks asked = new AskedPacks(call, wiring);
        asked.addAll(packs);
        asked.problems.throwIfAny();
        return asked.packs();
    }

    /** @param packs separated by commas */
    void addAll(@Nullable String packs) {
        if (packs != null && !packs.isBlank()) {
            for (String each : PackRef.split(packs)) {
                add(each, Optional.empty());
            }
        }
    }

    void add(String text, Optional<Place> place) {
        try {
            named.add(new Each(AskedPack.of(PackRef.parse(text), call, wiring, null), place));
        } catch (PacksException wrong) {
            for (Problem problem : wrong.problems()) {
                problems.add(place.map(problem::foundAt).orElse(problem));
            }
        }
    }

    boolean isEmpty() {
        return named.isEmpty() && problems.isEmpty();
    }

    private List<AskedPack> packs() {
        List<AskedPack> packs = new ArrayList<>();
        for (Each each : named) {
            packs.add(each.pack());
        }
        return packs;
    }

    List<PackContent> contents() {
        return named.stream().flatMap(each -> each.pack().contents().stream()).toList();
    }

    MakeCatalog.Asked forCatalog() {
        return new MakeCatalog.Asked(
                named.stream()
                        .map(each -> new MakeCatalog.Ref(each.pack().ref(), each.place()))
                        .toList(),
                problems.list());
    }
}
