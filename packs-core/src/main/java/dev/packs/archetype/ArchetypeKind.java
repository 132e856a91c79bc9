package dev.packs.archetype;

/** The two descriptors that archetypes have. */
public enum ArchetypeKind {
    /** {@code META-INF/maven/archetype-metadata.xml}, since 2.0 of the archetype plugin. */
    FILESET,
    /** {@code META-INF/maven/archetype.xml} or {@code META-INF/archetype.xml}, of 1.x. */
    OLD
}
