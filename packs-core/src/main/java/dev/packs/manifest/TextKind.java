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
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** What a string must be, beyond being one. */
public enum TextKind {
    /** Anything, also several lines. */
    TEXT(""),
    /** One line that is not blank. */
    LINE(".*\\S.*"),
    GROUP("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*"),
    ID("[A-Za-z0-9]+(-[A-Za-z0-9]+)*"),
    VERSION("[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?"),
    CONSTRAINT(""),
    /** A constraint on the versions of a package, which may be of Maven's kind. */
    PACKAGE_CONSTRAINT(""),
    LICENSE("[A-Za-z0-9.+:() -]+"),
    EMAIL("[^\\s@]+@[^\\s@]+", "an e-mail address", "`somebody@example.com`"),
    URL("https?://[^\\s]+", "a web address", "`https://example.com/packs`"),
    /** {@code groupId:artifactId} of Maven. */
    COORDINATES("[A-Za-z0-9_.-]+:[A-Za-z0-9_.-]+", "`groupId:artifactId`", "`org.webjars:bootstrap`"),
    /** {@code group:id} of a pack. */
    PACK("[A-Za-z0-9_.-]+:[A-Za-z0-9-]+"),
    /** An artifactId of Maven. */
    ARTIFACT("[A-Za-z0-9_.-]+", "an artifactId", "`maven-archetype-quickstart`"),
    CLASSIFIER("[A-Za-z0-9_.-]+", "a classifier", "`sources`"),
    PATH("[^\\\\:*?\"<>|/][^\\\\:*?\"<>|]*"),
    GLOB("[^\\\\/].*"),
    OUTPUT(".+"),
    EXPRESSION("\\$\\{[\\s\\S]+\\}"),
    REGEX(""),
    FOR_EACH(
            "\\s*[A-Za-z][A-Za-z0-9_]*\\s*:\\s*([A-Za-z][A-Za-z0-9_]*|query\\(\\s*[A-Za-z][A-Za-z0-9_-]*\\s*\\))\\s*",
            "`item : list` or `item : query(name)`",
            "`entity : entities` for a list variable"),
    PERMISSIONS("0[0-7]{3}", "octal permissions", "`0755`"),
    VARIABLE("[A-Za-z][A-Za-z0-9_]*"),
    /** The name of a variable of the environment. */
    ENVIRONMENT("[A-Za-z_][A-Za-z0-9_]*", "the name of a variable of the environment", "`DOCKER_HOST`"),
    /** The name of a field, a template or a query. */
    NAME("[A-Za-z][A-Za-z0-9_-]*", "a name", "a letter, then letters, digits, `_` and `-`, as in `application`"),
    FIELD("[A-Za-z][A-Za-z0-9_]*", "a field's name", "a letter, then letters, digits and `_`, as in `type_name`"),
    DIGEST("sha256:[0-9a-f]{64}", "a digest", "`sha256:` and 64 digits"),
    /** A version by Maven's rules, which allow nearly anything. */
    MAVEN_VERSION("[A-Za-z0-9._+-]+", "a version", "`5.3.8`"),
    /** A pack's id as a project declares it. */
    DECLARED("[A-Za-z0-9][A-Za-z0-9._-]*", "an id", "`model`");

    private final String syntax;
    private final String noun;
    private final String help;

    /** Compiled when it is first needed. */
    @SuppressWarnings("ImmutableEnumChecker")
    private volatile @Nullable Pattern pattern;

    TextKind(String syntax) {
        this(syntax, "", "");
    }

    /** A kind that its pattern says all about. */
    TextKind(String syntax, String noun, String help) {
        this.syntax = syntax;
        this.noun = noun;
        this.help = help;
    }

    /** What JSON Schema can say about it: a regular expression for the whole string. */
    Optional<String> syntax() {
        return syntax.isEmpty() ? Optional.empty() : Optional.of("^(?:" + syntax + ")$");
    }

    Optional<Fault> fault(String text) {
        return switch (this) {
            case TEXT -> Optional.empty();
            case LINE -> line(text);
            case GROUP -> group(text);
            case ID -> id(text);
            case VERSION -> version(text);
            case CONSTRAINT, PACKAGE_CONSTRAINT -> constraint(text);
            case LICENSE -> LicenseText.fault(text);
            case PACK -> pack(text);
            case PATH -> path(text, text);
            case GLOB -> GlobText.fault(text);
            case OUTPUT -> OutputText.fault(text);
            case EXPRESSION -> expression(text);
            case REGEX -> regex(text);
            case VARIABLE -> VariableNames.fault(text);
            case EMAIL,
                    URL,
                    COORDINATES,
                    ARTIFACT,
                    CLASSIFIER,
                    FOR_EACH,
                    PERMISSIONS,
                    ENVIRONMENT,
                    NAME,
                    FIELD,
                    DIGEST,
                    MAVEN_VERSION,
                    DECLARED -> unlessMatching(text);
        };
    }

    private Optional<Fault> unlessMatching(String text) {
        Pattern compiled = pattern;
        if (compiled == null) {
            compiled = Pattern.compile(syntax);
            pattern = compiled;
        }
        return compiled.matcher(text).matches()
                ? Optional.empty()
                : Optional.of(Fault.of("`" + text + "` is not " + noun, "write " + help));
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

    private Optional<Fault> constraint(String text) {
        try {
            if (this == PACKAGE_CONSTRAINT) {
                VersionConstraint.parsePackage(text);
            } else {
                VersionConstraint.parse(text);
            }
            return Optional.empty();
        } catch (PacksException invalid) {
            Problem problem = invalid.problems().get(0);
            return Optional.of(new Fault(problem.code(), problem.message(), problem.help(), -1));
        }
    }

    /** @param written as the author wrote it, for the message */
    static Optional<Fault> path(String text, String written) {
        Optional<String> reason = RelativePath.fault(text);
        return reason.isEmpty()
                ? Optional.empty()
                : Optional.of(Fault.of(
                                "`" + written + "` is not a path inside its folder: " + reason.get(),
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
