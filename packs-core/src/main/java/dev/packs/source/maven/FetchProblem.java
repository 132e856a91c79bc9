package dev.packs.source.maven;

import dev.packs.PacksException;
import dev.packs.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Puts into words why something could not be fetched. */
final class FetchProblem {

    private FetchProblem() {}

    /**
     * One problem that names every repository that was tried.
     *
     * @param failures at least one
     */
    static PacksException of(String what, List<RepositoryFailure> failures, int attempts) {
        RepositoryFailure worst = failures.stream()
                .min(Comparator.comparing(RepositoryFailure::kind))
                .orElseThrow();
        String reasons =
                failures.stream().map(RepositoryFailure::toString).distinct().collect(Collectors.joining("; "));
        String tries = worst.kind().isPassing() && attempts > 1 ? " (asked " + attempts + " times)" : "";
        return new PacksException(
                Problem.of(worst.kind().code(), "`" + what + "` could not be fetched: " + reasons + tries)
                        .help(wayOut(worst.kind())),
                worst.cause());
    }

    private static String wayOut(FailureKind kind) {
        return switch (kind) {
            case WRONG_CHECKSUM ->
                "nothing of it was kept; run again, and if the repository still sends this, tell whoever runs it";
            case DISK_FULL -> "free some space on the disk that holds Maven's local repository, then run again";
            case NOT_WRITTEN -> "make Maven's local repository writable, then run again";
            case DENIED ->
                "give the credentials for that id in the `<servers>` of your Maven `settings.xml`; behind a mirror it is the mirror's id";
            case TIMED_OUT -> "run again when the repository answers, or with `-Dpacks.timeout=60` (seconds)";
            case SERVER_ERROR, CONNECTION ->
                "run again when the repository answers; with `-o`, Maven uses what it has already";
            case OFFLINE -> "run once without `-o`, so that Maven can fetch it";
            case NOT_FOUND ->
                "look at the spelling and the repositories; if it was published a moment ago, `-U` asks again";
            case NO_CHECKSUM, OTHER -> "`-e` shows what Maven's resolver said";
        };
    }
}
