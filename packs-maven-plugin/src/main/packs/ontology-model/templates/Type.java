package [(${package})];

[# th:if="${jackson and not row.enumeration}"]
import com.fasterxml.jackson.annotation.JsonInclude;
[# th:unless="${#lists.isEmpty(#lists.where(query('edges'), 'super', row.class))}"]
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
[/]
import com.fasterxml.jackson.annotation.JsonTypeName;
[/]
import java.net.URI;
[# th:unless="${row.enumeration}"]
import java.util.List;
[/]

[# th:if="${row.enumeration}"]
/** [(${#strings.escapeDoc(row.comment == '' ? row.class.label : row.comment)})] */
public enum [(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[row.class.iri]})] {
[# th:each="one, at : ${#lists.where(query('constants'), 'class', row.class)}"]
    /** [(${#strings.escapeDoc(one.comment == '' ? one.constant.label : one.comment)})] */
    [(${#names.unique(query('constants'), 'constant', 'constant')[one.constant.iri]})]("[(${#strings.escapeJava(one.constant.iri)})]")[(${at.last ? ';' : ','})]
[/]

    private final URI id;

    [(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[row.class.iri]})](String id) {
        this.id = URI.create(id);
    }

    /** The IRI of this. */
    public URI id() {
        return id;
    }
}
[/]
[# th:unless="${row.enumeration}"]
[# th:if="${#lists.isEmpty(#lists.where(query('edges'), 'super', row.class))}"]
/**
 * [(${#strings.escapeDoc(row.comment == '' ? row.class.label : row.comment)})]
 *
 * @param id the IRI of what this is said of; may be null
[# th:insert="parts/params.txt"/]
 */
[# th:if="${jackson}"]
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonTypeName("[(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[row.class.iri]})]")
[/]
public record [(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[row.class.iri]})](
        URI id[(${#lists.isEmpty(#lists.where(query('members'), 'class', row.class)) ? '' : ','})]
[# th:insert="parts/components.txt"/]
)[(${#lists.isEmpty(#lists.where(query('edges'), 'sub', row.class)) ? '' : ' implements '})][# th:each="edge, at : ${#lists.where(query('edges'), 'sub', row.class)}"][(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[edge.super.iri]})][(${at.last ? '' : ', '})][/] {

    public [(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[row.class.iri]})] {
[# th:insert="parts/lists.txt"/]
    }
}
[/]
[# th:unless="${#lists.isEmpty(#lists.where(query('edges'), 'super', row.class))}"]
/** [(${#strings.escapeDoc(row.comment == '' ? row.class.label : row.comment)})] */
[# th:if="${jackson}"]
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "@type")
@JsonSubTypes({
[# th:each="edge, at : ${#lists.where(query('edges'), 'super', row.class)}"]
    @JsonSubTypes.Type([(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[edge.sub.iri]})].class)[(${at.last and row.covered ? '' : ','})]
[/]
[# th:unless="${row.covered}"]
    @JsonSubTypes.Type([(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[row.class.iri]})].Instance.class)
[/]
})
[/]
public sealed interface [(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[row.class.iri]})][(${#lists.isEmpty(#lists.where(query('edges'), 'sub', row.class)) ? '' : ' extends '})][# th:each="edge, at : ${#lists.where(query('edges'), 'sub', row.class)}"][(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[edge.super.iri]})][(${at.last ? '' : ', '})][/]
        permits [# th:each="edge, at : ${#lists.where(query('edges'), 'super', row.class)}"][(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[edge.sub.iri]})][(${at.last and row.covered ? '' : ', '})][/][(${row.covered ? '' : #names.unique(query('types'), 'class', 'pascal', reserved_types)[row.class.iri] + '.Instance'})] {

    /** The IRI of what this is said of; may be null. */
    URI id();
[# th:each="member, at : ${#lists.where(query('members'), 'class', row.class)}"]
[# th:each="property : ${#lists.where(query('properties'), 'property', member.property)}"]

    /** [(${#strings.escapeDoc(property.comment == '' ? property.property.label : property.comment)})][(${property.single ? ' (may be null)' : ''})] */
    [(${property.single ? '' : 'List<'})][(${property.range != null and #maps.containsKey(#names.unique(query('types'), 'class', 'pascal', reserved_types), property.range.iri) ? #names.unique(query('types'), 'class', 'pascal', reserved_types)[property.range.iri] : property.java})][(${property.single ? '' : '>'})] [(${#names.unique(query('properties'), 'property', 'camel', reserved_components)[property.property.iri]})]();
[/]
[/]
[# th:unless="${row.covered}"]

    /**
     * What is nothing more special.
     *
     * @param id the IRI of what this is said of; may be null
     */
[# th:if="${jackson}"]
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonTypeName("[(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[row.class.iri]})]")
[/]
    record Instance(
            URI id[(${#lists.isEmpty(#lists.where(query('members'), 'class', row.class)) ? '' : ','})]
[# th:insert="parts/components.txt"/]
    ) implements [(${#names.unique(query('types'), 'class', 'pascal', reserved_types)[row.class.iri]})] {

        public Instance {
[# th:insert="parts/lists.txt"/]
        }
    }
[/]
}
[/]
[/]
