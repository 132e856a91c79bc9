package dev.packs.site;

import dev.packs.markdown.MarkdownPart;
import dev.packs.search.SearchedPack;
import java.util.List;
import java.util.Optional;

/**
 * All that the page of a pack shows.
 *
 * @param source where it comes from, as {@code list} says: {@code embedded}, {@code catalog}, …
 * @param outputs what it writes
 * @param packages Maven artifacts that it installs
 * @param dependencies packs that it needs
 * @param queries their names
 * @param hooks commands that it would run, as one may see them
 * @param readme empty where there is none, or nobody here has it
 */
public record SitePack(
        SearchedPack pack,
        String source,
        SiteFacts facts,
        List<SiteVariable> variables,
        List<Output> outputs,
        List<SiteNeed> packages,
        List<SiteNeed> dependencies,
        List<String> queries,
        List<String> hooks,
        List<MarkdownPart> readme) {

    public SitePack {
        variables = List.copyOf(variables);
        outputs = List.copyOf(outputs);
        packages = List.copyOf(packages);
        dependencies = List.copyOf(dependencies);
        queries = List.copyOf(queries);
        hooks = List.copyOf(hooks);
        readme = List.copyOf(readme);
    }

    /**
     * A file, or one for each of something.
     *
     * @param path with its expressions
     */
    public record Output(String path, Optional<String> when, Optional<String> forEach) {}
}
