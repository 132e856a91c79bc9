package dev.packs.merge;

import java.util.List;

/**
 * One file made of two.
 *
 * @param choices where the two said different things and one had to give way, in the order of the file
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record MergedFile(byte[] content, List<MergeChoice> choices) {

    public MergedFile {
        choices = List.copyOf(choices);
    }
}
