package dev.packs.it;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.concurrent.atomic.AtomicInteger;

/** A fault for the paths that match a glob, for so many requests. */
final class FaultRule {

    private final PathMatcher matcher;
    private final Fault fault;
    private final AtomicInteger left;

    FaultRule(String glob, Fault fault, int times) {
        this.matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        this.fault = fault;
        this.left = new AtomicInteger(times);
    }

    boolean matches(String path) {
        return matcher.matches(Path.of(path));
    }

    /** Whether the rule has a turn left; takes it. */
    boolean take() {
        return left.getAndUpdate(n -> n > 0 ? n - 1 : 0) > 0;
    }

    Fault fault() {
        return fault;
    }
}
