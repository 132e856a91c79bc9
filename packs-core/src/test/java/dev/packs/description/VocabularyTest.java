package dev.packs.description;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.graph.Iri;
import dev.packs.graph.Statement;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the constants, {@code packs.ttl}, {@code docs/vocabulary.md} and what is written against each other. */
class VocabularyTest {

    private static final Path PAGE = Path.of("../docs/vocabulary.md");
    private static final Pattern BLOCK = Pattern.compile("(?m)^packs:(\\w+)\n((?:    .*\n)+)");
    private static final Pattern CLASS_ROW = Pattern.compile("(?m)^\\| `packs:([A-Z]\\w*)` \\| (.*?) ?\\| (.+) \\|$");
    private static final Pattern PROPERTY_ROW =
            Pattern.compile("(?m)^\\| `packs:([a-z]\\w*)` \\| `(.+)` \\| `(.+)` \\| (.+) \\|$");
    private static final Pattern SHARED_ROW = Pattern.compile("(?m)^\\| `((?!packs:)\\w+:\\w+)` \\|");

    private static final Map<String, String> PREFIXES = Map.of(
            SharedTerms.DCTERMS,
            "dcterms:",
            SharedTerms.SCHEMA,
            "schema:",
            SharedTerms.DOAP,
            "doap:",
            SharedTerms.SPDX,
            "spdx:");

    @Test
    void the_ontology_defines_each_constant_and_nothing_else() throws IOException {
        assertThat(ontology().keySet()).isEqualTo(names(PacksTerms.class, PacksTerms.NAMESPACE));
        assertThat(text())
                .contains("owl:versionInfo \"" + PacksTerms.VERSION + "\"")
                .contains("owl:versionIRI <https://packs.dev/ns/" + PacksTerms.VERSION + ">");
    }

    @Test
    void every_term_has_what_explains_it() throws IOException {
        ontology().forEach((name, block) -> {
            assertThat(block)
                    .as(name)
                    .containsPattern("rdfs:label \"[^\"]+\"@en")
                    .containsPattern("rdfs:comment \"[^\"]+\"@en")
                    .contains("rdfs:isDefinedBy <https://packs.dev/ns>");
            if (Character.isLowerCase(name.charAt(0))) {
                assertThat(block)
                        .as(name)
                        .containsPattern("a owl:(Datatype|Object)Property")
                        .containsPattern("rdfs:domain packs:[A-Z]\\w+ ;")
                        .containsPattern("rdfs:range \\w+:\\w+ ;");
            } else {
                assertThat(block).as(name).contains("a owl:Class ;");
            }
        });
    }

    @Test
    void the_page_says_what_the_ontology_says() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(page).contains("version " + PacksTerms.VERSION + " of the\nvocabulary");
        Map<String, String> documented = new TreeMap<>();
        CLASS_ROW
                .matcher(page)
                .results()
                .forEach(row -> documented.put(
                        row.group(1), "class " + row.group(2).replace("`", "").strip() + " " + row.group(3)));
        PROPERTY_ROW
                .matcher(page)
                .results()
                .forEach(
                        row -> documented.put(row.group(1), row.group(2) + " to " + row.group(3) + " " + row.group(4)));
        Map<String, String> defined = new TreeMap<>();
        ontology().forEach((name, block) -> {
            String comment = value(block, "rdfs:comment").replaceAll("\"@en$|^\"", "");
            defined.put(
                    name,
                    Character.isUpperCase(name.charAt(0))
                            ? "class " + value(block, "rdfs:subClassOf") + " " + comment
                            : value(block, "rdfs:domain") + " to " + value(block, "rdfs:range") + " " + comment);
        });
        assertThat(documented).isEqualTo(defined);
    }

    @Test
    void the_page_has_every_term_of_others_that_is_written_and_no_more() throws IOException {
        Set<String> documented = SHARED_ROW
                .matcher(Files.readString(PAGE))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> constants = new TreeSet<>();
        for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
            names(SharedTerms.class, prefix.getKey()).forEach(name -> constants.add(prefix.getValue() + name));
        }
        assertThat(documented).isEqualTo(constants);
    }

    @Test
    void a_pack_that_says_everything_needs_every_term_and_no_other() {
        Set<Iri> written = new TreeSet<>((left, right) -> left.value().compareTo(right.value()));
        for (Statement statement : PackTriples.of(FullPack.manifests())) {
            written.add(statement.predicate());
            if (statement.predicate().equals(SharedTerms.RDF_TYPE)) {
                written.add((Iri) statement.object());
            }
        }
        Set<String> abstractClasses = Set.of(PacksTerms.NEED.value(), PacksTerms.PART.value());
        Set<String> terms = new TreeSet<>(abstractClasses);
        written.forEach(term -> terms.add(term.value()));
        Set<String> constants = new TreeSet<>();
        constants(PacksTerms.class).forEach(term -> constants.add(term.value()));
        constants(SharedTerms.class).forEach(term -> constants.add(term.value()));
        assertThat(terms).isEqualTo(constants);
    }

    /** Name to block. */
    private static Map<String, String> ontology() throws IOException {
        Map<String, String> blocks = new TreeMap<>();
        BLOCK.matcher(text()).results().forEach(block -> blocks.put(block.group(1), block.group(2)));
        return blocks;
    }

    private static String text() throws IOException {
        try (InputStream resource = PackTriples.class.getResourceAsStream("/dev/packs/graph/packs.ttl")) {
            return new String(Objects.requireNonNull(resource).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String value(String block, String property) {
        return Pattern.compile(property + " (.+) ;")
                .matcher(block)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("");
    }

    private static Set<String> names(Class<?> type, String namespace) {
        return constants(type).stream()
                .map(Iri::value)
                .filter(iri -> iri.startsWith(namespace))
                .map(iri -> iri.substring(namespace.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Iri> constants(Class<?> type) {
        Set<Iri> constants = new java.util.HashSet<>();
        try {
            for (Field field : type.getFields()) {
                if (field.get(null) instanceof Iri iri) {
                    constants.add(iri);
                }
            }
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
        return constants;
    }
}
