package dev.packs.archetype.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.archetype.common.DefaultArchetypeFilesResolver;
import org.apache.maven.archetype.metadata.FileSet;

/** The original's choice of files, each made once: the fence looks at the same files as the generator after it. For one archetype, and one thread. */
final class KnownChoices extends DefaultArchetypeFilesResolver {

    private final List<String> resources;
    private final Map<List<Object>, List<String>> known = new HashMap<>();

    /** @param resources of the archetype */
    KnownChoices(List<String> resources) {
        this.resources = List.copyOf(resources);
    }

    @Override
    public List<String> filterFiles(String moduleOffset, FileSet fileset, List<String> archetypeResources) {
        if (!resources.equals(archetypeResources)) {
            return super.filterFiles(moduleOffset, fileset, archetypeResources);
        }
        // All that the original asks the two for.
        List<Object> key = List.of(
                String.valueOf(moduleOffset),
                String.valueOf(fileset.getDirectory()),
                List.copyOf(fileset.getIncludes()),
                List.copyOf(fileset.getExcludes()));
        List<String> chosen = known.get(key);
        if (chosen == null) {
            chosen = List.copyOf(super.filterFiles(moduleOffset, fileset, archetypeResources));
            known.put(key, chosen);
        }
        return new ArrayList<>(chosen);
    }
}
