package dev.packs.pack;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a pack whatever its version.
 *
 * @param group as a Maven groupId: letters, digits, {@code .}, {@code _}, {@code -}; at most 200 characters
 * @param id letters, digits, single hyphens; at most 100 characters
 */
public record PackName(String group, String id) implements Comparable<PackName> {

    private static final Pattern GROUP = Pattern.compile("[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*");

    public PackName {
        if (!isGroup(group)) {
            throw invalid(
                    "`" + group + "` is not a group",
                    "letters, digits, `_`, `-`, in parts joined by dots, as in `com.acme.packs`");
        }
        if (!isId(id)) {
            throw invalid(
                    "`" + id + "` is not a pack's id",
                    "letters, digits and single hyphens, at most 100, as in `web-api-starter`");
        }
    }

    public static boolean isGroup(String text) {
        return text.length() <= 200 && GROUP.matcher(text).matches();
    }

    public static boolean isId(String text) {
        return text.length() <= 100 && ID.matcher(text).matches();
    }

    private static PacksException invalid(String message, String help) {
        return Problem.of(ProblemCode.REFERENCE_INVALID, message).help(help).asException();
    }

    @Override
    public int compareTo(PackName other) {
        int order = group.compareTo(other.group);
        return order != 0 ? order : id.compareTo(other.id);
    }

    /** {@code group:id}. */
    @Override
    public String toString() {
        return group + ":" + id;
    }

    /** Written out: what a record makes of itself costs a cold JVM some thirty classes, and this is a key of many maps. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PackName name && group.equals(name.group) && id.equals(name.id);
    }

    @Override
    public int hashCode() {
        return 31 * group.hashCode() + id.hashCode();
    }
}
