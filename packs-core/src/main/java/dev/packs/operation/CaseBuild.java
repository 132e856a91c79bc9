package dev.packs.operation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Builds what a golden case generated. */
public interface CaseBuild {

    /**
     * Runs Maven and waits for it.
     *
     * @param project the folder with the pom
     * @param arguments goals, phases and options
     * @param log gets everything that it prints
     * @return why it failed, as what comes after “the build”; empty if it succeeded
     */
    Optional<String> run(Path project, List<String> arguments, Path log);
}
