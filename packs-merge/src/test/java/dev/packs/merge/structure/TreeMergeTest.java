package dev.packs.merge.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.ProblemCode;
import dev.packs.merge.MergeKind;
import org.junit.jupiter.api.Test;

class TreeMergeTest {

    private static String yaml(String earlier, String later) {
        return Merging.merge(MergeKind.YAML, earlier, later);
    }

    private static String json(String earlier, String later) {
        return Merging.merge(MergeKind.JSON, earlier, later);
    }

    @Test
    void keys_that_only_the_later_file_has_come_behind_those_of_the_earlier_with_their_comments() {
        String earlier = """
            # The service.
            server:
              port: 8080   # as agreed
            spring:
                application:
                    name: 'orders'
            """;
        String later = """
            server:
                # For the proxy.
                forward-headers-strategy: native
                port: 8080

            # What is watched.
            management:
                endpoints: [health, info]
            """;
        assertThat(yaml(earlier, later)).isEqualTo("""
            # The service.
            server:
              port: 8080   # as agreed
              # For the proxy.
              forward-headers-strategy: native
            spring:
                application:
                    name: 'orders'

            # What is watched.
            management:
                endpoints: [health, info]
            """);
    }

    @Test
    void of_two_values_the_earlier_stays_and_it_is_told() {
        assertThat(yaml("a: 1\nb: {c: x}\n", "a: 2\nb: {c: [y]}\n")).isEqualTo("a: 1\nb: {c: x}\n");
        assertThat(Merging.choices(MergeKind.YAML, "a: 1\nb: {c: x}\n", "a: 2\nb: {c: [y]}\n"))
                .containsExactly("a: 1 not 2, the earlier pack decides", "b.c: x not a list, the earlier pack decides");
    }

    @Test
    void a_number_is_not_the_text_that_looks_like_it() {
        assertThat(Merging.choices(MergeKind.YAML, "v: \"17\"\n", "v: 17\n")).hasSize(1);
        assertThat(Merging.choices(MergeKind.YAML, "v: \"x\"\nw: 1\n", "v: x\n"))
                .isEmpty();
    }

    @Test
    void lists_are_united_and_their_items_matched_by_name_or_id() {
        String earlier = """
            on: [push]
            jobs:
              verify:
                steps:
                - uses: actions/checkout@v4
                - name: Build
                  run: mvn -B verify
            # below
            """;
        String later = """
            on: [push, pull_request]
            jobs:
              verify:
                steps:
                  - uses: actions/checkout@v4
                  - name: Build
                    run: mvn -B package
                    env: {CI: true}
                  - name: Image
                    run: |
                      docker build .

                      docker push x
              scan:
                steps: []
            """;
        assertThat(yaml(earlier, later)).isEqualTo("""
            on: [push, pull_request]
            jobs:
              verify:
                steps:
                - uses: actions/checkout@v4
                - name: Build
                  run: mvn -B verify
                  env: {CI: true}
                - name: Image
                  run: |
                    docker build .

                    docker push x
              scan:
                steps: []
            # below
            """);
        assertThat(Merging.choices(MergeKind.YAML, earlier, later))
                .containsExactly("jobs.verify.steps[name=Build].run: mvn -B verify not mvn -B package, the earlier pack"
                        + " decides");
    }

    @Test
    void what_stands_in_braces_gets_what_it_lacks_in_braces() {
        assertThat(yaml("a: {x: 1}\nb: []\n", "a:\n  y:\n    - p q\n    - 2\nb:\n  - k: v\n"))
                .isEqualTo("a: {x: 1, y: [\"p q\", 2]}\nb: [{k: v}]\n");
    }

    @Test
    void an_option_is_there_only_with_its_values_and_items_as_often_as_they_are_given() {
        assertThat(Merging.merge(MergeKind.YAML, "args: [--port, 1, x]\n", "args: [--port, 1, --host, a, x, x]\n"))
                .isEqualTo("args: [--port, 1, x, \"--host\", a, x, x]\n");
        assertThat(Merging.merge(MergeKind.YAML, "args:\n- --port\n- 1\n", "args:\n- --port\n- 2\n- -q\n"))
                .isEqualTo("args:\n- --port\n- 1\n- --port\n- 2\n- -q\n");
        assertThat(Merging.merge(MergeKind.JSON, "{\"a\": [\"-Da=b\", \"x\"]}\n", "{\"a\": [\"-Da=b\", \"y\"]}\n"))
                .isEqualTo("{\"a\": [\"-Da=b\", \"x\", \"y\"]}\n");
    }

    @Test
    void comments_of_what_is_added_come_along_wherever_it_goes() {
        assertThat(Merging.merge(
                        MergeKind.YAML,
                        "a: 1\n",
                        "# The file.\n\na: 1 # ours\n\n# Apart.\n\n# About b.\nb: # tail\n  c: 1\n  # d: 2\n"))
                .isEqualTo("a: 1\n\n# Apart.\n\n# About b.\nb: # tail\n  c: 1\n  # d: 2\n");
        assertThat(Merging.merge(
                        MergeKind.YAML, "x:\n  a: {b: 1}\n", "x:\n  a:\n    b: 1\n    # Why.\n    c: '# 2' # two\n"))
                .isEqualTo("x:\n  # Why.\n  # two\n  a: {b: 1, c: \"# 2\"}\n");
        assertThat(Merging.merge(MergeKind.YAML, "a:\n- b\n", "a: [b, # ours\n  # Why.\n  c] # tail\n"))
                .isEqualTo("a:\n- b\n# Why.\n- c\n");
    }

    @Test
    void a_file_without_content_takes_that_of_the_other() {
        assertThat(yaml("# nothing yet\n", "a: 1\n")).isEqualTo("# nothing yet\na: 1\n");
        assertThat(yaml("a: 1\n", "# nothing yet\n")).isEqualTo("a: 1\n");
    }

    @Test
    void windows_line_ends_stay_what_they_are() {
        assertThat(yaml("a: 1\r\nb: 2\r\n", "c: 3\n")).isEqualTo("a: 1\r\nb: 2\r\nc: 3\r\n");
    }

    @Test
    void anchors_and_aliases_stay_where_they_mean_something() {
        assertThat(yaml("x: &x {a: 1}\ny: *x\n", "z: 1\n")).isEqualTo("x: &x {a: 1}\ny: *x\nz: 1\n");
        assertThat(yaml("a: 1\n", "b: &b {c: 1}\n")).isEqualTo("a: 1\nb: &b {c: 1}\n");
        assertThat(Merging.problem(MergeKind.YAML, "x: &x {a: 1}\ny: *x\n", "x: {b: 2}\n")
                        .message())
                .contains("`x.b`", "anchor");
        assertThat(Merging.problem(MergeKind.YAML, "a: 1\n", "b: &b 1\nc: *b\n").message())
                .contains("`c`", "aliases");
    }

    @Test
    void what_is_no_yaml_or_more_than_one_document_is_refused_with_the_file_and_the_way_out() {
        assertThat(Merging.problem(MergeKind.YAML, "a: 1\n", "a: [\n")).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.MERGE_IMPOSSIBLE);
            assertThat(problem.message()).startsWith("`x` of com.acme:b is not YAML");
            assertThat(problem.help().orElseThrow()).contains("-Dpacks.collisions", "first");
        });
        assertThat(Merging.problem(MergeKind.YAML, "a: 1\n---\nb: 1\n", "a: 1\n")
                        .message())
                .contains("com.acme:a", "more than one document");
        assertThat(Merging.problem(MergeKind.YAML, "a: 1\na: 2\n", "b: 1\n").message())
                .contains("twice");
        assertThat(Merging.problem(MergeKind.YAML, "a: 1\n", "- 1\n").message()).contains("shape");
    }

    @Test
    void what_is_wrong_is_told_by_its_place_and_never_by_what_stands_there() {
        assertThat(Merging.problem(MergeKind.JSON, "{}", "{\n  \"token\": hunter2secret\n}")
                        .message())
                .isEqualTo("`x` of com.acme:b is not JSON: line 2, column 12");
        assertThat(Merging.problem(MergeKind.JSON, "{}", "{\"hunter2secret\": 1, \"hunter2secret\": 2}")
                        .message())
                .endsWith(": a key is twice in one place")
                .doesNotContain("hunter2");
        assertThat(Merging.problem(MergeKind.JSON, "{}", "{\"a\": ").message()).endsWith(": it ends too early");
        assertThat(Merging.problem(MergeKind.YAML, "a: 1\n", "b: 1\ntoken: *hunter2secret\nother: @hunter2\n")
                        .message())
                .startsWith("`x` of com.acme:b is not YAML: line 3, column ")
                .doesNotContain("hunter2");
        assertThat(Merging.problem(MergeKind.YAML, "a: 1\n", "b: !hunter2!secret c\n")
                        .message())
                .contains("is not YAML: line 1")
                .doesNotContain("hunter2");
        assertThat(Merging.problem(MergeKind.YAML, "a: 1\n", "hunter2: 1\nhunter2: 2\n")
                        .message())
                .isEqualTo("`x` of com.acme:b has a key twice in one place: line 2");
        assertThat(Merging.problem(MergeKind.YAML, "a: 1\n", "b: \u0001\n").message())
                .isEqualTo("`x` of com.acme:b is not YAML: it has a character that YAML does not allow");
        assertThat(Merging.problem(MergeKind.POM, "<project/>", "<project>\n  <hunter2></project>")
                        .message())
                .contains("is not XML: line 2, column")
                .doesNotContain("hunter2");
    }

    @Test
    void a_json_object_gets_what_it_lacks_laid_out_like_its_own() {
        String earlier = """
            {
              "name": "app",
              "scripts": {
                "build": "tsc"
              },
              "files": ["a"]
            }
            """;
        String later = """
            {
                "scripts": {
                    "test": "jest"
                },
                "files": ["b"],
                "private": true,
                "jest": {
                    "roots": ["src"]
                }
            }
            """;
        assertThat(json(earlier, later)).isEqualTo("""
            {
              "name": "app",
              "scripts": {
                "build": "tsc",
                "test": "jest"
              },
              "files": ["a", "b"],
              "private": true,
              "jest": {
                  "roots": ["src"]
              }
            }
            """);
    }

    @Test
    void comments_and_a_last_comma_of_json_stay() {
        assertThat(json("{\n  // why\n  \"a\": 1, // here\n}\n", "{\"b\": 2}"))
                .isEqualTo("{\n  // why\n  \"a\": 1,\n  \"b\": 2, // here\n}\n");
        assertThat(json("{}", "{\n  \"a\": [\n    1\n  ]\n}\n")).isEqualTo("{\n  \"a\": [\n    1\n  ]\n}");
    }

    @Test
    void hostile_documents_end_at_a_limit() {
        String bomb = """
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
            """;
        assertThat(yaml(bomb, "z: 1\n")).isEqualTo(bomb + "z: 1\n");
        assertThat(Merging.problem(MergeKind.YAML, "z: 1\n", bomb).message()).contains("aliases");
        assertThat(Merging.problem(MergeKind.YAML, "[".repeat(100_000), "a: 1\n")
                        .code())
                .isIn(ProblemCode.LIMIT_EXCEEDED, ProblemCode.MERGE_IMPOSSIBLE);
        assertThat(Merging.problem(MergeKind.JSON, "[".repeat(100_000), "{}").code())
                .isEqualTo(ProblemCode.LIMIT_EXCEEDED);
        assertThat(Merging.problem(MergeKind.JSON, "{}", " ".repeat(StructuralMerger.LARGEST + 1))
                        .code())
                .isEqualTo(ProblemCode.LIMIT_EXCEEDED);
    }

    @Test
    void a_command_is_not_mixed_with_another() {
        String earlier = "services:\n  app:\n    command: [npm, start]\n";
        String later = "services:\n  app:\n    command: [java, -jar, a.jar]\n    ports: [80]\n";

        assertThat(Merging.merge(MergeKind.YAML, earlier, later))
                .isEqualTo("services:\n  app:\n    command: [npm, start]\n    ports: [80]\n");
        assertThat(Merging.choices(MergeKind.YAML, earlier, later))
                .singleElement()
                .asString()
                .startsWith("services.app.command: ")
                .endsWith(", a command is not mixed with another: the earlier pack decides");
        assertThat(Merging.choices(MergeKind.YAML, later, later)).isEmpty();
    }
}
