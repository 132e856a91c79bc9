package dev.packs.description;

import dev.packs.graph.Iri;

/** The terms of others that descriptions of packs use: Dublin Core, schema.org, DOAP, SPDX. */
public final class SharedTerms {

    public static final String DCTERMS = "http://purl.org/dc/terms/";
    public static final String SCHEMA = "https://schema.org/";
    public static final String DOAP = "http://usefulinc.com/ns/doap#";
    public static final String SPDX = "http://spdx.org/rdf/terms#";

    public static final Iri RDF_TYPE = new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    public static final Iri IDENTIFIER = new Iri(DCTERMS + "identifier");
    public static final Iri TITLE = new Iri(DCTERMS + "title");
    public static final Iri DESCRIPTION = new Iri(DCTERMS + "description");
    public static final Iri CREATOR = new Iri(DCTERMS + "creator");
    public static final Iri LICENSE = new Iri(DCTERMS + "license");
    public static final Iri IS_VERSION_OF = new Iri(DCTERMS + "isVersionOf");
    public static final Iri AGENT = new Iri(DCTERMS + "Agent");

    public static final Iri RELEASE = new Iri(DOAP + "release");
    public static final Iri REVISION = new Iri(DOAP + "revision");

    public static final Iri NAME = new Iri(SCHEMA + "name");
    public static final Iri VALUE = new Iri(SCHEMA + "value");
    public static final Iri EMAIL = new Iri(SCHEMA + "email");
    public static final Iri URL = new Iri(SCHEMA + "url");
    public static final Iri KEYWORDS = new Iri(SCHEMA + "keywords");
    public static final Iri CODE_REPOSITORY = new Iri(SCHEMA + "codeRepository");
    public static final Iri PROPERTY_VALUE = new Iri(SCHEMA + "PropertyValue");

    public static final Iri LISTED_LICENSE = new Iri(SPDX + "ListedLicense");
    public static final Iri LICENSE_ID = new Iri(SPDX + "licenseId");

    private SharedTerms() {}
}
