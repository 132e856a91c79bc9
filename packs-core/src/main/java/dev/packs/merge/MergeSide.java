package dev.packs.merge;

/**
 * One of two files that become one.
 *
 * @param name what problems call it: {@code pom.xml of com.acme:web}
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record MergeSide(String name, byte[] content) {}
