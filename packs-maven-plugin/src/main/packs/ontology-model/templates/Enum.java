package [(${package})];

[# th:insert="templates/doc.txt"/]
public enum [(${#names.unique(query('names'), 'type', 'pascal', reserved)[row.type.iri]})] {
[# th:each="one, at : ${#lists.where(query('constants'), 'type', row.type)}"]
    [(${#names.unique(query('constants'), 'constant', 'constant')[one.constant.iri]})]("[(${#strings.escapeJava(one.constant.iri)})]")[(${at.last ? ';' : ','})]
[/]

    private final String iri;

    [(${#names.unique(query('names'), 'type', 'pascal', reserved)[row.type.iri]})](String iri) {
        this.iri = iri;
    }

    /** What the ontology calls it. */
    public String iri() {
        return iri;
    }
}
