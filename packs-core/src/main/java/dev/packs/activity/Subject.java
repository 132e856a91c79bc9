package dev.packs.activity;

/**
 * What a piece of work is about. A part that there is none of is empty.
 *
 * @param pack a pack or a package: {@code group:id:version}
 * @param name of a part of it, or of who has it: a template, a query, a repository
 * @param path of a file: in the output, in a repository, in the pack
 */
public record Subject(String pack, String name, String path) {

    public static Subject of(String pack) {
        return new Subject(pack, "", "");
    }

    public static Subject of(String pack, String name) {
        return new Subject(pack, name, "");
    }
}
