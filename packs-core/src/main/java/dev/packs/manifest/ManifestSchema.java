package dev.packs.manifest;

import static dev.packs.manifest.Key.may;
import static dev.packs.manifest.Key.must;

import dev.packs.pack.PackDescription;
import dev.packs.pack.VariableType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The one description of {@code pack.toml}: its tables, their keys, and what each takes. */
public final class ManifestSchema {

    private static final Shape FLAG = new Shape.Flag();
    private static final Shape ANY = new Shape.Any();
    private static final Shape LINE = text(TextKind.LINE, 200);
    private static final Shape WHEN = text(TextKind.EXPRESSION, 1000);
    private static final Shape PATH = text(TextKind.PATH, 1024);
    private static final Shape OVERWRITE = new Shape.Choice(List.of("never", "always"));
    private static final Shape PERMISSIONS = text(TextKind.PERMISSIONS, 4);

    private static final Key WHEN_FILE =
            may("when", WHEN, "An expression; where it is false, nothing is written", "\"${enable_rest}\"");
    private static final Key OVERWRITE_KEY = may(
                    "overwrite", OVERWRITE, "What a scaffold does with a file that is there and differs", "\"always\"")
            .or("\"never\"");
    private static final Key PERMISSIONS_KEY =
            may("permissions", PERMISSIONS, "Octal permissions of the file that is written", "\"0755\"");

    /** {@code [pack.author]}. */
    static final Shape.Table AUTHOR = new Shape.Table(
            "[pack.author]",
            List.of(
                    must("name", LINE, "Who wrote the pack", "\"Jo Doe\""),
                    may("email", text(TextKind.EMAIL, 200), "Where to write to", "\"jo@example.com\""),
                    may("url", text(TextKind.URL, 500), "A page about the author", "\"https://example.com\"")));

    /** {@code [pack.requires]}. */
    static final Shape.Table REQUIRES = new Shape.Table(
            "[pack.requires]",
            List.of(
                    may("packs", constraint(), "Versions of Packs that can use the pack", "\">=0.1\""),
                    may("java", constraint(), "Versions of Java", "\">=17\""),
                    may("maven", constraint(), "Versions of Maven", "\">=3.8.1\"")));

    /** {@code [pack]}. In a project of packaging {@code pack}, group, id and version may come from the POM. */
    static final Shape.Table PACK = new Shape.Table(
            "[pack]",
            List.of(
                    may("group", text(TextKind.GROUP, 200), "With `id`, what identifies the pack", "\"com.acme.packs\"")
                            .or("the POM's"),
                    may("id", text(TextKind.ID, 100), "Letters, digits and single hyphens", "\"web-api-starter\"")
                            .or("the POM's"),
                    may("version", text(TextKind.VERSION, 128), "A version by SemVer 2.0.0", "\"1.2.0\"")
                            .or("the POM's"),
                    may("name", text(TextKind.LINE, 100), "The pack's name for people", "\"Web API Starter\"")
                            .or("the `id`"),
                    must("description", LINE, "One sentence about the pack", "\"A REST service.\""),
                    may(
                                    "category",
                                    new Shape.Choice(PackDescription.CATEGORIES),
                                    "What kind of thing it makes",
                                    "\"web\"")
                            .or("\"other\""),
                    may("license", text(TextKind.LICENSE, 500), "An SPDX licence expression", "\"Apache-2.0\""),
                    may("author", AUTHOR, "Who wrote it", "{ name = \"Jo Doe\" }"),
                    may("repository", text(TextKind.URL, 500), "Where its source is", "\"https://example.com/packs\""),
                    may(
                                    "tags",
                                    many(text(TextKind.LINE, 50)),
                                    "Words that `list` filters by",
                                    "[\"rest\", \"graphql\"]")
                            .or("[]"),
                    may("keywords", many(text(TextKind.LINE, 50)), "More words that `search` looks at", "[\"http\"]")
                            .or("[]"),
                    may("production_ready", FLAG, "Whether the author calls it fit for production", "true")
                            .or("false"),
                    may("requires", REQUIRES, "What it needs of the machine", "{ java = \">=17\" }")));

    /** {@code [[packages]]}. */
    static final Shape.Table PACKAGE = new Shape.Table(
            "[[packages]]",
            List.of(
                    must(
                            "name",
                            text(TextKind.COORDINATES, 200),
                            "`groupId:artifactId`, also the key of `packages['…']` in templates",
                            "\"org.webjars:bootstrap\""),
                    must("version", text(TextKind.PACKAGE_CONSTRAINT, 200), "Which versions will do", "\"^5.3\""),
                    may("type", new Shape.Choice(List.of("jar", "zip")), "The artifact's extension", "\"zip\"")
                            .or("\"jar\""),
                    may("classifier", text(TextKind.CLASSIFIER, 100), "The artifact's classifier", "\"sources\""),
                    may("optional", FLAG, "Where it cannot be had, the pack goes on without it", "true")
                            .or("false"),
                    may("transitive", FLAG, "Also its own dependencies", "true").or("false"),
                    may(
                            "install_path",
                            PATH,
                            "The folder below the output into which its files are copied",
                            "\"src/main/resources/static/vendor\""),
                    may("root", PATH, "The folder inside the package that is copied", "\"META-INF/resources\"")
                            .or("a WebJar's own folder, else all but `META-INF`"),
                    may(
                                    "include",
                                    many(text(TextKind.GLOB, 500)),
                                    "Globs below `root` that choose what is copied",
                                    "[\"dist/**\"]")
                            .or("everything")));

    /** {@code [[dependencies]]}. */
    static final Shape.Table DEPENDENCY = new Shape.Table(
            "[[dependencies]]",
            List.of(
                    must(
                            "pack",
                            text(TextKind.PACK, 301),
                            "`group:id` of the pack",
                            "\"dev.packs.starters:base-java\""),
                    must("version", constraint(), "Which versions will do", "\"^1.0\""),
                    may("optional", FLAG, "Nobody installs it for this pack's sake", "true")
                            .or("false"),
                    may("reason", text(TextKind.LINE, 500), "Why, for the reader", "\"shared formatter settings\"")));

    /** {@code [[variables]]}. */
    static final Shape.Table VARIABLE = new Shape.Table("[[variables]]", variableKeys());

    /** {@code items} of a list. */
    static final Shape.Table ITEMS = new Shape.Table("items", valueKeys());

    /** {@code fields} of an object. */
    static final Shape.Table FIELD = new Shape.Table("[[fields]]", fieldKeys());

    /** {@code [[templates]]}. */
    static final Shape.Table TEMPLATE = new Shape.Table(
            "[[templates]]",
            List.of(
                    must("name", text(TextKind.NAME, 100), "Unique in the pack", "\"application\""),
                    must("source", PATH, "The template's path in the pack", "\"templates/Application.java\""),
                    must(
                            "output",
                            text(TextKind.OUTPUT, 1024),
                            "The path below the output folder, itself a one-line template",
                            "\"src/[(${project_name})].txt\""),
                    WHEN_FILE,
                    may(
                            "for_each",
                            text(TextKind.FOR_EACH, 300),
                            "One file for each item of a list variable, or each row of a query",
                            "\"entity : entities\""),
                    OVERWRITE_KEY,
                    PERMISSIONS_KEY,
                    may(
                                    "engine",
                                    new Shape.Choice(List.of("thymeleaf", "velocity", "copy")),
                                    "What turns the source into text",
                                    "\"copy\"")
                            .or("\"thymeleaf\"")));

    /** {@code [[files]]}. */
    static final Shape.Table FILES = new Shape.Table(
            "[[files]]",
            List.of(
                    must("source", text(TextKind.GLOB, 1024), "A path or a glob in the pack", "\"files/**\""),
                    may(
                                    "output",
                                    text(TextKind.OUTPUT, 1024),
                                    "A folder below the output folder, itself a one-line template",
                                    "\"config\"")
                            .or("the output folder"),
                    WHEN_FILE,
                    OVERWRITE_KEY,
                    PERMISSIONS_KEY));

    /** {@code [[hooks.post_generate]]}. */
    static final Shape.Table HOOK = new Shape.Table(
            "[[hooks.post_generate]]",
            List.of(
                    must(
                            "run",
                            new Shape.Many(text(TextKind.LINE, 1000), 1),
                            "A program and its arguments; no shell",
                            "[\"mvn\", \"-q\", \"verify\"]"),
                    may(
                            "environment",
                            many(text(TextKind.ENVIRONMENT, 100)),
                            "Names of variables that it gets from the user's environment, beside the usual ones",
                            "[\"DOCKER_HOST\"]"),
                    may("timeout", new Shape.Whole(1), "Seconds, at most 3600, after which it is ended", "60")
                            .or("`300`")));

    /** {@code [hooks]}. */
    static final Shape.Table HOOKS = new Shape.Table(
            "[hooks]",
            List.of(may(
                    "post_generate",
                    many(HOOK),
                    "Commands that a user may let run",
                    "[{ run = [\"git\", \"init\"] }]")));

    /** {@code [[compose.collisions]]}. */
    static final Shape.Table COLLISION = new Shape.Table(
            "[[compose.collisions]]",
            List.of(
                    must(
                            "files",
                            text(TextKind.GLOB, 1024),
                            "A path or a glob below the output folder",
                            "\"**/*.yaml\""),
                    must(
                            "strategy",
                            new Shape.Choice(List.of("fail", "first", "last", "merge")),
                            "What becomes of such a file that several packs give",
                            "\"merge\"")));

    /** {@code [compose]}. */
    static final Shape.Table COMPOSE = new Shape.Table(
            "[compose]",
            List.of(may(
                            "collisions",
                            many(COLLISION),
                            "What becomes of files that several of the dependencies give; the first that matches"
                                    + " counts",
                            "[{ files = \"README.md\", strategy = \"first\" }]")
                    .or("[]")));

    /** {@code [archetype]}. */
    static final Shape.Table ARCHETYPE = new Shape.Table(
            "[archetype]",
            List.of(
                    must(
                            "group",
                            text(TextKind.GROUP, 200),
                            "The archetype's groupId",
                            "\"org.apache.maven.archetypes\""),
                    must("artifact", text(TextKind.ARTIFACT, 200), "Its artifactId", "\"maven-archetype-quickstart\""),
                    must("version", text(TextKind.MAVEN_VERSION, 200), "Its version, as Maven has it", "\"1.5\""),
                    must(
                            "digest",
                            text(TextKind.DIGEST, 71),
                            "Of its jar, compared before the jar is used",
                            "\"sha256:93b885adfe0da089cdf634904fd59f71b1a8f1c7b6f5b0e0d3f2e0c7d0e5a1b2\""),
                    must("jar", PATH, "The jar's path in the pack", "\"archetype/maven-archetype-quickstart-1.5.jar\""),
                    may(
                            "properties",
                            new Shape.Open(TextKind.VARIABLE, LINE),
                            "A variable's name, and the name of the archetype's property where that is another one",
                            "{ java_version = \"java-version\" }")));

    /** The whole file. */
    public static final Shape.Table MANIFEST = new Shape.Table(
            "pack.toml",
            List.of(
                    must("pack", PACK, "Who the pack is and what it is for", "{ description = \"A REST service.\" }"),
                    may("packages", many(PACKAGE), "Maven artifacts that it installs", "[]"),
                    may("dependencies", many(DEPENDENCY), "Packs that it needs", "[]"),
                    may("variables", many(VARIABLE), "Values that it asks for", "[]"),
                    may("templates", many(TEMPLATE), "Templates and where their text goes", "[]"),
                    may("files", many(FILES), "Files that are copied as they are", "[]")
                            .or("`files/**` keep their paths"),
                    may(
                            "sparql_queries",
                            new Shape.Open(TextKind.NAME, PATH),
                            "Named queries: a name, and the path of the query in the pack",
                            "{ find_related = \"queries/find-related.rq\" }"),
                    may(
                            "compose",
                            COMPOSE,
                            "That the pack makes one project of its dependencies, and how their files are put together",
                            "{ collisions = [] }"),
                    may(
                            "archetype",
                            ARCHETYPE,
                            "The Maven archetype that makes all files, instead of templates",
                            "{ group = \"com.acme\", artifact = \"service-archetype\", version = \"1.0\", digest ="
                                    + " \"sha256:93b885adfe0da089cdf634904fd59f71b1a8f1c7b6f5b0e0d3f2e0c7d0e5a1b2\", jar ="
                                    + " \"archetype/service-archetype-1.0.jar\" }"),
                    may("hooks", HOOKS, "What may run after a generation", "{ post_generate = [] }"),
                    may(
                            "metadata",
                            new Shape.Open(TextKind.LINE, ANY),
                            "What the author claims, as `test_coverage`, `code_examples`, `documentation_files`;"
                                    + " nothing is decided by it",
                            "{ test_coverage = 87.0 }")));

    /** Tables that hold themselves. */
    public static final Map<String, Shape.Table> DEFINITIONS = Map.of("items", ITEMS, "field", FIELD);

    private ManifestSchema() {}

    /** The JSON Schema (draft 2020-12) of the manifest, for editors; the same text every time. */
    public static String toJson() {
        return SchemaJson.write(MANIFEST, DEFINITIONS);
    }

    private static Shape text(TextKind kind, int longest) {
        return new Shape.Text(kind, longest);
    }

    private static Shape constraint() {
        return text(TextKind.CONSTRAINT, 200);
    }

    private static Shape many(Shape item) {
        return new Shape.Many(item, 0);
    }

    private static List<Key> variableKeys() {
        List<Key> keys = new ArrayList<>();
        keys.add(must("name", text(TextKind.VARIABLE, 100), "A letter, then letters, digits and `_`", "\"database\""));
        keys.addAll(fieldOnlyKeys());
        keys.addAll(valueKeys());
        keys.add(may("group", LINE, "The heading under which people are asked for it", "\"Storage\""));
        keys.add(may(
                "when",
                WHEN,
                "An expression over the variables before it; where it is false, the variable has its default, or null",
                "\"${enable_rest}\""));
        keys.add(may("secret", FLAG, "Its value never reaches logs, answers or reports", "true")
                .or("false"));
        return keys;
    }

    private static List<Key> fieldKeys() {
        List<Key> keys = new ArrayList<>();
        keys.add(must("name", text(TextKind.FIELD, 100), "A letter, then letters, digits and `_`", "\"type_name\""));
        keys.addAll(fieldOnlyKeys());
        keys.addAll(valueKeys());
        return keys;
    }

    private static List<Key> fieldOnlyKeys() {
        return List.of(
                may("required", FLAG, "Whether there must be a value", "true").or("false"),
                may(
                        "default",
                        ANY,
                        "The value where nobody gives one; of a variable also an expression `${…}` over the variables"
                                + " before it",
                        "\"postgres\""));
    }

    private static List<Key> valueKeys() {
        return List.of(
                may("type", new Shape.Choice(VariableType.keys()), "What kind of value it takes", "\"integer\"")
                        .or("\"string\""),
                may("description", text(TextKind.TEXT, 1000), "What it is for", "\"Where the data is kept\""),
                may("options", many(ANY), "The only values allowed", "[\"postgres\", \"h2\"]")
                        .or("any value"),
                may(
                        "pattern",
                        text(TextKind.REGEX, 500),
                        "A regular expression that the whole string must match",
                        "\"[a-z]+\""),
                may("min", new Shape.Whole(Long.MIN_VALUE), "The least integer, or number of characters or items", "1"),
                may(
                        "max",
                        new Shape.Whole(Long.MIN_VALUE),
                        "The greatest integer, or number of characters or items",
                        "100"),
                may("example", ANY, "A good value, shown where one is asked for", "\"h2\""),
                may("items", new Shape.Ref("items"), "What the items of a list are", "{ type = \"string\" }")
                        .or("strings"),
                may(
                        "fields",
                        many(new Shape.Ref("field")),
                        "What an object consists of",
                        "[{ name = \"type_name\" }]"));
    }
}
