package dev.packs.maven;

import dev.packs.Nearest;
import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.graph.LimitName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;

/**
 * Properties {@code packs.…} of a command line that no goal has: Maven ignores them, so that {@code -Dpacks.dryrun} would write. Held against all goals, since several may stand in one
 * command.
 */
final class TypedProperties {

    static final String PREFIX = "packs.";

    private TypedProperties() {}

    /** What to warn of, once in a run of Maven however many goals of ours it has. */
    static List<Problem> warnings(MavenCall call, Collection<String> typed) {
        Set<String> known = known(call.execution().getMojoDescriptor().getPluginDescriptor());
        for (MavenProject project : call.session().getProjects()) {
            known.addAll(project.getProperties().stringPropertyNames());
        }
        List<Problem> warnings = unknown(typed, known);
        boolean first = !warnings.isEmpty()
                && call.repositorySession().getData().set(TypedProperties.class.getName(), null, true);
        return first ? warnings : List.of();
    }

    /** Every property that some goal reads. */
    static Set<String> known(PluginDescriptor plugin) {
        Set<String> known = new TreeSet<>();
        for (MojoDescriptor goal : plugin.getMojos()) {
            for (PlexusConfiguration parameter : goal.getMojoConfiguration().getChildren()) {
                String property = parameter.getValue("");
                if (property.startsWith("${" + PREFIX) && property.endsWith("}")) {
                    known.add(property.substring(2, property.length() - 1));
                }
            }
        }
        // No parameters of a goal: each engine reads those that it has.
        for (LimitName limit : LimitName.values()) {
            known.add(limit.property());
        }
        return known;
    }

    static List<Problem> unknown(Collection<String> typed, Set<String> known) {
        Set<String> names = new TreeSet<>();
        for (String name : known) {
            if (name.startsWith(PREFIX)) {
                names.add(name.substring(PREFIX.length()));
            }
        }
        List<Problem> warnings = new ArrayList<>();
        for (String property : new TreeSet<>(typed)) {
            if (!known.contains(property)) {
                Optional<String> near = Nearest.to(property.substring(PREFIX.length()), names);
                warnings.add(Problem.at(
                                ProblemCode.PARAMETER_INVALID,
                                Place.of("-D" + property),
                                "no goal has the property `" + property + "`, so that it changes nothing")
                        .help(near.map(name -> "did you mean `-D" + PREFIX + name + "`?")
                                .orElse("the properties of each goal: mvn packs:help -Ddetail")));
            }
        }
        return warnings;
    }
}
