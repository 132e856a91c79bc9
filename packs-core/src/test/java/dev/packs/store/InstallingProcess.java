package dev.packs.store;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of its own that installs packages, and may drop dead on the way. */
final class InstallingProcess {

    private InstallingProcess() {}

    /** Arguments: home, shelf, first package, last package (exclusive), and the step before which the process is halted, 0 for never. */
    public static void main(String[] arguments) {
        int deadly = Integer.parseInt(arguments[4]);
        AtomicInteger steps = new AtomicInteger();
        Store store = Store.open(
                Path.of(arguments[0]),
                StoreSettings.defaults(),
                (what, path) -> {
                    if (steps.incrementAndGet() == deadly) {
                        Runtime.getRuntime().halt(77);
                    }
                },
                path -> Long.MAX_VALUE);
        new Installation(store, new Shelf(Path.of(arguments[1])))
                .install(Shelf.levels(Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])));
    }
}
