package dev.packs.graph;

/** How bad a violation is (SHACL, 2.1.4), the mildest first. Only {@link #VIOLATION} stops anything. */
public enum Severity {
    INFO,
    WARNING,
    VIOLATION
}
