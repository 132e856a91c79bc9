package dev.packs.generation;

import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackDescription;
import dev.packs.pack.PackageRequest;
import dev.packs.rendering.QueryRows;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One pack during one generation: the values that its templates see, and digests of them and of its sources, made once. */
final class PackScope {

    private static final String NO_VALUE = "-";

    private final PackContent pack;
    private final Place manifest;
    private final Map<String, Object> values;
    private final TextRendering rendering;
    private final Map<String, String> valueDigests = new HashMap<>();
    private final Map<String, String> sourceDigests = new HashMap<>();

    PackScope(PackContent pack, TextRendering.Factory renderings) {
        this.pack = pack;
        this.manifest = Place.of(pack.manifest().id().name() + "!/pack.toml");
        this.values = values(pack);
        this.rendering = renderings.of(pack, values);
    }

    /** The variables, and {@code packages} and {@code pack}. */
    static Map<String, Object> values(PackContent content) {
        Map<String, Object> values = new LinkedHashMap<>(content.variables().values());
        Map<String, Object> packages = new LinkedHashMap<>();
        for (PackageRequest request : content.manifest().packages()) {
            PackageContent installed = content.packages().get(request.name());
            if (installed != null) {
                Map<String, Object> facts = new LinkedHashMap<>();
                facts.put(
                        "path",
                        request.installPath().isPresent()
                                ? request.installPath().get().text()
                                : null);
                facts.put("version", installed.version());
                packages.put(request.name(), facts);
            }
        }
        PackDescription description = content.manifest().pack();
        Map<String, Object> self = new LinkedHashMap<>();
        self.put("group", description.id().name().group());
        self.put("id", description.id().name().id());
        self.put("version", description.id().version().toString());
        self.put("name", description.name());
        values.put("packages", packages);
        values.put("pack", self);
        return values;
    }

    PackContent pack() {
        return pack;
    }

    TextRendering rendering() {
        return rendering;
    }

    Place manifest() {
        return manifest;
    }

    /** A digest of what a template sees under the name, a query's rows included; the same text for every name that there is not. */
    String digestOfValue(String name, Optional<TextRendering.Row> row) {
        if (row.isPresent() && row.get().name().equals(name)) {
            return ValueDigest.of(row.get().value());
        }
        String query = QueryRows.queryOf(name);
        if (query != null) {
            return digestOfRows(name, query);
        }
        if (!values.containsKey(name)) {
            return NO_VALUE;
        }
        return valueDigests.computeIfAbsent(name, any -> ValueDigest.of(values.get(any)));
    }

    /** A query that fails has none, so that whoever asked it is rendered again and says why. */
    private String digestOfRows(String name, String query) {
        String known = valueDigests.get(name);
        if (known == null) {
            known = NO_VALUE;
            if (pack.queries().names().contains(query)) {
                try {
                    known = ValueDigest.of(pack.queries().rows(query));
                } catch (PacksException failed) {
                    known = NO_VALUE;
                }
            }
            valueDigests.put(name, known);
        }
        return known;
    }

    String digestOfSource(String path) {
        return sourceDigests.computeIfAbsent(
                path,
                any -> RelativePath.fault(any).isPresent()
                        ? NO_VALUE
                        : pack.files()
                                .read(RelativePath.parse(any))
                                .map(ValueDigest::of)
                                .orElse(NO_VALUE));
    }
}
