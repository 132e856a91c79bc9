package dev.packs.graph;

/** Datatypes of literals: those of XML Schema that Packs writes or reads, and the two of RDF itself. */
public final class Xsd {

    /** Of XML Schema's datatypes. */
    public static final String NAMESPACE = "http://www.w3.org/2001/XMLSchema#";

    public static final Iri STRING = new Iri(NAMESPACE + "string");
    public static final Iri BOOLEAN = new Iri(NAMESPACE + "boolean");
    public static final Iri INTEGER = new Iri(NAMESPACE + "integer");
    public static final Iri DECIMAL = new Iri(NAMESPACE + "decimal");
    public static final Iri DOUBLE = new Iri(NAMESPACE + "double");
    public static final Iri DATE = new Iri(NAMESPACE + "date");
    public static final Iri DATE_TIME = new Iri(NAMESPACE + "dateTime");
    public static final Iri ANY_URI = new Iri(NAMESPACE + "anyURI");
    public static final Iri LANG_STRING = new Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#langString");

    private Xsd() {}
}
