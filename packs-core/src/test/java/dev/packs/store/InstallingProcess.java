package dev.packs.store;

import dev.packs.io.WatchedDisk;
import java.nio.file.Path;

/** A process of its own that installs packages, and may drop dead on the way. */
final class InstallingProcess {

    private InstallingProcess() {}

    /** Arguments: home, shelf, first package, last package (exclusive), and the step before which the process is halted, 0 for never. */
    public static void main(String[] arguments) {
        try (WatchedDisk disk = WatchedDisk.haltingBefore(Integer.parseInt(arguments[4]))) {
            Store store = Store.open(Path.of(arguments[0]), StoreSettings.defaults(), path -> Long.MAX_VALUE);
            new Installation(store, new Shelf(Path.of(arguments[1])))
                    .install(Shelf.levels(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])));
            System.out.println(disk.steps());
        }
    }
}
