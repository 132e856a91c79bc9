package dev.packs.source;

/**
 * A manifest as it lies in its source.
 *
 * @param file as a user would name it in a message: a path, or {@code web-api-starter!/pack.toml}
 * @param content the bytes of the {@code pack.toml}, not yet read
 */
@SuppressWarnings("ArrayRecordComponent") // handed from a source to the reader once, never compared
public record ManifestText(String file, byte[] content) {}
