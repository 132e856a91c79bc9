package dev.packs.archetype.bridge;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * What a script sees as {@code request}: the part of archetype-common's request that speaks of the project. The original's has Maven's session and repositories too, whose classes are not
 * here.
 */
public final class ScriptRequest {

    private final Properties properties = new Properties();
    private final String outputDirectory;

    ScriptRequest(Map<String, String> values, Path base) {
        values.forEach(properties::setProperty);
        this.outputDirectory = base.toAbsolutePath().toString();
    }

    public String getGroupId() {
        return properties.getProperty("groupId");
    }

    public String getArtifactId() {
        return properties.getProperty("artifactId");
    }

    public String getVersion() {
        return properties.getProperty("version");
    }

    public String getPackage() {
        return properties.getProperty("package");
    }

    /** The folder in which the project's own folder lies. */
    public String getOutputDirectory() {
        return outputDirectory;
    }

    /** As they were given: expressions in them are not evaluated, as in the original. */
    public Properties getProperties() {
        return properties;
    }

    public boolean isInteractiveMode() {
        return false;
    }
}
