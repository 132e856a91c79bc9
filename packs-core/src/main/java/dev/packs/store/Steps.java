package dev.packs.store;

import java.io.IOException;
import java.nio.file.Path;

/** Is told of each step before it changes the file system, so that a test can end the process or fail the step there. */
@FunctionalInterface
interface Steps {

    Steps UNOBSERVED = (what, path) -> {};

    /** @param what a verb: make, write, move, delete */
    void before(String what, Path path) throws IOException;
}
