package dev.packs.it;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One way in which {@link FaultyRepository} answers a request wrongly. */
public sealed interface Fault {

    /** Answers with this status and no body. */
    record Status(int code) implements Fault {}

    /** Sends nothing for this long, then hangs up. */
    record Stall(Duration length) implements Fault {}

    /** Resets the connection (TCP RST) before any answer. */
    record Reset() implements Fault {}

    /** Promises the whole file, sends this many bytes of it and hangs up. */
    record Truncate(int bytes) implements Fault {}

    /** Sends the right content, waiting this long before each of ten parts. */
    record Slow(Duration pause) implements Fault {}

    /** Sends other content than the file's. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Instead(byte[] content) implements Fault {}

    static Fault status(int code) {
        return new Status(code);
    }

    static Fault instead(String content) {
        return new Instead(content.getBytes(StandardCharsets.UTF_8));
    }

    /** For a {@code .sha1} file: a well-formed digest that is not the artifact's. */
    static Fault wrongSha1() {
        return instead("0".repeat(40));
    }
}
