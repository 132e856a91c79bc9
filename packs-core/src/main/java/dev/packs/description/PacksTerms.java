package dev.packs.description;

import dev.packs.graph.Iri;

/** The terms that Packs defines. What each means stands in {@code packs.ttl} and in {@code docs/vocabulary.md}; a test holds all three against each other. */
public final class PacksTerms {

    /** Of every term. */
    public static final String NAMESPACE = "https://packs.dev/ns#";

    /** Of the vocabulary, by SemVer: a term that goes or changes its meaning raises the first number, a new one the second. */
    public static final String VERSION = "1.0.0";

    public static final Iri PACK = term("Pack");
    public static final Iri PACK_VERSION = term("PackVersion");
    public static final Iri NEED = term("Need");
    public static final Iri DEPENDENCY_CLASS = term("Dependency");
    public static final Iri PACKAGE_REQUEST_CLASS = term("PackageRequest");
    public static final Iri REQUIREMENT_CLASS = term("Requirement");
    public static final Iri PACKAGE = term("Package");
    public static final Iri VERSION_SET = term("VersionSet");
    public static final Iri PART = term("Part");
    public static final Iri VARIABLE_CLASS = term("Variable");
    public static final Iri TEMPLATE_CLASS = term("Template");
    public static final Iri QUERY_CLASS = term("Query");

    public static final Iri GROUP = term("group");
    public static final Iri ID = term("id");
    public static final Iri CATEGORY = term("category");
    public static final Iri TAG = term("tag");
    public static final Iri PRODUCTION_READY = term("productionReady");
    public static final Iri LICENSE_EXPRESSION = term("licenseExpression");
    public static final Iri HEALTH_SCORE = term("healthScore");
    public static final Iri CLAIM = term("claim");

    public static final Iri DEPENDENCY = term("dependency");
    public static final Iri DEPENDS_ON = term("dependsOn");
    public static final Iri ON_PACK = term("onPack");
    public static final Iri PACKAGE_REQUEST = term("packageRequest");
    public static final Iri INSTALLS = term("installs");
    public static final Iri OF_PACKAGE = term("ofPackage");
    public static final Iri REQUIREMENT = term("requirement");
    public static final Iri TOOL = term("tool");
    public static final Iri CONSTRAINT = term("constraint");
    public static final Iri ALLOWS = term("allows");
    public static final Iri DISJOINT_WITH = term("disjointWith");
    public static final Iri OPTIONAL = term("optional");
    public static final Iri TRANSITIVE = term("transitive");
    public static final Iri PACKAGE_TYPE = term("packageType");
    public static final Iri CLASSIFIER = term("classifier");
    public static final Iri INSTALL_PATH = term("installPath");

    public static final Iri VARIABLE = term("variable");
    public static final Iri TEMPLATE = term("template");
    public static final Iri QUERY = term("query");
    public static final Iri POSITION = term("position");
    public static final Iri WHEN = term("when");
    public static final Iri TYPE = term("type");
    public static final Iri REQUIRED = term("required");
    public static final Iri SECRET = term("secret");
    public static final Iri DEFAULT = term("default");
    public static final Iri OPTION = term("option");
    public static final Iri EXAMPLE = term("example");
    public static final Iri PATTERN = term("pattern");
    public static final Iri MIN = term("min");
    public static final Iri MAX = term("max");
    public static final Iri TOPIC = term("topic");
    public static final Iri ITEM = term("item");
    public static final Iri FIELD = term("field");
    public static final Iri SOURCE = term("source");
    public static final Iri OUTPUT = term("output");
    public static final Iri FOR_EACH = term("forEach");
    public static final Iri ENGINE = term("engine");

    private PacksTerms() {}

    private static Iri term(String name) {
        return new Iri(NAMESPACE + name);
    }
}
