package dev.packs.manifest;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.io.RelativePath;
import dev.packs.pack.PackName;
import dev.packs.version.Version;
import dev.packs.version.VersionConstraint;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What a string must be, beyond being one. */
public enum TextKind {
    /** Anything, also several lines. */
    TEXT("", text -> Optional.empty()),
    /** One line that is not blank. */
    LINE(".*\\S.*", TextKind::line),
    GROUP("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*", TextKind::group),
    ID("[A-Za-z0-9]+(-[A-Za-z0-9]+)*", TextKind::id),
    VERSION("[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?", TextKind::version),
    CONSTRAINT("", TextKind::constraint),
    LICENSE("[A-Za-z0-9.+:() -]+", LicenseText::fault),
    EMAIL("[^\\s@]+@[^\\s@]+", "an e-mail address", "`somebody@example.com`"),
    URL("https?://[^\\s]+", "a web address", "`https://example.com/packs`"),
    /** {@code groupId:artifactId} of Maven. */
    COORDINATES("[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+", "`groupId:artifactId`", "`org.webjars:bootstrap`"),
    /** {@code group:id} of a pack. */
    PACK("[A-Za-z0-9_.-]+:[A-Za-z0-9-]+", TextKind::pack),
    CLASSIFIER("[A-Za-z0-9_.-]+", "a classifier", "`sources`"),
    PATH("[^\\\\:*?\"<>|/][^\\\\:*?\"<>|]*", text -> path(text, text)),
    GLOB("[^\\\\/].*", GlobText::fault),
    OUTPUT(".+", OutputText::fault),
    EXPRESSION("\\$\\{[\\s\\S]+\\}", TextKind::expression),
    REGEX("", TextKind::regex),
    FOR_EACH(
            "\\s*[A-Za-z][A-Za-z0-9_]*\\s*:\\s*([A-Za-z][A-Za-z0-9_]*|query\\(\\s*[A-Za-z][A-Za-z0-9_-]*\\s*\\))\\s*",
            "`item : list` or `item : query(name)`",
            "`entity : entities` for a list variable"),
    PERMISSIONS("0[0-7]{3}", "octal permissions", "`0755`"),
    VARIABLE("[A-Za-z][A-Za-z0-9_]*", VariableNames::fault),
    /** The name of a field, a template or a query. */
    NAME("[A-Za-z][A-Za-z0-9_-]*", "a name", "a letter, then letters, digits, `_` and `-`, as in `application`"),
    FIELD("[A-Za-z][A-Za-z0-9_]*", "a field's name", "a letter, then letters, digits and `_`, as in `type_name`"),
    DIGEST("sha256:[0-9a-f]{64}", "a digest", "`sha256:` and 64 digits"),
    /** A version by Maven's rules, which allow nearly anything. */
    MAVEN_VERSION("[A-Za-z0-9._+-]+", "a version", "`5.3.8`"),
    /** A pack's id as a project declares it. */
    DECLARED("[A-Za-z0-9][A-Za-z0-9._-]*", "an id", "`model`");

    private final String syntax;
    /** Functions without state, which no type says. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Function<String, Optional<Fault>> check;

    TextKind(String syntax, Function<String, Optional<Fault>> check) {
        this.syntax = syntax;
        this.check = check;
    }

    /** A kind that its pattern says all about. */
    TextKind(String syntax, String noun, String help) {
        Pattern pattern = Pattern.compile(syntax);
        this.syntax = syntax;
        this.check = text -> pattern.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(Fault.of("`" + text + "` is not " + noun, "write " + help));
    }

    /** What JSON Schema can say about it: a regular expression for the whole string. */
    Optional<String> syntax() {
        return syntax.isEmpty() ? Optional.empty() : Optional.of("^(?:" + syntax + ")$");
    }

    Optional<Fault> fault(String text) {
        return check.apply(text);
    }

    private static Optional<Fault> line(String text) {
        if (text.isBlank()) {
            return Optional.of(Fault.of("`" + text + "` is blank", "write something, or leave the key out"));
        }
        return text.indexOf('\n') < 0 && text.indexOf('\r') < 0
                ? Optional.empty()
                : Optional.of(Fault.of("the text has more than one line", "write it on one line"));
    }

    private static Optional<Fault> group(String text) {
        return PackName.isGroup(text)
                ? Optional.empty()
                : Optional.of(Fault.of(
                        "`" + text + "` is not a group",
                        "letters, digits, `_` and `-`, in parts joined by dots, as in `com.acme.packs`"));
    }

    private static Optional<Fault> id(String text) {
        return PackName.isId(text)
                ? Optional.empty()
                : Optional.of(Fault.of(
                        "`" + text + "` is not a pack's id",
                        "letters, digits and single hyphens, at most 100, as in `web-api-starter`"));
    }

    private static Optional<Fault> pack(String text) {
        int colon = text.indexOf(':');
        return colon > 0 && PackName.isGroup(text.substring(0, colon)) && PackName.isId(text.substring(colon + 1))
                ? Optional.empty()
                : Optional.of(Fault.of(
                        "`" + text + "` is not the name of a pack",
                        "write `group:id`, as in `dev.packs.starters:base-java`; the version has its own key"));
    }

    private static Optional<Fault> version(String text) {
        return Version.find(text).isPresent()
                ? Optional.empty()
                : Optional.of(Fault.of(
                                "`" + text + "` is not a version by SemVer 2.0.0",
                                "three numbers, as in `1.2.0`, then perhaps a pre-release, as in `1.2.0-rc.1`")
                        .code(ProblemCode.VERSION_INVALID));
    }

    private static Optional<Fault> constraint(String text) {
        try {
            VersionConstraint.parse(text);
            return Optional.empty();
        } catch (PacksException invalid) {
            Problem problem = invalid.problems().get(0);
            return Optional.of(new Fault(problem.code(), problem.message(), problem.help(), -1));
        }
    }

    /** @param written as the author wrote it, for the message */
    static Optional<Fault> path(String text, String written) {
        return RelativePath.fault(text)
                .map(reason -> Fault.of(
                                "`" + written + "` is not a path inside its folder: " + reason,
                                "write a relative path with `/` between its parts, as in `templates/Application.java`")
                        .code(ProblemCode.PATH_ESCAPES));
    }

    static boolean isExpression(String text) {
        return text.startsWith("${")
                && text.endsWith("}")
                && text.length() > 3
                && !text.substring(2, text.length() - 1).isBlank();
    }

    private static Optional<Fault> expression(String text) {
        return isExpression(text)
                ? Optional.empty()
                : Optional.of(Fault.of(
                        "`" + text + "` is not an expression", "write `${` and `}` around it, as in `${enable_rest}`"));
    }

    private static Optional<Fault> regex(String text) {
        try {
            Pattern.compile(text);
            return Optional.empty();
        } catch (PatternSyntaxException invalid) {
            String reason = invalid.getDescription().toLowerCase(Locale.ROOT);
            return Optional.of(Fault.of(
                            "`" + text + "` is not a regular expression: " + reason,
                            "in a TOML string in double quotes a backslash is written twice; one in single quotes takes it as it is")
                    .at(Math.max(0, Math.min(invalid.getIndex(), text.length()))));
        } catch (StackOverflowError deep) {
            return Optional.of(Fault.of("the regular expression is nested too deeply", "write a simpler one"));
        }
    }
}
