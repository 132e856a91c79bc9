package dev.packs.it;

/** How often a fault is provoked: a few times in every build, as often as {@code docs/reliability.md} says under the profile {@code faults}. */
final class FaultRounds {

    private FaultRounds() {}

    static boolean isProfile() {
        return Boolean.getBoolean("packs.faults");
    }

    static int of(int inEveryBuild, int underTheProfile) {
        return isProfile() ? underTheProfile : inEveryBuild;
    }
}
