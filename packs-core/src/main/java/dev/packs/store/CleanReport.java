package dev.packs.store;

import dev.packs.pack.PackageCoordinates;
import java.util.List;

/**
 * What a cleaning of the store did.
 *
 * @param removed the packages that went, in order
 * @param bytes how much room that made
 * @param leftOvers how many unfinished runs of killed processes were cleared
 * @param caches how many engines and indexes went that nobody had used for a day; their room is among the bytes
 */
public record CleanReport(List<PackageCoordinates> removed, long bytes, int leftOvers, int caches) {

    public CleanReport {
        removed = List.copyOf(removed);
    }
}
