package dev.packs.maven;

import dev.packs.Nearest;
import dev.packs.PacksException;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.Problems;
import dev.packs.operation.PackDeclaration;
import dev.packs.pack.PackName;
import dev.packs.version.VersionConstraint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/** Reads the {@code <packs>} of one project; what is wrong is added to the problems, and reading goes on. */
final class DeclarationReader {

    private static final List<String> CHILDREN =
            List.of("id", "groupId", "artifactId", "version", "variables", "answers", "graphs");

    private static final List<String> WITH_CHILDREN = List.of("variables", "graphs");

    private final MavenProject project;
    private final List<MavenProject> reactor;
    private final Problems problems;

    DeclarationReader(MavenProject project, List<MavenProject> reactor, Problems problems) {
        this.project = project;
        this.reactor = List.copyOf(reactor);
        this.problems = problems;
    }

    /** @param elements each a {@code <packs>}; what several executions inherited from one place counts once */
    List<PackDeclaration> read(List<ConfigurationElement> elements) {
        Map<String, ConfigurationElement> seen = new LinkedHashMap<>();
        List<PackDeclaration> declarations = new ArrayList<>();
        for (ConfigurationElement packs : elements) {
            for (ConfigurationElement pack : packs.children()) {
                if (!pack.name().equals("pack")) {
                    unknown(pack.name(), "packs", List.of("pack"));
                    continue;
                }
                String id = text(pack, "id").orElse(text(pack, "artifactId").orElse(""));
                ConfigurationElement before = seen.putIfAbsent(id, pack);
                if (before == null) {
                    readPack(pack, id).ifPresent(declarations::add);
                } else if (!before.equals(pack)
                        || packs.children().indexOf(pack) != packs.children().lastIndexOf(pack)) {
                    report(
                            "two packs have the id `" + id + "`",
                            "give one of them an `<id>` of its own; it names the output folder");
                }
            }
        }
        return declarations;
    }

    private Optional<PackDeclaration> readPack(ConfigurationElement pack, String id) {
        int before = problems.list().size();
        checkChildren(pack);
        Optional<PackName> name = name(pack);
        if (!id.isEmpty() && !PackName.isId(id)) {
            report(
                    "`" + id + "` is not an id",
                    "letters, digits and single hyphens, as in `model`; it names the output folder");
        }
        Map<String, String> variables = variables(pack);
        List<String> graphs = graphs(pack);
        Optional<VersionConstraint> version = name.flatMap(known -> version(pack, known));
        if (problems.list().size() > before || name.isEmpty() || version.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PackDeclaration(
                id,
                name.get(),
                version.get(),
                new TreeMap<>(variables),
                text(pack, "answers").map(file -> directory().resolve(file)),
                graphs));
    }

    private void checkChildren(ConfigurationElement pack) {
        List<String> found = new ArrayList<>();
        for (ConfigurationElement child : pack.children()) {
            if (!CHILDREN.contains(child.name())) {
                unknown(child.name(), "pack", CHILDREN);
            } else if (found.contains(child.name())) {
                report("`<pack>` has two `<" + child.name() + ">`", "keep one of them");
            } else if (!WITH_CHILDREN.contains(child.name())
                    && !child.children().isEmpty()) {
                report("`<" + child.name() + ">` holds elements instead of text", "write plain text in it");
            }
            found.add(child.name());
        }
    }

    private Optional<PackName> name(ConfigurationElement pack) {
        Optional<String> group = required(pack, "groupId");
        Optional<String> artifact = required(pack, "artifactId");
        if (group.isEmpty() || artifact.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PackName(group.get(), artifact.get()));
        } catch (PacksException invalid) {
            problems.addAll(invalid.problems());
            return Optional.empty();
        }
    }

    private Optional<String> required(ConfigurationElement pack, String child) {
        Optional<String> found = text(pack, child);
        if (found.isEmpty()) {
            report(
                    "a `<pack>` has no `<" + child + ">`",
                    "spell it like a dependency: `<groupId>`, `<artifactId>`, `<version>`");
        }
        return found;
    }

    private Optional<VersionConstraint> version(ConfigurationElement pack, PackName name) {
        Optional<String> dependency = dependency(name);
        boolean isModule = reactor.stream()
                .anyMatch(module -> !module.equals(project)
                        && module.getPackaging().equals("pack")
                        && module.getGroupId().equals(name.group())
                        && module.getArtifactId().equals(name.id()));
        Optional<String> written = text(pack, "version");
        if (dependency.isEmpty() && (isModule || written.isEmpty())) {
            missing(name, isModule);
            return Optional.empty();
        }
        try {
            return Optional.of(
                    VersionConstraint.parse(written.or(() -> dependency).orElseThrow()));
        } catch (PacksException invalid) {
            problems.addAll(invalid.problems());
            return Optional.empty();
        }
    }

    private Optional<String> dependency(PackName name) {
        for (Dependency dependency : project.getDependencies()) {
            if (dependency.getType().equals("pack")
                    && dependency.getGroupId().equals(name.group())
                    && dependency.getArtifactId().equals(name.id())) {
                return Optional.ofNullable(dependency.getVersion());
            }
        }
        return Optional.empty();
    }

    private void missing(PackName name, boolean isModule) {
        if (!isModule) {
            report(
                    "the pack `" + name + "` has no `<version>`",
                    "only a pack that is also a `<dependency>` of `<type>pack</type>` may leave it out");
            return;
        }
        String lines = "<dependency>\n    <groupId>" + name.group() + "</groupId>\n    <artifactId>" + name.id()
                + "</artifactId>\n    <version>${project.version}</version>\n    <type>pack</type>\n    <scope>provided</scope>\n</dependency>";
        problems.add(Problem.at(
                        ProblemCode.WORKSPACE_DEPENDENCY_MISSING,
                        place(),
                        "the pack `" + name + "` is a module of this build, and nothing tells Maven to build it first")
                .help("add to the `<dependencies>`:\n" + lines));
    }

    private Map<String, String> variables(ConfigurationElement pack) {
        Map<String, String> variables = new TreeMap<>();
        for (ConfigurationElement group : pack.children()) {
            if (!group.name().equals("variables")) {
                continue;
            }
            for (ConfigurationElement variable : group.children()) {
                if (!variable.children().isEmpty()) {
                    report(
                            "the variable `" + variable.name() + "` holds elements instead of text",
                            "lists and objects go into the file that `<answers>` names");
                } else if (variables.put(variable.name(), variable.text()) != null) {
                    report("the variable `" + variable.name() + "` is given twice", "keep one of them");
                }
            }
        }
        return variables;
    }

    private List<String> graphs(ConfigurationElement pack) {
        List<String> graphs = new ArrayList<>();
        for (ConfigurationElement group : pack.children()) {
            if (!group.name().equals("graphs")) {
                continue;
            }
            for (ConfigurationElement graph : group.children()) {
                if (!graph.name().equals("graph")) {
                    unknown(graph.name(), "graphs", List.of("graph"));
                } else if (graph.text().isEmpty() || !graph.children().isEmpty()) {
                    report("a `<graph>` names no file", "write a path in it, such as `src/main/ontology/shop.ttl`");
                } else {
                    graphs.add(graph.text());
                }
            }
            if (group.children().isEmpty()) {
                report(
                        "`<graphs>` has no `<graph>`",
                        "name a file in each: `<graphs><graph>src/main/ontology/shop.ttl</graph></graphs>`");
            }
        }
        return graphs;
    }

    private static Optional<String> text(ConfigurationElement parent, String child) {
        for (ConfigurationElement element : parent.children()) {
            if (element.name().equals(child) && !element.text().isEmpty()) {
                return Optional.of(element.text());
            }
        }
        return Optional.empty();
    }

    private void unknown(String name, String parent, List<String> known) {
        report(
                "`<" + parent + ">` knows no `<" + name + ">`",
                Nearest.question(name, known)
                        .orElse("it knows "
                                + known.stream()
                                        .map(element -> "`<" + element + ">`")
                                        .collect(java.util.stream.Collectors.joining(", "))));
    }

    private void report(String fact, String help) {
        problems.add(Problem.at(ProblemCode.DECLARATION_INVALID, place(), fact).help(help));
    }

    private Place place() {
        return Place.of(project.getFile().toString());
    }

    private Path directory() {
        return project.getBasedir().toPath();
    }
}
