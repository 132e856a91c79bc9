package dev.packs.manifest;

/** For whoever makes names of variables out of other names. */
public final class VariableSyntax {

    private VariableSyntax() {}

    /** Whether no variable may be called so, although the letters would do. */
    public static boolean isReserved(String name) {
        return VariableNames.fault(name).isPresent();
    }
}
