package dev.packs.operation;

import dev.packs.generation.PackOutputs;
import dev.packs.io.RelativePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What changed about the files that a pack writes: fewer is major, more is minor, other texts are a patch. */
final class OutputChanges {

    private final List<PackChange> changes = new ArrayList<>();

    private OutputChanges() {}

    static List<PackChange> between(ComparePacks.Side before, ComparePacks.Side after) {
        OutputChanges found = new OutputChanges();
        Map<String, List<PackOutputs.Output>> old = byPath(before);
        Map<String, List<PackOutputs.Output>> now = byPath(after);
        old.forEach((path, outputs) -> {
            List<PackOutputs.Output> others = now.get(path);
            if (others == null) {
                found.changes.add(PackChange.major("the output `" + path + "` is gone"));
            } else if (outputs.size() == 1 && others.size() == 1) {
                found.compare(path, outputs.get(0), others.get(0));
            } else {
                found.alternatives(path, outputs, others);
            }
        });
        now.forEach((path, outputs) -> {
            if (!old.containsKey(path)) {
                found.changes.add(PackChange.minor("the output `" + path + "` is new"));
            }
        });
        found.texts(before, after);
        return found.changes;
    }

    private static Map<String, List<PackOutputs.Output>> byPath(ComparePacks.Side version) {
        Map<String, List<PackOutputs.Output>> outputs = new TreeMap<>();
        for (PackOutputs.Output output : PackOutputs.of(version.manifest(), version.files())) {
            outputs.computeIfAbsent(output.path(), first -> new ArrayList<>()).add(output);
        }
        return outputs;
    }

    /** Several files of a pack may come to one path, each where the others do not. */
    private void alternatives(String path, List<PackOutputs.Output> before, List<PackOutputs.Output> after) {
        List<PackOutputs.Output> left = new ArrayList<>(after);
        List<PackOutputs.Output> gone = new ArrayList<>();
        for (PackOutputs.Output was : before) {
            Optional<PackOutputs.Output> same = left.stream()
                    .filter(now ->
                            now.when().equals(was.when()) && now.forEach().equals(was.forEach()))
                    .findFirst();
            if (same.isPresent()) {
                left.remove(same.get());
                compare(path, was, same.get());
            } else {
                gone.add(was);
            }
        }
        if (left.stream().anyMatch(now -> now.when().isEmpty() && now.forEach().isEmpty())) {
            changes.add(PackChange.minor("the output `" + path + "` is always written now"));
            return;
        }
        gone.forEach(
                was -> changes.add(PackChange.major("the output `" + path + "` is written no more " + where(was))));
        left.forEach(now -> changes.add(PackChange.minor("the output `" + path + "` is also written " + where(now))));
    }

    private static String where(PackOutputs.Output output) {
        return output.when().map(when -> "where `" + when + "`").orElse("always")
                + output.forEach().map(each -> " for each of " + each).orElse("");
    }

    private void compare(String path, PackOutputs.Output before, PackOutputs.Output after) {
        if (!before.when().equals(after.when())) {
            changes.add(
                    after.when().isEmpty()
                            ? PackChange.minor("the output `" + path + "` is always written now")
                            : PackChange.major("the output `" + path + "` is written only where `"
                                    + after.when().get() + "`, and was "
                                    + before.when()
                                            .map(when -> "where `" + when + "`")
                                            .orElse("always")));
        }
        if (!before.forEach().equals(after.forEach())) {
            changes.add(PackChange.major("the output `" + path + "` is made for each of "
                    + after.forEach().orElse("nothing") + ", and was for each of "
                    + before.forEach().orElse("nothing")));
        }
        if (before.executable() != after.executable()) {
            changes.add(
                    after.executable()
                            ? PackChange.minor("the output `" + path + "` can be run now")
                            : PackChange.major("the output `" + path + "` cannot be run any more"));
        }
        if (before.overwrite() != after.overwrite()) {
            changes.add(PackChange.minor("the output `" + path + "` has another `overwrite`"));
        }
    }

    /** Texts by the file in the pack, so that what templates include counts, too. What belongs to the graph is looked at elsewhere, and golden cases are nothing that anybody uses. */
    private void texts(ComparePacks.Side before, ComparePacks.Side after) {
        List<String> changed = new ArrayList<>();
        for (RelativePath path : before.files().paths()) {
            Optional<byte[]> now = after.files().read(path);
            String text = path.text();
            if (now.isPresent()
                    && !text.equals("pack.toml")
                    && !text.startsWith("cases/")
                    && !GraphChanges.isOfGraph(text, before, after)
                    && !java.util.Arrays.equals(before.files().read(path).orElse(new byte[0]), now.get())) {
                changed.add(text);
            }
        }
        for (String text : changed) {
            changes.add(PackChange.patch("the file `" + text + "` has another text"));
        }
    }
}
