package dev.packs.maven;

import dev.packs.generation.BoundGeneration;
import dev.packs.generation.UpToDateCheck;
import dev.packs.operation.DeclaredKey;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** The declared packs of one bound execution, as far as an idle build has to look at them; see {@link BuildSettings}. */
final class BoundModule {

    private final MavenCall call;
    private final @Nullable PlexusConfiguration packs;
    private final @Nullable File answers;

    BoundModule(MavenCall call, @Nullable PlexusConfiguration packs, @Nullable File answers) {
        this.call = call;
        this.packs = packs;
        this.answers = answers;
    }

    /** A parent declares for its modules, and has no sources of its own. */
    boolean isEmpty() {
        return packs == null || call.project().getPackaging().equals("pom");
    }

    String settings() {
        return BuildSettings.of(call, declarations(packs), answers);
    }

    /** The declarations as one text; the element's own {@code toString} differs among the versions of Maven, and some have none. */
    static String declarations(@Nullable PlexusConfiguration packs) {
        StringBuilder text = new StringBuilder();
        append(text, packs);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable PlexusConfiguration element) {
        if (element != null) {
            text.append('<').append(element.getName()).append('>').append(element.getValue());
            for (PlexusConfiguration child : element.getChildren()) {
                append(text, child);
            }
            text.append("</>");
        }
    }

    /** The ids of this execution's declarations; wrong ones are left to the full reader. */
    List<String> ids() {
        List<String> ids = new ArrayList<>();
        if (packs != null) {
            for (PlexusConfiguration pack : packs.getChildren()) {
                PlexusConfiguration id = pack.getChild("id", false);
                PlexusConfiguration artifact = pack.getChild("artifactId", false);
                String value = id != null ? id.getValue() : artifact != null ? artifact.getValue() : null;
                ids.add(value == null ? "" : value.strip());
            }
        }
        return ids;
    }

    /** Whether the last build's output still holds; if so, its folders are roots of the project now. */
    boolean isUpToDate(boolean addRoots) {
        MavenProject project = call.project();
        if (isEmpty()) {
            return project.getPackaging().equals("pom")
                    || !hasForgotten(Modules.generated(project).toFile());
        }
        Path generated = Modules.generated(project);
        String key = DeclaredKey.of(
                settings(), DeclaredKey.textOf(project.getBasedir().toPath().resolve("packs.lock")));
        List<String> ids = ids();
        for (String id : ids) {
            Path root = generated.resolve(id);
            if (id.isEmpty() || !UpToDateCheck.isUpToDate(BoundGeneration.ledgerOf(root), key, root)) {
                return false;
            }
        }
        if (hasForgotten(generated.toFile())) {
            return false;
        }
        if (addRoots) {
            for (String id : ids) {
                OutputRoots.add(project, new File(generated.toFile(), id));
            }
        }
        return true;
    }

    /** Whether there is output of a declaration that is gone. */
    private boolean hasForgotten(File generated) {
        Set<String> declared = allIds(call.project());
        String[] files = generated.list();
        if (files != null) {
            for (String file : files) {
                if (file.endsWith(".ledger") && !declared.contains(file.substring(0, file.length() - 7))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The ids of all executions of the module. */
    private static Set<String> allIds(MavenProject project) {
        Set<String> ids = new HashSet<>();
        Plugin plugin = project.getPlugin("dev.packs:packs-maven-plugin");
        if (plugin != null) {
            addIds(plugin.getConfiguration(), ids);
            for (PluginExecution execution : plugin.getExecutions()) {
                addIds(execution.getConfiguration(), ids);
            }
        }
        return ids;
    }

    private static void addIds(@Nullable Object configuration, Set<String> ids) {
        Xpp3Dom packs = configuration instanceof Xpp3Dom dom ? dom.getChild("packs") : null;
        if (packs != null) {
            for (Xpp3Dom pack : packs.getChildren()) {
                Xpp3Dom id = pack.getChild("id") != null ? pack.getChild("id") : pack.getChild("artifactId");
                if (id != null && id.getValue() != null) {
                    ids.add(id.getValue().strip());
                }
            }
        }
    }
}
