package dev.packs.operation;

import dev.packs.generation.PackOutputs;
import dev.packs.hook.PackHooks;
import dev.packs.io.FileTree;
import dev.packs.markdown.MarkdownPart;
import dev.packs.pack.FileSet;
import dev.packs.pack.PackAuthor;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackDescription;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackageRequest;
import dev.packs.pack.TemplateDefinition;
import dev.packs.pack.VariableDefinition;
import dev.packs.search.SearchedPack;
import dev.packs.site.SiteFacts;
import dev.packs.site.SiteNeed;
import dev.packs.site.SitePack;
import dev.packs.site.SiteVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the page of a pack shows whose manifest is at hand. */
final class SitePackOfManifest {

    private SitePackOfManifest() {}

    /**
     * @param source where it was found
     * @param files of the pack, where they are at hand, too
     */
    static SitePack of(PackManifest manifest, String source, Optional<FileTree> files, List<MarkdownPart> readme) {
        return new SitePack(
                SearchedPack.of(manifest.pack()),
                source,
                facts(manifest),
                manifest.variables().stream().map(SitePackOfManifest::variable).toList(),
                outputs(manifest, files),
                manifest.packages().stream().map(SitePackOfManifest::need).toList(),
                needs(manifest),
                List.copyOf(manifest.queries().keySet()),
                new PackHooks(manifest.id(), Optional.empty(), manifest.postGenerate()).lines(),
                readme);
    }

    static List<SiteNeed> needs(PackManifest manifest) {
        return manifest.dependencies().stream().map(SitePackOfManifest::need).toList();
    }

    private static SiteFacts facts(PackManifest manifest) {
        PackDescription pack = manifest.pack();
        List<String> requirements = new ArrayList<>();
        pack.requirements().packs().ifPresent(packs -> requirements.add("Packs " + packs.text()));
        pack.requirements().java().ifPresent(java -> requirements.add("Java " + java.text()));
        pack.requirements().maven().ifPresent(maven -> requirements.add("Maven " + maven.text()));
        return new SiteFacts(
                pack.license(),
                pack.author().map(SitePackOfManifest::author),
                pack.repository(),
                manifest.archetype().map(Object::toString),
                requirements,
                List.of());
    }

    private static SiteFacts.Author author(PackAuthor author) {
        return new SiteFacts.Author(
                author.name(), author.url().or(() -> author.email().map(mail -> "mailto:" + mail)));
    }

    private static SiteVariable variable(VariableDefinition variable) {
        List<String> bounds = new ArrayList<>();
        variable.pattern().ifPresent(pattern -> bounds.add("matches " + pattern));
        variable.min().ifPresent(min -> bounds.add("at least " + min));
        variable.max().ifPresent(max -> bounds.add("at most " + max));
        List<VariableDefinition> parts = new ArrayList<>(variable.fields());
        variable.items().ifPresent(items -> parts.addAll(items.fields()));
        return new SiteVariable(
                variable.name(),
                variable.type().key(),
                variable.description(),
                variable.secret() ? Optional.empty() : variable.defaultValue().map(String::valueOf),
                variable.required(),
                variable.secret(),
                variable.options().stream().map(String::valueOf).toList(),
                variable.example().map(String::valueOf),
                bounds,
                variable.when(),
                parts.stream().map(SitePackOfManifest::variable).toList());
    }

    private static List<SitePack.Output> outputs(PackManifest manifest, Optional<FileTree> files) {
        if (files.isPresent()) {
            return PackOutputs.of(manifest, files.get()).stream()
                    .map(output -> new SitePack.Output(output.path(), output.when(), output.forEach()))
                    .toList();
        }
        List<SitePack.Output> outputs = new ArrayList<>();
        for (TemplateDefinition template : manifest.templates()) {
            outputs.add(new SitePack.Output(
                    template.output(), template.when(), template.forEach().map(Object::toString)));
        }
        for (FileSet set : manifest.files()) {
            outputs.add(new SitePack.Output(set.output().orElse(set.source()), set.when(), Optional.empty()));
        }
        return outputs;
    }

    private static SiteNeed need(PackDependency dependency) {
        return new SiteNeed(
                dependency.name().toString(),
                dependency.constraint().text(),
                dependency.optional(),
                dependency.reason());
    }

    private static SiteNeed need(PackageRequest request) {
        return new SiteNeed(
                request.name(),
                request.constraint().text(),
                request.optional(),
                request.installPath().map(path -> "into " + path));
    }
}
