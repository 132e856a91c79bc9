package dev.packs.archetype.export;

/** The archetype's own script, where it needs one: an archetype always has a {@code pom.xml}, and its files cannot be run. */
final class PostGenerate {

    /** What stands in a pom.xml that is not to be. */
    static final String NO_POM = "<project><!-- none --></project>";

    /** A list of the files that can be run, which the script deletes. */
    static final String EXECUTABLES = ".archetype-executables";

    private PostGenerate() {}

    static String script(boolean pom, boolean executables) {
        StringBuilder script = new StringBuilder("def root = new File(request.outputDirectory, request.artifactId)\n");
        if (pom) {
            script.append("def pom = new File(root, 'pom.xml')\n");
            script.append("if (pom.getText('UTF-8') == '").append(NO_POM).append("') {\n    pom.delete()\n}\n");
        }
        if (executables) {
            script.append("def list = new File(root, '").append(EXECUTABLES).append("')\n");
            script.append("list.eachLine('UTF-8') {\n    new File(root, it).setExecutable(true, false)\n}\n");
            script.append("list.delete()\n");
        }
        return script.toString();
    }
}
