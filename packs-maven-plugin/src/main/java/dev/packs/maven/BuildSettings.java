package dev.packs.maven;

import java.io.File;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Dependency;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Everything in a build that decides about generated output and is neither template nor lock, as a text that two builds compare. Made by every build that declares packs,
 * so nothing is used here that costs an idle build: no streams, lambdas, regular expressions or formatting.
 */
final class BuildSettings {

    private final StringBuilder text = new StringBuilder(1024);

    private BuildSettings() {}

    /**
     * The text.
     *
     * @param packs the declarations as they were written
     * @param answers {@code packs.answers}
     */
    static String of(MavenCall call, String packs, @Nullable File answers) {
        BuildSettings settings = new BuildSettings();
        settings.line("plugin", renderer(call));
        settings.line("java", System.getProperty("java.version"));
        settings.line("maven", call.session().getSystemProperties().getProperty("maven.version"));
        MavenProject project = call.project();
        settings.line("project", project.getArtifactId());
        settings.line("time", project.getProperties().getProperty("project.build.outputTimestamp"));
        settings.line("answers", answers == null ? null : answers.getPath());
        settings.properties(call);
        settings.workspace(call);
        settings.line("managed", Long.toHexString(managed(project)));
        settings.line("packs", packs);
        return settings.text.toString();
    }

    /** What turns templates into text: the plugin, by its version, and by its file as long as the version may move. */
    static String renderer(MavenCall call) {
        PluginDescriptor plugin = call.execution().getMojoDescriptor().getPluginDescriptor();
        Artifact artifact = plugin.getPluginArtifact();
        File jar = artifact == null ? null : artifact.getFile();
        return jar == null || !plugin.getVersion().endsWith("SNAPSHOT")
                ? plugin.getVersion()
                : plugin.getVersion() + " " + jar.length() + " " + jar.lastModified();
    }

    private void line(String name, @Nullable String value) {
        text.append(name).append(' ').append(value).append('\n');
    }

    private void properties(MavenCall call) {
        Map<String, String> sorted = new TreeMap<>();
        for (Map.Entry<Object, Object> property :
                call.session().getUserProperties().entrySet()) {
            String name = property.getKey().toString();
            if (name.startsWith("var.")) {
                sorted.put(name, property.getValue().toString());
            }
        }
        for (Map.Entry<String, String> property : sorted.entrySet()) {
            line(property.getKey(), digest(property.getValue()));
        }
    }

    /** A value may be a secret, and the text ends up in a file below {@code target}. */
    private static String digest(String value) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return new BigInteger(1, bytes).toString(Character.MAX_RADIX);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** A pack of the same build stands before one of the same name in a repository. */
    private void workspace(MavenCall call) {
        for (MavenProject project : call.session().getProjects()) {
            if (project.getPackaging().equals("pack")) {
                line("workspace", project.getId());
            }
        }
    }

    /** FNV-1a, 64 bits, over what the project manages: a thousand lines of it would make every ledger long. */
    private static long managed(MavenProject project) {
        long hash = 0xcbf29ce484222325L;
        if (project.getDependencyManagement() != null) {
            for (Dependency dependency : project.getDependencyManagement().getDependencies()) {
                hash = mix(hash, dependency.getManagementKey());
                hash = mix(hash, dependency.getVersion());
            }
        }
        return hash;
    }

    private static long mix(long hash, @Nullable String part) {
        long mixed = hash;
        for (int i = 0; part != null && i < part.length(); i++) {
            mixed = (mixed ^ part.charAt(i)) * 0x100000001b3L;
        }
        return (mixed ^ '\n') * 0x100000001b3L;
    }
}
