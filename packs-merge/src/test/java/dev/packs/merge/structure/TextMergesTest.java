package dev.packs.merge.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.PacksException;
import dev.packs.ProblemCode;
import dev.packs.merge.MergeKind;
import dev.packs.merge.MergeSide;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Properties, lists of lines and Markdown. */
class TextMergesTest {

    @Test
    void properties_keep_their_spelling_and_get_what_they_lack() {
        String earlier = "# Where.\nport = 8080\nlong=a\\\n  b\n";
        String later = "port: 8080\n\n! Who.\nuser\\ name=jo \\u00e9\nport2=1\n";
        assertThat(Merging.merge(MergeKind.PROPERTIES, earlier, later))
                .isEqualTo("# Where.\nport = 8080\nlong=a\\\n  b\n\n! Who.\nuser\\ name=jo \\u00e9\nport2=1\n");
        assertThat(Merging.choices(MergeKind.PROPERTIES, "a=1\n", "a=2\n"))
                .containsExactly("a: 1 not 2, the earlier pack decides");
    }

    @Test
    void a_property_whose_line_goes_on_at_the_end_of_the_file_swallows_nothing() {
        assertThat(Merging.merge(MergeKind.PROPERTIES, "a=1\\", "b=2")).isEqualTo("a=1\\\n\nb=2\n");
    }

    @Test
    void a_return_alone_ends_a_property_too() {
        assertThat(Merging.merge(MergeKind.PROPERTIES, "a=9\n", "a=1\rb=2\r")).isEqualTo("a=9\nb=2\n");
        assertThat(Merging.choices(MergeKind.PROPERTIES, "a=9\n", "a=1\rb=2"))
                .containsExactly("a: 9 not 1, the earlier pack decides");
        assertThat(Merging.merge(MergeKind.PROPERTIES, "a=9\rb=3", "c=1\n")).isEqualTo("a=9\rb=3\nc=1\n");
    }

    @Test
    void wrong_properties_are_refused() {
        assertThat(Merging.problem(MergeKind.PROPERTIES, "a=\\u00zz\n", "b=1\n").message())
                .contains("com.acme:a", "not a properties file");
    }

    @Test
    void ignored_files_are_united_with_their_comments() {
        assertThat(Merging.merge(
                        MergeKind.LINES,
                        "# Maven\ntarget/\n\n*.log",
                        "# Maven\ntarget/\n\n# Node\nnode_modules/\n*.log\n"))
                .isEqualTo("# Maven\ntarget/\n\n*.log\n\n# Node\nnode_modules/\n");
    }

    @Test
    void a_comment_apart_is_about_what_is_below_it_and_at_the_top_about_the_file() {
        assertThat(Merging.merge(
                        MergeKind.LINES,
                        "a\n",
                        "# The file.\n\n# Both.\na\n\n# Tools.\n\nb\n# Shared.\na\nc\n# The end.\n"))
                .isEqualTo("a\n\n# Tools.\nb\n\n# Shared.\nc\n\n# The end.\n");
        assertThat(Merging.merge(
                        MergeKind.PROPERTIES, "a=1\n", "# The file.\n\n# Both.\na=1\n\n# Tools.\n\nb=2\n# The end.\n"))
                .isEqualTo("a=1\n\n# Tools.\nb=2\n\n# The end.\n");
    }

    @Test
    void a_paragraph_that_the_later_page_has_twice_is_there_twice() {
        assertThat(Merging.merge(MergeKind.MARKDOWN, "# A\n\nOne.\n\n---\n", "# A\n\nOne.\n\n---\n\nTwo.\n\n---\n"))
                .isEqualTo("# A\n\nOne.\n\n---\n\nTwo.\n\n---\n");
    }

    @Test
    void what_leads_to_a_block_goes_with_it() {
        String earlier = "# A\n\nRun it:\n\n    mvn a\n";
        String later = "# A\n\nRun it:\n\n    mvn b\n\nThen:\n\n    mvn a\n";
        String merged = "# A\n\nRun it:\n\n    mvn a\n\nRun it:\n\n    mvn b\n\nThen:\n\n    mvn a\n";
        assertThat(Merging.merge(MergeKind.MARKDOWN, earlier, later)).isEqualTo(merged);
        assertThat(Merging.merge(MergeKind.MARKDOWN, merged, later)).isEqualTo(merged);
        assertThat(Merging.merge(MergeKind.MARKDOWN, earlier, earlier + "\n")).isEqualTo(earlier);
    }

    @Test
    void a_pattern_of_the_later_list_undoes_no_exception_of_the_earlier_one() {
        String earlier = "# All.\n*\n\n# But this.\n!target/app.jar\n!pom.xml\n";

        assertThat(Merging.merge(MergeKind.LINES, earlier, "*.log\nnode_modules/\n\n!dist/\n"))
                .isEqualTo("# All.\n*\n\n*.log\nnode_modules/\n\n# But this.\n!target/app.jar\n!pom.xml\n\n!dist/\n");
        assertThat(Merging.choices(MergeKind.LINES, earlier, "*.log\nnode_modules/\n\n!dist/\n"))
                .isEmpty();
        assertThat(Merging.merge(MergeKind.LINES, "!a\n", "# b\nb\n")).isEqualTo("# b\nb\n\n!a\n");
        assertThat(Merging.merge(
                        MergeKind.LINES, "x\n\n# Local\n.env*\n!.env.example\n\n.idea/\n", "# Ours\n/secrets/\n"))
                .isEqualTo("x\n\n# Ours\n/secrets/\n\n# Local\n.env*\n!.env.example\n\n.idea/\n");
    }

    @Test
    void where_an_exception_may_be_undone_all_the_same_that_is_told() {
        assertThat(Merging.choices(MergeKind.LINES, "target/*\n!target/keep\n", "target/\n"))
                .containsExactly("what counts last: target/ not !target/keep, Git sees no exception below a folder that"
                        + " it leaves out");
        assertThat(Merging.merge(MergeKind.LINES, "*\n!a.txt\n", "!b\n*.txt\n")).isEqualTo("*\n!a.txt\n\n!b\n*.txt\n");
        assertThat(Merging.choices(MergeKind.LINES, "*\n!a.txt\n", "!b\n*.txt\n"))
                .containsExactly("what counts last: *.txt not !a.txt, in its own file it follows an exception");
    }

    @Test
    void sections_of_markdown_are_completed_and_new_ones_stand_below_their_heading() {
        String earlier = """
            # app

            A service.

            ## Run

            ```sh
            # not a heading
            mvn verify
            ```

            ## Licence

            Apache-2.0
            """;
        String later = """
            # app

            A tool.

            ## Run

            See `bin/`.

            ### Fast

            With a native image.

            ## Completion

            Source it.
            """;
        assertThat(Merging.merge(MergeKind.MARKDOWN, earlier, later)).isEqualTo("""
            # app

            A service.

            A tool.

            ## Run

            ```sh
            # not a heading
            mvn verify
            ```

            See `bin/`.

            ### Fast

            With a native image.

            ## Licence

            Apache-2.0

            ## Completion

            Source it.
            """);
    }

    @Test
    void a_fence_that_is_not_closed_swallows_nothing() {
        assertThat(Merging.problem(MergeKind.MARKDOWN, "# a\n```\ncode", "# a\n## b\ntext\n")
                        .code())
                .isEqualTo(ProblemCode.MERGE_IMPOSSIBLE);
    }

    @Test
    void front_matter_is_refused() {
        assertThat(Merging.problem(MergeKind.MARKDOWN, "---\na: 1\n---\n", "# a\n")
                        .message())
                .contains("front matter");
    }

    @Test
    void a_byte_order_mark_stays_and_other_encodings_are_refused() {
        assertThat(Merging.merge(MergeKind.PROPERTIES, "\uFEFFa=1\n", "\uFEFFb=2\n"))
                .isEqualTo("\uFEFFa=1\nb=2\n");
        byte[] latin = "a=\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
        Assertions.assertThatThrownBy(() -> new StructuralMerger()
                        .merge(MergeKind.PROPERTIES, new MergeSide("one", latin), new MergeSide("other", new byte[0])))
                .isInstanceOf(PacksException.class)
                .hasMessageContaining("one is not UTF-8");
    }
}
