package [(${package})];

[# th:if="${#lists.contains(#lists.values(entity.fields, 'type'), 'decimal')}"]
import java.math.BigDecimal;
[/]
[# th:if="${#lists.contains(#lists.values(entity.fields, 'type'), 'datetime')}"]
import java.time.Instant;
[/]
[# th:if="${#lists.contains(#lists.values(entity.fields, 'type'), 'date')}"]
import java.time.LocalDate;
[/]
[# th:if="${#lists.contains(#lists.values(entity.fields, 'list'), true)}"]
import java.util.List;
[/]
[# th:if="${#lists.contains(#lists.values(entity.fields, 'required'), true)}"]
import java.util.Objects;
[/]
[# th:if="${#lists.contains(#lists.values(entity.fields, 'type'), 'uuid')}"]
import java.util.UUID;
[/]

/**
 * [(${entity.description})].
 *
[# th:each="field : ${entity.fields}"]
 * @param [(${field.name})] [(${field.description == '' ? #lists.join(#names.words(field.name), ' ') : field.description})][(${field.required or field.list ? '' : '; may be null'})]
[/]
 */
public record [(${entity.name})](
[# th:each="field, status : ${entity.fields}"]
        [(${field.list ? 'List<' + #maps.get(java_types, field.type, field.type) + '>' : #maps.get(java_types, field.type, field.type)})] [(${field.name})][(${status.last ? ') {' : ','})]
[/]

    public [(${entity.name})] {
[# th:each="field : ${entity.fields}"]
[# th:if="${field.required and not field.list}"]
        Objects.requireNonNull([(${field.name})], "[(${field.name})]");
[/]
[# th:if="${field.required and field.list}"]
        [(${field.name})] = List.copyOf(Objects.requireNonNull([(${field.name})], "[(${field.name})]"));
[/]
[# th:if="${not field.required and field.list}"]
        [(${field.name})] = [(${field.name})] == null ? List.of() : List.copyOf([(${field.name})]);
[/]
[/]
    }
[# th:if="${entity.builder}"]

    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with these values. */
    public Builder toBuilder() {
        return new Builder()
[# th:each="field, status : ${entity.fields}"]
                .[(${field.name})]([(${field.name})])[(${status.last ? ';' : ''})]
[/]
    }

    /** Collects the parts of a {@link [(${entity.name})]}; what is required is checked at the end. */
    public static final class Builder {

[# th:each="field : ${entity.fields}"]
        private [(${field.list ? 'List<' + #maps.get(java_types, field.type, field.type) + '>' : #maps.get(java_types, field.type, field.type)})] [(${field.name})];
[/]

        private Builder() {}
[# th:each="field : ${entity.fields}"]

        public Builder [(${field.name})]([(${field.list ? 'List<' + #maps.get(java_types, field.type, field.type) + '>' : #maps.get(java_types, field.type, field.type)})] [(${field.name})]) {
            this.[(${field.name})] = [(${field.name})];
            return this;
        }
[/]

        /** @throws NullPointerException if something required is missing */
        public [(${entity.name})] build() {
            return new [(${entity.name})]([(${#lists.join(#lists.values(entity.fields, 'name'), ', ')})]);
        }
    }
[/]
}
