package dev.packs.site;

import java.util.List;
import java.util.Optional;

/**
 * A variable as a page shows it; values are texts.
 *
 * @param value the default; none of a secret
 * @param bounds what else holds of values: a pattern, a least, a greatest
 * @param parts the fields of an object, or those of a list's items
 */
public record SiteVariable(
        String name,
        String type,
        Optional<String> description,
        Optional<String> value,
        boolean required,
        boolean secret,
        List<String> options,
        Optional<String> example,
        List<String> bounds,
        Optional<String> when,
        List<SiteVariable> parts) {

    public SiteVariable {
        options = List.copyOf(options);
        bounds = List.copyOf(bounds);
        parts = List.copyOf(parts);
    }
}
