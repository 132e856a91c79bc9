package dev.packs.pack;

import dev.packs.io.Glob;

/** What becomes of the files that a pattern matches, where several packs give one. */
public record CollisionRule(Glob files, CollisionStrategy strategy) {

    /** As on the command line: {@code **}{@code /*.yaml=first}. */
    @Override
    public String toString() {
        return files + "=" + strategy.word();
    }
}
