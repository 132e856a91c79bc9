package dev.packs.site;

import java.util.List;
import java.util.Optional;

/**
 * What a page says of a pack in a few words each.
 *
 * @param author a name, with an address if there is one
 * @param archetype the Maven archetype that it is made of
 * @param requirements as {@code Java >=17}
 * @param versions those that are known, newest first
 */
public record SiteFacts(
        Optional<String> license,
        Optional<Author> author,
        Optional<String> repository,
        Optional<String> archetype,
        List<String> requirements,
        List<String> versions) {

    public SiteFacts {
        requirements = List.copyOf(requirements);
        versions = List.copyOf(versions);
    }

    /** @param address of a page or a mailbox; nobody has checked it */
    public record Author(String name, Optional<String> address) {}
}
