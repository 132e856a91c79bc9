package dev.packs;

/** How often a fault is provoked: a few times in every build, as often as {@code docs/reliability.md} says under the profile {@code faults}. */
public final class FaultRounds {

    private FaultRounds() {}

    public static int of(int inEveryBuild, int underTheProfile) {
        return Boolean.getBoolean("packs.faults") ? underTheProfile : inEveryBuild;
    }
}
