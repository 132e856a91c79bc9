package dev.packs.operation;

import dev.packs.generation.OutputCombinations;
import dev.packs.variables.Combinations;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What of a pack was looked at together with what it needs.
 *
 * @param dependencies how many other packs it takes; empty where they could not be looked at
 * @param packages how many packages were found; empty where they could not be looked at
 * @param outputs what was combined; empty where nothing was
 * @param unchecked what was not looked at, and why
 */
record CheckedAmongOthers(
        Optional<Integer> dependencies,
        Optional<Integer> packages,
        Optional<OutputCombinations.Result> outputs,
        List<String> unchecked) {

    CheckedAmongOthers {
        List<String> all = new ArrayList<>(unchecked);
        outputs.filter(result -> result.coverage() == Combinations.Coverage.PART)
                .ifPresent(result -> all.add("files: " + number(result.total())
                        + " combinations are too many to look at every value, and every two together"));
        unchecked = List.copyOf(all);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> found = new ArrayList<>();
        dependencies.filter(number -> number > 0).ifPresent(number -> found.add(Count.of(number, "other pack")));
        packages.filter(number -> number > 0).ifPresent(number -> found.add(Count.of(number, "package")));
        if (!found.isEmpty()) {
            lines.add("  needs: " + String.join(" and ", found) + ", all found");
        }
        outputs.ifPresent(result -> lines.add("  files: " + words(result) + ", no two of one path"));
        for (String each : unchecked) {
            lines.add("  not checked: " + each);
        }
        return lines;
    }

    private static String number(BigInteger number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code all 48 combinations}, {@code 12 of 65,536 combinations, every pair}, or {@code 4,096 of 36,000,000 combinations}. */
    static String words(OutputCombinations.Result result) {
        String total = number(result.total());
        String tried = number(BigInteger.valueOf(result.tried()));
        if (result.coverage() != Combinations.Coverage.ALL) {
            String pairs = result.coverage() == Combinations.Coverage.PAIRS ? ", every pair" : "";
            return tried + " of " + total + " combinations" + pairs;
        }
        if (result.total().bitLength() < Integer.SIZE && result.total().intValue() == 1) {
            return "nothing to combine";
        }
        if (result.total().bitLength() < Integer.SIZE && result.total().intValue() == result.tried()) {
            return "all " + total + " combinations";
        }
        return "all " + total + " combinations (" + tried + " of what decides about files)";
    }

    Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        dependencies.ifPresent(number -> document.put("dependencies", number));
        packages.ifPresent(number -> document.put("packages", number));
        outputs.ifPresent(result -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("total", result.total());
            fields.put("tried", result.tried());
            fields.put("method", result.coverage().name().toLowerCase(Locale.ROOT));
            fields.put("deciding", result.deciding());
            document.put("combinations", fields);
        });
        document.put("unchecked", unchecked);
        return document;
    }
}
