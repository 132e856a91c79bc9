package dev.packs.operation;

import dev.packs.generation.FileOrigin;
import dev.packs.generation.SettledFile;
import dev.packs.merge.MergeChoice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whose file it is, in words and as a document. */
final class ShownSettlement {

    private ShownSettlement() {}

    /** {@code web-api-starter and cli-app, merged}. */
    static String of(SettledFile file) {
        String from = String.join(" and ", ids(file.from()));
        String dropped = String.join(" and ", ids(file.dropped()));
        return switch (file.how()) {
            case ONLY -> from;
            case REPLACES -> from + ", in the place of " + dropped;
            case EQUAL -> from + ", equal";
            case FIRST -> from + ", the first; not " + dropped;
            case LAST -> from + ", the last; not " + dropped;
            case MERGED -> from + ", merged";
        };
    }

    private static List<String> ids(List<FileOrigin> origins) {
        List<String> ids = new ArrayList<>();
        for (FileOrigin origin : origins) {
            ids.add(origin.pack().name().id());
        }
        return ids;
    }

    /** The keys that a file has beside its path, where packs are composed. */
    static Map<String, Object> document(SettledFile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("from", packs(file.from()));
        fields.put("settled", file.how().name().toLowerCase(Locale.ROOT));
        if (!file.dropped().isEmpty()) {
            fields.put("dropped", packs(file.dropped()));
        }
        if (!file.choices().isEmpty()) {
            List<Map<String, Object>> choices = new ArrayList<>();
            for (MergeChoice choice : file.choices()) {
                Map<String, Object> shown = new LinkedHashMap<>();
                shown.put("where", choice.where());
                shown.put("kept", choice.kept());
                shown.put("dropped", choice.dropped());
                shown.put("reason", choice.reason());
                choices.add(shown);
            }
            fields.put("choices", choices);
        }
        return fields;
    }

    private static List<String> packs(List<FileOrigin> origins) {
        List<String> packs = new ArrayList<>();
        for (FileOrigin origin : origins) {
            packs.add(origin.pack().toString());
        }
        return packs;
    }
}
