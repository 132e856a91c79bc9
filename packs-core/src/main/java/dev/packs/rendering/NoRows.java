package dev.packs.rendering;

import java.util.List;
import java.util.Set;

/** The queries of a pack that has none. */
public final class NoRows implements QueryRows {

    @Override
    public Set<String> names() {
        return Set.of();
    }

    @Override
    public List<?> rows(String name) {
        throw new IllegalArgumentException("there is no query " + name);
    }
}
