package dev.packs.operation;

import dev.packs.catalog.Catalog;
import dev.packs.catalog.Described;
import dev.packs.description.PacksTerms;
import dev.packs.description.SharedTerms;
import dev.packs.graph.Iri;
import dev.packs.pack.PackId;
import dev.packs.search.SearchedPack;
import dev.packs.site.SiteFacts;
import dev.packs.site.SiteNeed;
import dev.packs.site.SitePack;
import dev.packs.site.SiteVariable;
import dev.packs.version.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the page of a pack shows that only a catalogue has: no README, no files that are copied, no hooks. */
final class SitePackOfCatalog {

    private SitePackOfCatalog() {}

    static SitePack of(SearchedPack pack, Catalog catalog) {
        Described said = catalog.described(pack.id());
        return new SitePack(
                pack,
                "catalog",
                facts(said, catalog.versions(pack.id().name())),
                variables(said.parts(PacksTerms.VARIABLE)),
                outputs(said),
                sorted(said.parts(PacksTerms.PACKAGE_REQUEST).stream()
                        .map(SitePackOfCatalog::ofPackage)
                        .toList()),
                needs(catalog, pack.id()),
                said.parts(PacksTerms.QUERY).stream()
                        .flatMap(query -> query.text(SharedTerms.NAME).stream())
                        .sorted()
                        .toList(),
                List.of(),
                List.of());
    }

    static List<SiteNeed> needs(Catalog catalog, PackId pack) {
        return sorted(catalog.described(pack).parts(PacksTerms.DEPENDENCY).stream()
                .map(SitePackOfCatalog::ofPack)
                .toList());
    }

    private static List<SiteNeed> sorted(List<SiteNeed> needs) {
        return needs.stream().sorted(Comparator.comparing(SiteNeed::name)).toList();
    }

    private static SiteFacts facts(Described said, List<Version> versions) {
        List<String> requirements = new ArrayList<>();
        for (String tool : List.of("packs", "java", "maven")) {
            for (Described requirement : said.parts(PacksTerms.REQUIREMENT)) {
                if (requirement.texts(PacksTerms.TOOL).contains(tool)) {
                    requirements.add(name(tool) + " "
                            + requirement.text(PacksTerms.CONSTRAINT).orElse(""));
                }
            }
        }
        return new SiteFacts(
                said.text(PacksTerms.LICENSE_EXPRESSION),
                said.parts(SharedTerms.CREATOR).stream().findFirst().map(SitePackOfCatalog::author),
                said.text(SharedTerms.CODE_REPOSITORY),
                Optional.empty(),
                requirements,
                versions.stream()
                        .sorted(Comparator.reverseOrder())
                        .map(Version::toString)
                        .toList());
    }

    private static String name(String tool) {
        return Character.toUpperCase(tool.charAt(0)) + tool.substring(1);
    }

    private static SiteFacts.Author author(Described author) {
        return new SiteFacts.Author(
                author.text(SharedTerms.NAME).orElse(""),
                author.text(SharedTerms.URL)
                        .or(() -> author.text(SharedTerms.EMAIL).map(mail -> "mailto:" + mail)));
    }

    private static List<SiteVariable> variables(List<Described> variables) {
        return inOrder(variables).stream().map(SitePackOfCatalog::variable).toList();
    }

    private static SiteVariable variable(Described variable) {
        List<String> bounds = new ArrayList<>();
        variable.text(PacksTerms.PATTERN).ifPresent(pattern -> bounds.add("matches " + pattern));
        variable.text(PacksTerms.MIN).ifPresent(min -> bounds.add("at least " + min));
        variable.text(PacksTerms.MAX).ifPresent(max -> bounds.add("at most " + max));
        List<SiteVariable> parts = new ArrayList<>(variables(variable.parts(PacksTerms.FIELD)));
        for (Described item : variable.parts(PacksTerms.ITEM)) {
            parts.addAll(variables(item.parts(PacksTerms.FIELD)));
        }
        return new SiteVariable(
                variable.text(SharedTerms.NAME).orElse(""),
                variable.text(PacksTerms.TYPE).orElse(""),
                variable.text(SharedTerms.DESCRIPTION),
                variable.text(PacksTerms.DEFAULT),
                isTrue(variable, PacksTerms.REQUIRED),
                isTrue(variable, PacksTerms.SECRET),
                variable.texts(PacksTerms.OPTION),
                variable.text(PacksTerms.EXAMPLE),
                bounds,
                variable.text(PacksTerms.WHEN),
                parts);
    }

    private static boolean isTrue(Described thing, Iri predicate) {
        return thing.texts(predicate).contains("true");
    }

    /** As the manifest has them. A catalogue may say what it likes, so what is no number comes last. */
    private static List<Described> inOrder(List<Described> things) {
        return things.stream()
                .sorted(Comparator.comparingLong(SitePackOfCatalog::position)
                        .thenComparing(thing -> thing.text(SharedTerms.NAME).orElse("")))
                .toList();
    }

    private static long position(Described thing) {
        return thing.text(PacksTerms.POSITION)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Long::valueOf)
                .orElse(Long.MAX_VALUE);
    }

    private static List<SitePack.Output> outputs(Described said) {
        List<SitePack.Output> outputs = new ArrayList<>();
        inOrder(said.parts(PacksTerms.TEMPLATE)).forEach(template -> outputs.add(output(template)));
        for (Described request : said.parts(PacksTerms.PACKAGE_REQUEST)) {
            request.text(PacksTerms.INSTALL_PATH)
                    .ifPresent(path -> outputs.add(new SitePack.Output(
                            path + "/ (" + ofPackage(request).name() + ")", Optional.empty(), Optional.empty())));
        }
        return outputs;
    }

    private static SitePack.Output output(Described template) {
        return new SitePack.Output(
                template.text(PacksTerms.OUTPUT).orElse(""),
                template.text(PacksTerms.WHEN),
                template.text(PacksTerms.FOR_EACH));
    }

    private static SiteNeed ofPack(Described need) {
        return need(need, PacksTerms.ON_PACK, need.text(SharedTerms.DESCRIPTION));
    }

    private static SiteNeed ofPackage(Described need) {
        return need(
                need, PacksTerms.OF_PACKAGE, need.text(PacksTerms.INSTALL_PATH).map(path -> "into " + path));
    }

    private static SiteNeed need(Described need, Iri target, Optional<String> note) {
        return new SiteNeed(
                need.parts(target).stream()
                        .flatMap(named -> named.text(SharedTerms.IDENTIFIER).stream())
                        .findFirst()
                        .orElse(""),
                need.text(PacksTerms.CONSTRAINT).orElse(""),
                isTrue(need, PacksTerms.OPTIONAL),
                note);
    }
}
