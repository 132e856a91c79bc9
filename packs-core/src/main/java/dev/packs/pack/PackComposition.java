package dev.packs.pack;

import java.util.List;

/**
 * The {@code [compose]} table: a pack that makes one project of those that it depends on, in the order of its dependencies.
 *
 * @param collisions the first rule that matches a file counts; where none does, files that can be are merged, and others must not differ
 */
public record PackComposition(List<CollisionRule> collisions) {

    public PackComposition {
        collisions = List.copyOf(collisions);
    }
}
