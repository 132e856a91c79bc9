package dev.packs.operation;

import dev.packs.archetype.ArchetypeContent;
import dev.packs.archetype.ArchetypeId;
import dev.packs.archetype.ArchetypeKind;
import dev.packs.archetype.ArchetypeProperty;
import dev.packs.archetype.ArchetypeScript;
import dev.packs.archetype.ArchetypeTestProject;
import dev.packs.generation.FileContent;
import dev.packs.integrity.Digest;
import dev.packs.io.FileTree;
import dev.packs.io.LookalikeNames;
import dev.packs.io.MadeFiles;
import dev.packs.io.RelativePath;
import dev.packs.manifest.ParsedManifest;
import dev.packs.manifest.TomlPlaces;
import dev.packs.manifest.TomlText;
import dev.packs.manifest.VariableSyntax;
import dev.packs.operation.ArchetypeFidelity.Finding;
import dev.packs.operation.ArchetypeFidelity.Kind;
import dev.packs.pack.PackArchetype;
import dev.packs.pack.PackDescription;
import dev.packs.pack.PackId;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackRequirements;
import dev.packs.pack.VariableDefinition;
import dev.packs.source.PackContent;
import dev.packs.source.PackOrigin;
import dev.packs.terminal.ShellText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An archetype as a pack: its jar as it is, a manifest that asks for its properties, and what is to be said of both. The same archetype always gives the same pack.
 *
 * @param group of the pack
 * @param digest of the jar
 * @param variables the properties that every archetype has, then the others in the order of the descriptor
 */
record ArchetypePack(
        ArchetypeId archetype,
        String group,
        FileContent jar,
        Digest digest,
        ArchetypeContent content,
        List<ArchetypeVariable> variables) {

    private static final RelativePath MANIFEST = RelativePath.parse("pack.toml");
    private static final RelativePath README = RelativePath.parse("README.md");
    private static final RelativePath REPORT = RelativePath.parse("archetype/fidelity.txt");
    private static final List<String> TAGS = List.of("archetype");
    private static final List<String> STANDARD = List.of("groupId", "artifactId", "version", "package");

    ArchetypePack {
        variables = List.copyOf(variables);
    }

    static ArchetypePack of(ArchetypeId archetype, FileContent jar, ArchetypeContent content) {
        List<ArchetypeProperty> properties = new ArrayList<>(content.asked());
        // A stable sort: what every archetype has comes first, everything else stays in its order.
        properties.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        Set<String> taken = new HashSet<>();
        List<ArchetypeVariable> variables = new ArrayList<>();
        for (ArchetypeProperty property : properties) {
            variables.add(new ArchetypeVariable(variableName(property.key(), taken), property));
        }
        return new ArchetypePack(archetype, groupOf(archetype), jar, Digest.of(jar.bytes()), content, variables);
    }

    /** The archetype's, as far as a pack may have it. */
    private static String groupOf(ArchetypeId archetype) {
        return archetype
                .group()
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^\\.|\\.$", "")
                .replace('+', '-');
    }

    /**
     * The same beside groups whose packs come from one place alone, where nobody would find it.
     *
     * @param served those groups
     */
    ArchetypePack beside(Set<String> served) {
        return served.contains(group)
                ? new ArchetypePack(archetype, group + ".archetypes", jar, digest, content, variables)
                : this;
    }

    private static int rank(ArchetypeProperty property) {
        int rank = STANDARD.indexOf(property.key());
        return rank < 0 ? STANDARD.size() : rank;
    }

    /** A name that a variable may have: the property's own where it is one, else the nearest that nobody has. */
    private static String variableName(String key, Set<String> taken) {
        String name = key.replaceAll("[^A-Za-z0-9_]", "_");
        if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
            name = "p_" + name;
        }
        name = name.substring(0, Math.min(name.length(), 90));
        if (VariableSyntax.isReserved(name)) {
            name = "the_" + name;
        }
        String free = name;
        for (int number = 2; !taken.add(LookalikeNames.key(free)); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    /** Named like the archetype, with {@code -pack} behind it. */
    PackId id() {
        String id = archetype.artifact().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^-|-$", "");
        return new PackId(
                new PackName(group, id.substring(0, Math.min(id.length(), 90)) + "-pack"),
                ArchetypeVersions.semantic(archetype.version()));
    }

    /** How the pack is asked for: with its version where nobody gets it unasked. */
    static String reference(PackId id) {
        return id.name() + (id.version().isPreRelease() ? "@" + id.version() : "");
    }

    RelativePath jarPath() {
        return RelativePath.parse("archetype/" + archetype.jarName());
    }

    /** Generates from the pack: with all that has to be given, and the script that has to be allowed. */
    String command(ShellText shell) {
        return "mvn packs:generate -Dpack=" + reference(id()) + " -Dname=my-app"
                + ShowPack.Description.needed(definition(), shell)
                + script().map(digest -> " -Dpacks.allowScript=" + digest.hex()).orElse("");
    }

    /** The digest of the script that runs after generation. Archetypes of the old kind have none. */
    Optional<Digest> script() {
        return content.script().map(ArchetypeScript::digest);
    }

    /** Everything that the pack consists of. */
    MadeFiles files(ArchetypeFidelity fidelity) {
        return MadeFiles.empty()
                .with(MANIFEST, projectManifest())
                .with(README, readme())
                .with(REPORT, String.join("\n", fidelity.lines()) + "\n")
                .with(jarPath(), jar.bytes());
    }

    /**
     * The pack, which lies nowhere as such. Its manifest is written only for those who read it: whoever generates need not, and loads nothing that reads TOML.
     *
     * @param place of the archetype's jar
     */
    PackContent content(Optional<Path> place) {
        ParsedManifest manifest =
                new ParsedManifest(definition(), TomlPlaces.none(archetype.artifact() + "!/" + MANIFEST), List.of());
        return new PackContent(
                id(), PackOrigin.ARCHETYPE, new Files(this), Optional.of(digest()), place, Optional.of(manifest));
    }

    private record Files(ArchetypePack pack) implements FileTree {

        @Override
        public SortedSet<RelativePath> paths() {
            return new TreeSet<>(List.of(MANIFEST, pack.jarPath()));
        }

        @Override
        public Optional<byte[]> read(RelativePath path) {
            if (path.equals(MANIFEST)) {
                return Optional.of(pack.manifest().getBytes(StandardCharsets.UTF_8));
            }
            return path.equals(pack.jarPath()) ? Optional.of(pack.jar().bytes()) : Optional.empty();
        }

        @Override
        public boolean isExecutable(RelativePath path) {
            return false;
        }
    }

    /** What {@link #manifest} says. */
    PackManifest definition() {
        List<VariableDefinition> definitions = new ArrayList<>();
        for (ArchetypeVariable variable : variables) {
            definitions.add(variable.definition());
        }
        return new PackManifest(
                new PackDescription(
                        id(),
                        name(),
                        description(),
                        "other",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        TAGS,
                        List.of(),
                        false,
                        PackRequirements.none()),
                List.of(),
                List.of(),
                definitions,
                List.of(),
                List.of(),
                Collections.emptySortedMap(),
                List.of(),
                Map.of(),
                Optional.of(new PackArchetype(
                        archetype.group(), archetype.artifact(), archetype.version(), digest(), jarPath(), renamed())),
                Optional.empty());
    }

    private String name() {
        return shortened(archetype.artifact(), 100);
    }

    private String description() {
        return shortened("The archetype " + archetype + " as a pack", 200);
    }

    /** The property of each variable that is called otherwise. */
    private SortedMap<String, String> renamed() {
        SortedMap<String, String> renamed = new TreeMap<>();
        for (ArchetypeVariable variable : variables) {
            if (!variable.name().equals(variable.property().key())) {
                renamed.put(variable.name(), variable.property().key());
            }
        }
        return renamed;
    }

    String manifest() {
        PackId id = id();
        StringBuilder text = new StringBuilder("[pack]\n");
        key(text, "group", id.name().group());
        key(text, "id", id.name().id());
        key(text, "version", id.version().toString());
        return text + manifestAfterName();
    }

    /** As the project has it, whose POM says group, id and version. */
    private String projectManifest() {
        return "# Made of the archetype " + archetype
                + ", whose jar lies beside. Group, id and version are those of the pom.xml.\n[pack]\n"
                + manifestAfterName();
    }

    private String manifestAfterName() {
        StringBuilder text = new StringBuilder();
        key(text, "name", name());
        key(text, "description", description());
        key(text, "tags", TAGS);
        text.append("\n[archetype]\n");
        key(text, "group", archetype.group());
        key(text, "artifact", archetype.artifact());
        key(text, "version", archetype.version());
        key(text, "digest", digest().toString());
        key(text, "jar", jarPath().text());
        // In the order of the variables.
        Map<String, Object> properties = new LinkedHashMap<>();
        SortedMap<String, String> renamed = renamed();
        for (ArchetypeVariable variable : variables) {
            if (renamed.containsKey(variable.name())) {
                properties.put(variable.name(), variable.property().key());
            }
        }
        if (!properties.isEmpty()) {
            key(text, "properties", properties);
        }
        for (ArchetypeVariable variable : variables) {
            text.append(variable.toml());
        }
        return text.toString();
    }

    private static void key(StringBuilder text, String key, Object value) {
        text.append(key).append(" = ").append(TomlText.inline(value)).append('\n');
    }

    private static String shortened(String text, int longest) {
        return text.substring(0, Math.min(text.length(), longest));
    }

    private String readme() {
        PackId id = id();
        StringBuilder text = new StringBuilder();
        text.append("# ").append(id.name().id()).append("\n\n");
        text.append("The Maven archetype `")
                .append(archetype)
                .append("` as a pack. It makes what `mvn archetype:generate` makes of the archetype:\n\n");
        text.append("```sh\n").append(command(ShellText.POSIX)).append("\n```\n\n");
        if (script().isPresent()) {
            text.append("The archetype runs a script after generation, which may do anything that you may. Read it"
                            + " first: `META-INF/archetype-post-generate.groovy` in `")
                    .append(jarPath())
                    .append("`.\n\n");
        }
        text.append("| variable | property of the archetype |\n| --- | --- |\n");
        for (ArchetypeVariable variable : variables) {
            text.append("| `")
                    .append(variable.name())
                    .append("` | `")
                    .append(variable.property().key().replace("|", "\\|"))
                    .append("` |\n");
        }
        text.append("\nHow true it is to the archetype is said in `")
                .append(REPORT)
                .append("`.\n");
        return text.toString();
    }

    ArchetypeFidelity fidelity() {
        List<Finding> findings = new ArrayList<>();
        String kind =
                content.kind() == ArchetypeKind.OLD ? "a descriptor of the old style" : "a descriptor of filesets";
        findings.add(new Finding(
                Kind.EXACT,
                "files",
                "names, bytes, line ends and empty folders, from " + kind
                        + (content.modules() == 0 ? "" : " with " + Count.of(content.modules(), "module"))));
        if (content.partial()) {
            findings.add(new Finding(
                    Kind.EXACT, "partial", "it also adds to a project that is there, whose pom.xml it then merges"));
        }
        if (!group.equals(groupOf(archetype))) {
            findings.add(new Finding(
                    Kind.EXACT,
                    "group",
                    "the pack's is `" + group + "`, as the packs of `" + groupOf(archetype)
                            + "` come from the Packs plugin and from nowhere else; the archetype is the same"));
        }
        for (ArchetypeVariable variable : variables) {
            variable.report(findings);
        }
        findings.add(new Finding(
                Kind.STRICTER,
                "existing files",
                "where one is in the way nothing is written without -Dpacks.force; the original leaves it and writes"
                        + " the rest"));
        findings.add(new Finding(
                Kind.STRICTER,
                "paths and loops",
                "a file outside of the project, or more files, bytes or rounds than the limits allow, end the"
                        + " generation"));
        for (String place : ArchetypeTemplates.classAccess(jar.bytes(), archetype.jarName())) {
            findings.add(new Finding(
                    Kind.REFUSED,
                    "class access",
                    place + " reaches for a class; if this is rendered the generation ends with PACKS-604"));
        }
        if (script().isPresent()) {
            Digest script = script().get();
            findings.add(new Finding(
                    Kind.REFUSED,
                    ArchetypeFidelity.SCRIPT,
                    "the Groovy script that the original runs after generation, and that may do anything that you may:"
                            + " read it, then allow it with -Dpacks.allowScript=" + script.hex()
                            + "; without it nothing is generated, as what comes out would not be the original's."
                            + " Allowed, it finds Groovy and archetype-common, but not Maven's core, Ivy (`@Grab`),"
                            + " commons-io, commons-collections, maven-invoker and the archivers, which the original"
                            + " has: a script that names their classes fails, and then nothing is generated"));
        }
        return new ArchetypeFidelity(archetype, digest(), findings);
    }

    /** The archetype's own tests as golden cases: the answers of each and, where it has one, the tree that it expects. Paths are below {@code src/test/pack}. */
    MadeFiles cases() {
        MadeFiles files = MadeFiles.empty();
        Set<String> taken = new HashSet<>();
        for (ArchetypeTestProject test : content.tests()) {
            String name = test.name().replaceAll("[^A-Za-z0-9_.-]+", "-");
            if (RelativePath.fault(name).isPresent() || !taken.add(LookalikeNames.key(name))) {
                continue;
            }
            RelativePath folder = RelativePath.parse(name);
            files = files.with(folder.resolve(GoldenCase.ANSWERS), answers(test));
            String settings = settings(test);
            if (!settings.isEmpty()) {
                files = files.with(folder.resolve(GoldenCase.SETTINGS), settings);
            }
            for (Map.Entry<RelativePath, byte[]> file : test.reference().entrySet()) {
                files = files.with(folder.resolve(GoldenCase.EXPECTED).resolve(file.getKey()), file.getValue());
            }
        }
        return files;
    }

    /** What the archetype's own test would run is written down and not run: it is somebody else's code, and a build of this project must not start it unasked. */
    private static String settings(ArchetypeTestProject test) {
        StringBuilder text = new StringBuilder();
        if (test.reference().isEmpty()) {
            text.append("# The archetype's own test expects no files. Without this line `mvn packs:test -Dpacks.accept`"
                    + " writes down those that are generated.\ncompare = false\n");
        }
        List<String> goals = List.of(test.goal().strip().split("\\s+"));
        if (!test.goal().isBlank()) {
            StringBuilder line = new StringBuilder();
            key(line, "build", goals);
            text.append("# What the archetype's own test runs in the project: code of whoever wrote the archetype."
                            + " Without the `#`, `mvn packs:test` runs it.\n"
                            + "# ")
                    .append(line);
        }
        return text.toString();
    }

    /** Properties that the archetype does not ask for reach no template, so that they are left out. */
    private String answers(ArchetypeTestProject test) {
        StringBuilder text = new StringBuilder("# From the archetype's own test `" + test.name() + "`.\n");
        for (ArchetypeVariable variable : variables) {
            String value = test.properties().get(variable.property().key());
            if (value != null) {
                boolean isFlag = variable.isBoolean() && (value.equals("true") || value.equals("false"));
                key(text, variable.name(), isFlag ? (Object) Boolean.valueOf(value) : value);
            }
        }
        return text.toString();
    }
}
