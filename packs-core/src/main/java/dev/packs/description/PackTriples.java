package dev.packs.description;

import dev.packs.graph.Iri;
import dev.packs.graph.Literal;
import dev.packs.graph.Statement;
import dev.packs.graph.Term;
import dev.packs.graph.Xsd;
import dev.packs.pack.PackAuthor;
import dev.packs.pack.PackDependency;
import dev.packs.pack.PackDescription;
import dev.packs.pack.PackManifest;
import dev.packs.pack.PackName;
import dev.packs.pack.PackageRequest;
import dev.packs.pack.TemplateDefinition;
import dev.packs.version.VersionConstraint;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Describes packs as triples. Equal manifests in equal order give equal triples in equal order, each once. Without lambdas: a query over the embedded packs is a JVM of four seconds, which
 * pays for each.
 */
public final class PackTriples {

    private static final Pattern SINGLE_LICENSE = Pattern.compile("[A-Za-z0-9.-]+");
    private static final String HEALTH_SCORE = "health_score";

    private final Triples triples = new Triples();
    private final VersionSets versions;
    private final Set<Iri> said = new HashSet<>();

    private PackTriples(KnownConstraints known) {
        versions = new VersionSets(known);
    }

    /** What the manifests say, and of every two constraints on one thing whether they exclude each other. */
    public static List<Statement> of(Collection<PackManifest> manifests) {
        return of(manifests, KnownConstraints.NONE);
    }

    /** The same, to be added to triples that are there already: of constraints that those have, too, it is said whether they exclude one of these. */
    public static List<Statement> of(Collection<PackManifest> manifests, KnownConstraints known) {
        PackTriples all = new PackTriples(known);
        for (PackManifest manifest : manifests) {
            all.add(manifest);
        }
        all.versions.describe(all.triples);
        return List.copyOf(all.triples.statements());
    }

    /** Of packs that are described already: which of their constraints those that are known elsewhere exclude. */
    public static List<Statement> exclusions(Collection<Statement> described, KnownConstraints known) {
        VersionSets versions = new VersionSets(known);
        Map<Term, Iri> targets = new HashMap<>();
        Map<Term, String> constraints = new HashMap<>();
        for (Statement each : described) {
            if (each.predicate().equals(PacksTerms.CONSTRAINT) && each.object() instanceof Literal text) {
                constraints.put(each.subject(), text.lexical());
            } else if (each.predicate().equals(PacksTerms.TOOL) && each.object() instanceof Literal tool) {
                targets.put(each.subject(), new Iri(PacksTerms.NAMESPACE + tool.lexical()));
            } else if ((each.predicate().equals(PacksTerms.ON_PACK)
                            || each.predicate().equals(PacksTerms.OF_PACKAGE))
                    && each.object() instanceof Iri target) {
                targets.put(each.subject(), target);
            }
        }
        for (Statement each : described) {
            Iri target = targets.get(each.subject());
            String text = constraints.get(each.subject());
            if (target == null || text == null || !each.predicate().equals(PacksTerms.CONSTRAINT)) {
                continue;
            }
            if (PackIris.isPackage(target)) {
                versions.ofPackage(target, VersionConstraint.parsePackage(text));
            } else {
                versions.ofPack(target, VersionConstraint.parse(text));
            }
        }
        Triples triples = new Triples();
        versions.describe(triples);
        return List.copyOf(triples.statements());
    }

    private void add(PackManifest manifest) {
        PackDescription pack = manifest.pack();
        Iri iri = PackIris.of(manifest.id());
        if (!said.add(iri)) {
            return;
        }
        Iri name = pack(pack.id().name());
        triples.statements().add(new Statement(name, SharedTerms.RELEASE, iri));
        Triples.Resource version = triples.of(iri, PacksTerms.PACK_VERSION)
                .with(SharedTerms.IS_VERSION_OF, name)
                .with(SharedTerms.IDENTIFIER, manifest.id().toString())
                .with(SharedTerms.REVISION, manifest.id().version().toString())
                .with(SharedTerms.TITLE, pack.name())
                .with(SharedTerms.DESCRIPTION, pack.description())
                .with(PacksTerms.CATEGORY, pack.category())
                .with(PacksTerms.PRODUCTION_READY, pack.productionReady());
        if (pack.repository().isPresent()) {
            version.with(
                    SharedTerms.CODE_REPOSITORY, Literal.typed(pack.repository().get(), Xsd.ANY_URI));
        }
        for (String tag : new LinkedHashSet<>(pack.tags())) {
            version.with(PacksTerms.TAG, tag);
        }
        for (String word : new LinkedHashSet<>(pack.keywords())) {
            version.with(SharedTerms.KEYWORDS, word);
        }
        if (pack.license().isPresent()) {
            license(version, pack.license().get());
        }
        if (pack.author().isPresent()) {
            author(version, pack.author().get());
        }
        requirement(version, "packs", pack.requirements().packs());
        requirement(version, "java", pack.requirements().java());
        requirement(version, "maven", pack.requirements().maven());
        for (PackDependency dependency : manifest.dependencies()) {
            dependency(version, dependency);
        }
        for (PackageRequest request : manifest.packages()) {
            packageRequest(version, request);
        }
        VariableTriples.add(triples, version, manifest.variables());
        for (int i = 0; i < manifest.templates().size(); i++) {
            template(version, manifest.templates().get(i), i);
        }
        for (Map.Entry<String, String> query : manifest.queries().entrySet()) {
            query(version, query.getKey(), query.getValue());
        }
        for (Map.Entry<String, Object> claim : manifest.metadata().entrySet()) {
            claim(version, claim.getKey(), claim.getValue());
        }
    }

    private Iri pack(PackName name) {
        Iri iri = PackIris.of(name);
        if (said.add(iri)) {
            triples.of(iri, PacksTerms.PACK)
                    .with(SharedTerms.IDENTIFIER, name.toString())
                    .with(PacksTerms.GROUP, name.group())
                    .with(PacksTerms.ID, name.id());
        }
        return iri;
    }

    private void license(Triples.Resource version, String expression) {
        version.with(PacksTerms.LICENSE_EXPRESSION, expression);
        if (SINGLE_LICENSE.matcher(expression).matches() && !expression.startsWith("LicenseRef-")) {
            Iri license = PackIris.ofLicense(expression);
            version.with(SharedTerms.LICENSE, license);
            if (said.add(license)) {
                triples.of(license, SharedTerms.LISTED_LICENSE).with(SharedTerms.LICENSE_ID, expression);
            }
        }
    }

    private void author(Triples.Resource version, PackAuthor author) {
        Triples.Resource agent = triples.of(PackIris.part(version.iri(), "author"), SharedTerms.AGENT)
                .with(SharedTerms.NAME, author.name())
                .with(SharedTerms.EMAIL, author.email());
        if (author.url().isPresent()) {
            agent.with(SharedTerms.URL, Literal.typed(author.url().get(), Xsd.ANY_URI));
        }
        version.with(SharedTerms.CREATOR, agent.iri());
    }

    private void requirement(Triples.Resource version, String tool, Optional<VersionConstraint> constraint) {
        if (constraint.isEmpty()) {
            return;
        }
        VersionConstraint ofTool = constraint.get();
        Iri iri = PackIris.part(version.iri(), "requirement", tool);
        version.with(PacksTerms.REQUIREMENT, iri);
        triples.of(iri, PacksTerms.REQUIREMENT_CLASS)
                .with(PacksTerms.TOOL, tool)
                .with(PacksTerms.CONSTRAINT, ofTool.text())
                .with(PacksTerms.OPTIONAL, false)
                .with(PacksTerms.ALLOWS, versions.ofPack(new Iri(PacksTerms.NAMESPACE + tool), ofTool));
    }

    private void dependency(Triples.Resource version, PackDependency dependency) {
        PackName needed = dependency.name();
        Iri target = pack(needed);
        Iri iri = PackIris.part(version.iri(), "dependency", needed.group(), needed.id());
        version.with(PacksTerms.DEPENDENCY, iri).with(PacksTerms.DEPENDS_ON, target);
        triples.of(iri, PacksTerms.DEPENDENCY_CLASS)
                .with(PacksTerms.ON_PACK, target)
                .with(PacksTerms.CONSTRAINT, dependency.constraint().text())
                .with(PacksTerms.ALLOWS, versions.ofPack(target, dependency.constraint()))
                .with(PacksTerms.OPTIONAL, dependency.optional())
                .with(SharedTerms.DESCRIPTION, dependency.reason());
    }

    private void packageRequest(Triples.Resource version, PackageRequest request) {
        Iri target = PackIris.ofPackage(request.name());
        if (said.add(target)) {
            triples.of(target, PacksTerms.PACKAGE).with(SharedTerms.IDENTIFIER, request.name());
        }
        Iri iri = PackIris.part(version.iri(), "package", request.groupId(), request.artifactId());
        if (!request.type().equals("jar") || !request.classifier().isEmpty()) {
            iri = PackIris.below(iri, request.type());
        }
        if (!request.classifier().isEmpty()) {
            iri = PackIris.below(iri, request.classifier());
        }
        version.with(PacksTerms.PACKAGE_REQUEST, iri);
        if (said.add(PackIris.part(version.iri(), "installs", request.name()))) {
            version.with(PacksTerms.INSTALLS, target);
        }
        Triples.Resource resource = triples.of(iri, PacksTerms.PACKAGE_REQUEST_CLASS)
                .with(PacksTerms.OF_PACKAGE, target)
                .with(PacksTerms.CONSTRAINT, request.constraint().text())
                .with(PacksTerms.ALLOWS, versions.ofPackage(target, request.constraint()))
                .with(PacksTerms.OPTIONAL, request.optional())
                .with(PacksTerms.TRANSITIVE, request.transitive())
                .with(PacksTerms.PACKAGE_TYPE, request.type())
                .with(PacksTerms.INSTALL_PATH, request.installPath());
        if (!request.classifier().isEmpty()) {
            resource.with(PacksTerms.CLASSIFIER, request.classifier());
        }
    }

    private void template(Triples.Resource version, TemplateDefinition template, int position) {
        Iri iri = PackIris.part(version.iri(), "template", template.name());
        version.with(PacksTerms.TEMPLATE, iri);
        triples.of(iri, PacksTerms.TEMPLATE_CLASS)
                .with(SharedTerms.NAME, template.name())
                .with(PacksTerms.POSITION, position + 1L)
                .with(PacksTerms.SOURCE, template.source().text())
                .with(PacksTerms.OUTPUT, template.output())
                .with(PacksTerms.WHEN, template.when())
                .with(PacksTerms.FOR_EACH, template.forEach())
                .with(PacksTerms.ENGINE, template.engine().name().toLowerCase(Locale.ROOT));
    }

    private void query(Triples.Resource version, String name, String path) {
        Iri iri = PackIris.part(version.iri(), "query", name);
        version.with(PacksTerms.QUERY, iri);
        triples.of(iri, PacksTerms.QUERY_CLASS).with(SharedTerms.NAME, name).with(PacksTerms.SOURCE, path);
    }

    private void claim(Triples.Resource version, String name, Object value) {
        Iri iri = PackIris.part(version.iri(), "claim", name);
        version.with(PacksTerms.CLAIM, iri);
        triples.of(iri, SharedTerms.PROPERTY_VALUE)
                .with(SharedTerms.NAME, name)
                .with(SharedTerms.VALUE, Values.literal(value));
        if (name.equals(HEALTH_SCORE)) {
            Optional<BigDecimal> score = score(value);
            if (score.isPresent()) {
                version.with(PacksTerms.HEALTH_SCORE, Literal.typed(Values.decimal(score.get()), Xsd.DECIMAL));
            }
        }
    }

    private static Optional<BigDecimal> score(Object value) {
        try {
            return value instanceof Number ? Optional.of(new BigDecimal(value.toString())) : Optional.empty();
        } catch (NumberFormatException infinite) {
            return Optional.empty();
        }
    }
}
