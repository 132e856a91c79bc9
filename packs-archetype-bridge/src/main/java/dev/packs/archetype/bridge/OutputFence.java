package dev.packs.archetype.bridge;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import java.util.Optional;

/** Says whether a path may be written: it stays below the base, means the same on every platform, and is nothing that Git runs. */
final class OutputFence {

    private static final String GIT = ".git";

    private final Guard guard;

    OutputFence(Guard guard) {
        this.guard = guard;
    }

    /**
     * @param path relative to the base; empty segments and {@code .} count for nothing, as for the original
     * @throws PacksException {@link ProblemCode#PATH_ESCAPES}
     */
    void check(String path) {
        StringBuilder segments = new StringBuilder();
        boolean isGit = false;
        for (int from = 0; from < path.length(); ) {
            int slash = path.indexOf('/', from);
            int end = slash < 0 ? path.length() : slash;
            if (end > from && !(end == from + 1 && path.charAt(from) == '.')) {
                isGit |= end == from + GIT.length() && path.regionMatches(true, from, GIT, 0, GIT.length());
                segments.append(segments.length() == 0 ? "" : "/").append(path, from, end);
            }
            from = end + 1;
        }
        if (segments.length() == 0) {
            return;
        }
        String plain = segments.toString();
        Optional<String> fault = RelativePath.fault(plain);
        if (fault.isEmpty() && isGit) {
            fault = Optional.of("Git would run what lies there");
        }
        if (fault.isPresent()) {
            throw refuse("the archetype would write `" + plain + "`: " + fault.get());
        }
    }

    /**
     * @param count of files and folders
     * @param bytes that are copied as they are
     * @throws PacksException {@link ProblemCode#LIMIT_EXCEEDED}
     */
    void plan(int count, long bytes) {
        guard.check();
        if (count > guard.limits().files()) {
            throw guard.refuse(
                    Guard.limit("they make more than " + guard.limits().files() + " files and folders"));
        }
        if (bytes > guard.limits().totalBytes()) {
            throw guard.refuse(
                    Guard.limit("they copy more than " + guard.limits().totalBytes() + " bytes"));
        }
    }

    PacksException refuse(String what) {
        return guard.refuse(
                Problem.of(ProblemCode.PATH_ESCAPES, what)
                        .help(
                                "nothing was generated; another value for one of the properties may help, or the archetype's author"));
    }
}
