package dev.packs.archetype.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.archetype.ArchetypeGenerationRequest;
import org.apache.maven.archetype.common.ArchetypeFilesResolver;
import org.apache.maven.archetype.metadata.AbstractArchetypeDescriptor;
import org.apache.maven.archetype.metadata.ArchetypeDescriptor;
import org.apache.maven.archetype.metadata.FileSet;
import org.apache.maven.archetype.metadata.ModuleDescriptor;
import org.apache.velocity.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * Knows where every file and folder of a fileset archetype could come to lie. {@code __key__} in a name stands for a value that a template may have changed, so all of them are looked at before
 * the first is made, and again whenever such a value is another than before.
 */
final class FilesetPaths {

    private static final String ARTIFACT_ID = "artifactId";

    /** As archetype-common has it. */
    private static final Pattern TOKEN = Pattern.compile("__((?:[^_]+_)*[^_]+)__");

    private final OutputFence fence;
    private final List<Planned> planned = new ArrayList<>();
    private final Set<String> tokens = new HashSet<>();
    private final String artifactId;
    private @Nullable Map<String, Object> known;

    /**
     * A file or folder before its tokens are replaced.
     *
     * @param folders of the modules around it, outermost first, each a name that may have tokens
     * @param artifactIds of these modules
     */
    private record Planned(List<String> folders, List<String> artifactIds, String path) {

        /** Whether it may be another path than it says. */
        boolean hasTokens() {
            boolean hasTokens = path.contains("__");
            for (String folder : folders) {
                hasTokens |= folder.contains("__");
            }
            return hasTokens;
        }
    }

    FilesetPaths(
            OutputFence fence,
            ArchetypeJar jar,
            ArchetypeFilesResolver choices,
            ArchetypeDescriptor descriptor,
            ArchetypeGenerationRequest request) {
        this.fence = fence;
        this.artifactId = request.getArtifactId();
        Walk walk = new Walk(jar, choices, request.getPackage());
        walk.visit(descriptor, "", List.of(), List.of(artifactId));
        fence.plan(planned.size(), walk.copied);
    }

    /** Goes through the descriptor as the original does. */
    private final class Walk {

        private final ArchetypeJar jar;
        private final ArchetypeFilesResolver choices;
        private final String packageFolder;
        private final List<String> resources;
        private long copied;

        Walk(ArchetypeJar jar, ArchetypeFilesResolver choices, String packageName) {
            this.jar = jar;
            this.choices = choices;
            this.packageFolder = packageName.replace('.', '/');
            this.resources = jar.resources();
        }

        void visit(AbstractArchetypeDescriptor descriptor, String offset, List<String> folders, List<String> ids) {
            add(new Planned(folders, ids, "pom.xml"));
            for (FileSet fileSet : descriptor.getFileSets()) {
                String directory = fileSet.getDirectory();
                String start = directory + "/" + (fileSet.isPackaged() ? packageFolder : "") + "/";
                add(new Planned(folders, ids, start));
                for (String resource : choices.filterFiles(offset, fileSet, resources)) {
                    int at = resource.indexOf(directory);
                    String name =
                            at < 0 ? resource : resource.substring(0, at) + resource.substring(at + directory.length());
                    // The original fails on a name that is shorter.
                    add(new Planned(folders, ids, start + name.substring(Math.min(offset.length(), name.length()))));
                    if (!fileSet.isFiltered()) {
                        copied += jar.sizes().getOrDefault(resource, 0L);
                    }
                }
            }
            for (ModuleDescriptor module : descriptor.getModules()) {
                String folder = module.getDir().replace("__rootArtifactId__", artifactId);
                visit(
                        module,
                        (offset.isEmpty() ? "" : offset + "/")
                                + module.getDir().replace("${rootArtifactId}", artifactId),
                        with(folders, folder),
                        with(ids, idOf(module)));
            }
        }

        private String idOf(ModuleDescriptor module) {
            String id = module.getId();
            return id == null ? "" : id.replace("${rootArtifactId}", artifactId);
        }

        private void add(Planned file) {
            planned.add(file);
            fence.plan(planned.size(), copied);
            file.folders().forEach(this::remember);
            remember(file.path());
        }

        private void remember(String name) {
            Matcher matcher = TOKEN.matcher(name);
            while (matcher.find()) {
                tokens.add(matcher.group(1));
            }
        }

        private static List<String> with(List<String> list, String last) {
            List<String> longer = new ArrayList<>(list);
            longer.add(last);
            return longer;
        }
    }

    /**
     * Looks at all of them, with the values that they would have now.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#PATH_ESCAPES}
     */
    void check(Context context) {
        Map<String, Object> now = new HashMap<>();
        for (String token : tokens) {
            Object value = context.get(token);
            if (value != null) {
                now.put(token, value);
            }
        }
        if (now.equals(known)) {
            return;
        }
        known = now;
        for (Planned file : planned) {
            String path = path(file, now, false);
            fence.check(path);
            String other = file.hasTokens() ? path(file, now, true) : path;
            if (!other.equals(path)) {
                fence.check(other);
            }
        }
    }

    /** @param asModule whether {@code artifactId} is what the module sets, which a template of it may have changed since */
    private String path(Planned file, Map<String, Object> values, boolean asModule) {
        StringBuilder path = new StringBuilder(artifactId);
        for (int i = 0; i < file.folders().size(); i++) {
            path.append('/')
                    .append(replaced(
                            file.folders().get(i),
                            values,
                            asModule ? file.artifactIds().get(i + 1) : null));
        }
        String own = asModule ? file.artifactIds().get(file.artifactIds().size() - 1) : null;
        return path.append('/').append(replaced(file.path(), values, own)).toString();
    }

    /** Restates how archetype-common replaces tokens: a value may refer to groups, and one that is blank leaves the token out. */
    private static String replaced(String name, Map<String, Object> values, @Nullable String artifactId) {
        if (!name.contains("__")) {
            return name;
        }
        Matcher matcher = TOKEN.matcher(name);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String token = matcher.group(1);
            Object value = token.equals(ARTIFACT_ID) && artifactId != null ? artifactId : values.get(token);
            if (value instanceof String text && !text.trim().isEmpty()) {
                try {
                    matcher.appendReplacement(result, text);
                } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
                    // The original fails on it.
                    return name;
                }
            }
        }
        return matcher.appendTail(result).toString();
    }
}
