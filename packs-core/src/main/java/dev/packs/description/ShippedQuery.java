package dev.packs.description;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A query that comes with Packs; {@code docs/sparql.md} explains each. */
public enum ShippedQuery {
    FIND_RELATED_PACKS("find_related_packs", List.of("pack"), List.of(), false),
    FIND_PACKS_BY_CATEGORY("find_packs_by_category", List.of(), List.of("category", "min_score"), false),
    FIND_DEPENDENTS("find_dependents", List.of("pack"), List.of(), false),
    FIND_SHARED_PACKAGES("find_shared_packages", List.of(), List.of("package"), false),
    FIND_INCOMPATIBLE_CONSTRAINTS("find_incompatible_constraints", List.of(), List.of(), true);

    private final String key;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of, as the next
    private final List<String> required;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> optional;

    private final boolean ofSet;

    ShippedQuery(String key, List<String> required, List<String> optional, boolean ofSet) {
        this.key = key;
        this.required = required;
        this.optional = optional;
        this.ofSet = ofSet;
    }

    /** As {@code -Dquery} has it. */
    public String key() {
        return key;
    }

    /** Variables that must have a value. */
    public List<String> required() {
        return required;
    }

    /** Variables that may have a value. */
    public List<String> optional() {
        return optional;
    }

    /** Whether it is about the packs that are named, and not about one of them among all. */
    public boolean isOfSet() {
        return ofSet;
    }

    /** SPARQL. */
    public String text() {
        try (InputStream resource = ShippedQuery.class.getResourceAsStream(key + ".rq")) {
            if (resource == null) {
                throw new IllegalStateException(key + ".rq is missing");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException("the plugin's jar cannot be read", failed);
        }
    }

    public static Optional<ShippedQuery> find(String key) {
        for (ShippedQuery query : values()) {
            if (query.key.equals(key)) {
                return Optional.of(query);
            }
        }
        return Optional.empty();
    }

    public static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (ShippedQuery query : values()) {
            keys.add(query.key);
        }
        return keys;
    }
}
