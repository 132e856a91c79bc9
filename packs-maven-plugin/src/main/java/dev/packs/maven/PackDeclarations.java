package dev.packs.maven;

import dev.packs.Problems;
import dev.packs.operation.PackDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Finds the {@code <packs>} of projects.
 *
 * <p>A bound execution is handed its own. A goal from the command line is handed the configuration of no execution (Maven gives it the plugin's own), so it looks
 * into the model of every module.
 */
final class PackDeclarations {

    private static final String PLUGIN = "dev.packs:packs-maven-plugin";

    private PackDeclarations() {}

    /**
     * What every module declares, in whichever execution; modules that declare nothing, and those of packaging {@code pom}, are left out.
     *
     * @throws dev.packs.PacksException with everything that is wrong in any of them
     */
    static Map<MavenProject, List<PackDeclaration>> ofModules(MavenCall call) {
        Problems problems = new Problems();
        Map<MavenProject, List<PackDeclaration>> modules = new LinkedHashMap<>();
        for (MavenProject project : call.session().getProjects()) {
            if (project.getFile() == null || project.getPackaging().equals("pom")) {
                continue;
            }
            List<PackDeclaration> declarations =
                    new DeclarationReader(project, call.session().getProjects(), problems).read(elements(project));
            if (!declarations.isEmpty()) {
                modules.put(project, declarations);
            }
        }
        problems.throwIfAny();
        return modules;
    }

    private static List<ConfigurationElement> elements(MavenProject project) {
        Plugin plugin = project.getBuild().getPluginsAsMap().get(PLUGIN);
        if (plugin == null) {
            return List.of();
        }
        List<ConfigurationContainer> places = new ArrayList<>(plugin.getExecutions());
        places.add(plugin);
        List<ConfigurationElement> elements = new ArrayList<>();
        for (ConfigurationContainer place : places) {
            if (place.getConfiguration() instanceof Xpp3Dom configuration) {
                Xpp3Dom packs = configuration.getChild("packs");
                if (packs != null) {
                    elements.add(ConfigurationElement.of(packs));
                }
            }
        }
        return elements;
    }
}
