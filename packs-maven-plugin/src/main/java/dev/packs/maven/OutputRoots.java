package dev.packs.maven;

import java.io.File;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** Makes folders of a generated output roots of the project. Used by every build; see {@link BuildSettings}. */
final class OutputRoots {

    private OutputRoots() {}

    /** Adds those of the four standard folders that exist. */
    static void add(MavenProject project, File output) {
        File main = new File(output, "src/main/java");
        if (main.isDirectory()) {
            project.addCompileSourceRoot(main.getPath());
        }
        File test = new File(output, "src/test/java");
        if (test.isDirectory()) {
            project.addTestCompileSourceRoot(test.getPath());
        }
        File resources = new File(output, "src/main/resources");
        if (resources.isDirectory()) {
            project.addResource(resource(resources));
        }
        File testResources = new File(output, "src/test/resources");
        if (testResources.isDirectory()) {
            project.addTestResource(resource(testResources));
        }
    }

    private static Resource resource(File folder) {
        Resource resource = new Resource();
        resource.setDirectory(folder.getPath());
        return resource;
    }
}
