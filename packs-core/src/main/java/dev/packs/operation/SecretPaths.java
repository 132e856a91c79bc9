package dev.packs.operation;

import dev.packs.Place;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.FileSet;
import dev.packs.pack.ForEach;
import dev.packs.pack.PackManifest;
import dev.packs.pack.TemplateDefinition;
import dev.packs.rendering.LineTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Output paths that read a secret: the name of a file is shown, listed and committed, so that nothing in it stays one. */
final class SecretPaths {

    private final Set<String> secrets;
    private final List<Problem> problems = new ArrayList<>();

    private SecretPaths(Set<String> secrets) {
        this.secrets = secrets;
    }

    /**
     * One for each such path of a pack.
     *
     * @param secrets names of secret variables
     * @param places of the manifest, by keys such as {@code templates[0].output}
     */
    static List<Problem> problems(PackManifest manifest, Set<String> secrets, Function<String, Place> places) {
        SecretPaths paths = new SecretPaths(secrets);
        List<TemplateDefinition> templates = manifest.templates();
        for (int i = 0; i < templates.size(); i++) {
            TemplateDefinition template = templates.get(i);
            paths.add(template.output(), paths.with(template), places.apply("templates[" + i + "].output"));
        }
        List<FileSet> sets = manifest.files();
        for (int i = 0; i < sets.size(); i++) {
            if (sets.get(i).output().isPresent()) {
                paths.add(sets.get(i).output().get(), secrets, places.apply("files[" + i + "].output"));
            }
        }
        return paths.problems;
    }

    /** An item of a secret list is secret too. */
    private Set<String> with(TemplateDefinition template) {
        if (template.forEach().isEmpty()) {
            return secrets;
        }
        ForEach rows = template.forEach().get();
        Set<String> all = new TreeSet<>(secrets);
        if (!rows.query() && secrets.contains(rows.from())) {
            all.add(rows.item());
        } else {
            all.remove(rows.item());
        }
        return all;
    }

    private void add(String output, Set<String> refused, Place place) {
        for (String name : LineTemplate.parse(output, place).names()) {
            if (refused.contains(name)) {
                problems.add(Problem.at(
                                ProblemCode.TEMPLATE_FORBIDDEN,
                                place,
                                "the path `" + output + "` reads `" + name
                                        + "`, which is secret, and the name of a file is seen by everybody")
                        .help("make the path of variables that are no secrets, and of none that is made of one;"
                                + " `when` may read them"));
            }
        }
    }
}
