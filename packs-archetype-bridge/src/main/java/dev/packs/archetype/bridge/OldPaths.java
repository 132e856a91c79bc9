package dev.packs.archetype.bridge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.maven.archetype.old.descriptor.ArchetypeDescriptor;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Resource;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.StringUtils;
import org.codehaus.plexus.util.xml.XmlStreamReader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Knows where an archetype of the old kind writes: where its descriptor says, and in the folders that its rendered pom names. */
final class OldPaths {

    private static final List<String> FOLDERS =
            List.of("src/main/java", "src/main/resources", "src/test/java", "src/test/resources");

    private final OutputFence fence;
    private final String artifactId;
    private final String packageFolder;
    private final List<String> sources = new ArrayList<>();

    OldPaths(OutputFence fence, ArchetypeDescriptor descriptor, String artifactId, String packageName) {
        this.fence = fence;
        this.artifactId = artifactId;
        this.packageFolder = packageName.replace('.', '/');
        sources.addAll(descriptor.getSources());
        sources.addAll(descriptor.getTestSources());
        List<String> all = new ArrayList<>(FOLDERS);
        all.addAll(descriptor.getResources());
        all.addAll(descriptor.getTestResources());
        all.addAll(descriptor.getSiteResources());
        all.addAll(sources);
        fence.plan(all.size(), 0);
        all.forEach(this::check);
        fence.check(artifactId + "/" + packageFolder);
    }

    private void check(String path) {
        fence.check(artifactId + "/" + path.replace('\\', '/'));
    }

    /**
     * Looks at the folders that a pom names.
     *
     * @param pom as it is written; the original reads it in the same way
     */
    void checkPom(byte[] pom) {
        Model model;
        try (XmlStreamReader reader = new XmlStreamReader(new ByteArrayInputStream(pom))) {
            model = new MavenXpp3Reader().read(reader);
        } catch (IOException | XmlPullParserException wrong) {
            // The original fails on it before it makes a folder.
            return;
        }
        Build build = model.getBuild();
        if (build == null) {
            return;
        }
        List<String> folders = new ArrayList<>();
        folders.add(build.getSourceDirectory());
        folders.add(build.getScriptSourceDirectory());
        folders.add(build.getTestSourceDirectory());
        build.getResources().stream().map(Resource::getDirectory).forEach(folders::add);
        build.getTestResources().stream().map(Resource::getDirectory).forEach(folders::add);
        for (String folder : folders) {
            if (folder != null) {
                check(folder);
                check(folder + "/" + packageFolder);
            }
        }
    }

    /** As it will be written: archetype-common changes the line ends before it does. */
    void checkPom(String text, String encoding) {
        checkPom(Objects.requireNonNull(StringUtils.unifyLineSeparators(text)).getBytes(Charset.forName(encoding)));
    }
}
