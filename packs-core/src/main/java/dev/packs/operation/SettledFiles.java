package dev.packs.operation;

import dev.packs.generation.SettledFile;
import dev.packs.io.RelativePath;
import dev.packs.merge.MergeChoice;
import dev.packs.variables.ResolvedVariables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Collects whose each file is, without any value of a secret variable. */
final class SettledFiles implements Consumer<SettledFile> {

    private static final String MASK = "***";

    private final Set<String> secrets = new HashSet<>();
    private final Map<RelativePath, SettledFile> byPath = new TreeMap<>();

    SettledFiles(Collection<ResolvedVariables> variables) {
        for (ResolvedVariables each : variables) {
            for (String name : each.secrets()) {
                addText(each.values().get(name));
            }
        }
    }

    private void addText(@org.jspecify.annotations.Nullable Object value) {
        if (value instanceof Collection<?> list) {
            list.forEach(this::addText);
        } else if (value instanceof Map<?, ?> fields) {
            fields.values().forEach(this::addText);
        } else if (value != null && !value.toString().isEmpty()) {
            secrets.add(value.toString());
        }
    }

    @Override
    public void accept(SettledFile file) {
        List<MergeChoice> choices = new ArrayList<>();
        for (MergeChoice choice : file.choices()) {
            choices.add(new MergeChoice(
                    masked(choice.where()),
                    masked(choice.kept()),
                    masked(choice.dropped()),
                    choice.later(),
                    choice.reason()));
        }
        byPath.put(file.path(), new SettledFile(file.path(), file.how(), file.from(), file.dropped(), choices));
    }

    /** A part that was cut off a long value is still part of it, so that the whole text gives way. */
    private String masked(String text) {
        for (String secret : secrets) {
            String start = secret.substring(0, Math.min(secret.length(), 40));
            if (text.contains(secret) || text.contains(start)) {
                return MASK;
            }
        }
        return text;
    }

    Map<RelativePath, SettledFile> byPath() {
        return byPath;
    }
}
