package dev.packs.io;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A path below some root that cannot leave it and means the same on every platform: segments joined by {@code /}, none of them empty, {@code .}, {@code ..}, ending in a
 * dot or a space, a Windows device name, longer than 255 UTF-8 bytes or with a character that some file system refuses.
 *
 * @param text the segments joined by {@code /}
 */
public record RelativePath(String text) implements Comparable<RelativePath> {

    private static final Set<String> DEVICES = Set.of(
            "con", "prn", "aux", "nul", "com0", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9", "conin$", "conout$");

    private static final int LONGEST = 1024;
    private static final int LONGEST_DEVICE = 7;
    /** No character takes more than three bytes for each of its code units. */
    private static final int SURELY_SHORT = 255 / 3;

    public RelativePath {
        Optional<String> fault = fault(text);
        if (fault.isPresent()) {
            throw new PacksException(Problem.of(
                    ProblemCode.PATH_ESCAPES,
                    "`" + printable(text) + "` is not a path inside its folder: " + fault.get()));
        }
    }

    /** @throws PacksException {@link ProblemCode#PATH_ESCAPES}, with the reason */
    public static RelativePath parse(String text) {
        return new RelativePath(text);
    }

    /** Why the text is no relative path; empty if it is one. */
    public static Optional<String> fault(String text) {
        if (text.isEmpty()) {
            return Optional.of("it is empty");
        }
        if (text.length() > LONGEST) {
            return Optional.of("it is longer than " + LONGEST + " characters");
        }
        int from = 0;
        for (int slash = text.indexOf('/'); slash >= 0; slash = text.indexOf('/', from)) {
            Optional<String> fault = faultOfSegment(text, from, slash);
            if (fault.isPresent()) {
                return fault;
            }
            from = slash + 1;
        }
        return faultOfSegment(text, from, text.length());
    }

    /** Most segments are plain, and there are many of them, so those are not even cut out. */
    private static Optional<String> faultOfSegment(String path, int from, int to) {
        boolean isPlain = from < to && to - from <= SURELY_SHORT && path.charAt(to - 1) != '.';
        boolean mayBeDevice = isPlain && startsAsDevice(path.charAt(from));
        isPlain &= !mayBeDevice || to - from > LONGEST_DEVICE;
        for (int i = from; i < to && isPlain; i++) {
            char c = path.charAt(i);
            // A device may have any extension.
            isPlain = isPlain(c) && (c != '.' || !mayBeDevice || i - from > LONGEST_DEVICE);
        }
        return isPlain ? Optional.empty() : faultOfSegment(path.substring(from, to));
    }

    private static Optional<String> faultOfSegment(String segment) {
        if (segment.isEmpty()) {
            return Optional.of("it starts or ends with `/` or has `//` in it");
        }
        if (segment.equals(".") || segment.equals("..")) {
            return Optional.of("it has the segment `" + segment + "`");
        }
        if (segment.endsWith(".") || segment.endsWith(" ")) {
            return Optional.of("a segment ends with a dot or a space, which Windows drops");
        }
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (isPlain(c)) {
                continue;
            }
            if (c < 0x20
                    || c == 0x7f
                    || "\\:*?\"<>|".indexOf(c) >= 0
                    || isInvisible(c)
                    || RefusedCharacters.isHalf(segment, i)) {
                return Optional.of(String.format(Locale.ROOT, "it has the character U+%04X", (int) c));
            }
        }
        int dot = segment.indexOf('.');
        String stem = (dot < 0 ? segment : segment.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
        if (DEVICES.contains(stem)) {
            return Optional.of("`" + segment + "` is a device on Windows");
        }
        if (segment.length() > SURELY_SHORT && segment.getBytes(StandardCharsets.UTF_8).length > 255) {
            return Optional.of("a segment is longer than 255 bytes");
        }
        return Optional.empty();
    }

    private static boolean startsAsDevice(char c) {
        return "acnplACNPL".indexOf(c) >= 0;
    }

    /** What most names are made of. */
    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    }

    /** Control, bidirectional and zero-width characters, which make a name read as another. */
    private static boolean isInvisible(char c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        text.chars()
                .limit(LONGEST)
                .forEach(c -> safe.append(c < 0x20 || c == 0x7f || isInvisible((char) c) ? '?' : (char) c));
        return safe.toString();
    }

    public List<String> segments() {
        return List.of(text.split("/"));
    }

    /** The last segment. */
    public String fileName() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    public RelativePath resolve(RelativePath below) {
        return new RelativePath(text + "/" + below.text);
    }

    /** Whether this path is the folder itself or lies below it. */
    public boolean startsWith(RelativePath folder) {
        return text.equals(folder.text) || text.startsWith(folder.text + "/");
    }

    /** What two paths share that a file system which ignores case or normalises Unicode takes for one. */
    public String collisionKey() {
        return LookalikeNames.key(text);
    }

    public Path under(Path root) {
        Path path = root;
        for (String segment : segments()) {
            path = path.resolve(segment);
        }
        return path;
    }

    @Override
    public int compareTo(RelativePath other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Written out: what a record makes of itself costs a cold JVM some thirty classes, and this is a key of many maps. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RelativePath path && text.equals(path.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
