package [(${package})];

[# th:if="${jackson}"]
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
[/]
import java.util.List;

[# th:insert="templates/doc.txt"/]
[# th:if="${#lists.isEmpty(#lists.where(query('subtypes'), 'type', row.type))}"]
public record [(${#names.unique(query('names'), 'type', 'pascal', reserved)[row.type.iri]})](
[# th:insert="templates/components.txt"/]
       [# th:each="parent, at : ${#lists.where(query('subtypes'), 'subtype', row.type)}"][(${at.first ? ' implements ' : ', '})][(${#names.unique(query('names'), 'type', 'pascal', reserved)[parent.type.iri]})][/] {

        public [(${#names.unique(query('names'), 'type', 'pascal', reserved)[row.type.iri]})] {
[# th:insert="templates/checks.txt"/]
        }
}
[/]
[# th:unless="${#lists.isEmpty(#lists.where(query('subtypes'), 'type', row.type))}"]
[# th:if="${jackson}"]
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
@JsonSubTypes({
[# th:each="below : ${#lists.where(query('subtypes'), 'type', row.type)}"]
    @JsonSubTypes.Type(value = [(${#names.unique(query('names'), 'type', 'pascal', reserved)[below.subtype.iri]})].class, name = "[(${#strings.escapeJava(below.subtype.local)})]"),
[/]
    @JsonSubTypes.Type(value = [(${#names.unique(query('names'), 'type', 'pascal', reserved)[row.type.iri]})].Plain.class, name = "[(${#strings.escapeJava(row.type.local)})]")
})
[/]
public sealed interface [(${#names.unique(query('names'), 'type', 'pascal', reserved)[row.type.iri]})][# th:each="parent, at : ${#lists.where(query('subtypes'), 'subtype', row.type)}"][(${at.first ? ' extends ' : ', '})][(${#names.unique(query('names'), 'type', 'pascal', reserved)[parent.type.iri]})][/]
        permits [# th:each="below : ${#lists.where(query('subtypes'), 'type', row.type)}"][(${#names.unique(query('names'), 'type', 'pascal', reserved)[below.subtype.iri]})], [/][(${#names.unique(query('names'), 'type', 'pascal', reserved)[row.type.iri]})].Plain {

    /** The IRI of the thing itself; null where it has none. */
    String id();
[# th:each="field : ${#lists.where(query('fields'), 'type', row.type)}"]
[# th:each="property : ${#lists.where(query('properties'), 'property', field.property)}"]

    [# th:insert="templates/java-type.txt"/] [(${#names.unique(query('properties'), 'property', 'camel', reserved)[property.property.iri]})]();
[/]
[/]

    /** One that is nothing more special. */
    record Plain(
[# th:insert="templates/components.txt"/]
            implements [(${#names.unique(query('names'), 'type', 'pascal', reserved)[row.type.iri]})] {

        public Plain {
[# th:insert="templates/checks.txt"/]
        }
    }
}
[/]
