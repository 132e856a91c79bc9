package dev.packs.rendering;

import org.jspecify.annotations.Nullable;

/** {@code #bools}. */
final class BooleanFunctions extends FunctionGroup {

    BooleanFunctions() {
        super("#bools", "isTrue/1 isFalse/1 listAnd/1 listOr/1");
    }

    @Override
    @Nullable
    Object call(String function, Arguments with) {
        return switch (function) {
            case "isTrue" -> PlainValues.isTrue(with.any(0));
            case "isFalse" -> !PlainValues.isTrue(with.any(0));
            case "listAnd" -> !hasTruth(with, false);
            case "listOr" -> hasTruth(with, true);
            default -> throw unlisted(function);
        };
    }

    private static boolean hasTruth(Arguments with, boolean wanted) {
        with.spend(with.list(0).size());
        for (Object item : with.list(0)) {
            if (PlainValues.isTrue(item) == wanted) {
                return true;
            }
        }
        return false;
    }
}
