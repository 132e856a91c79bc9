package dev.packs.store;

import java.nio.file.Path;

/**
 * A package's archive, brought to this machine.
 *
 * @param file where it lies, usually in Maven's local repository; it is read once and left as it is
 * @param origin where it came from, for messages: a repository's id
 */
public record FetchedPackage(Path file, String origin) {}
