package dev.packs.merge.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.packs.ProblemCode;
import dev.packs.merge.MergeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PomMergeTest {

    private static final String EARLIER = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!-- Ours. -->
        <project xmlns="http://maven.apache.org/POM/4.0.0">
            <modelVersion>4.0.0</modelVersion>

            <groupId>com.acme</groupId>
            <artifactId>app</artifactId>
            <version>1</version>

            <properties>
                <junit.version>5.10.0</junit.version>   <!-- newest -->
            </properties>

            <dependencies>
                <dependency>
                    <groupId>org.slf4j</groupId>
                    <artifactId>slf4j-api</artifactId>
                    <version>2.0.9</version>
                    <scope>test</scope>
                </dependency>
            </dependencies>

            <build>
                <plugins>
                    <plugin>
                        <artifactId>maven-jar-plugin</artifactId>
                        <executions>
                            <execution>
                                <id>a</id>
                                <goals><goal>jar</goal></goals>
                            </execution>
                        </executions>
                    </plugin>
                </plugins>
            </build>
        </project>
        """;

    private static final String LATER = """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.acme</groupId>
          <artifactId>app</artifactId>
          <version>2</version>
          <!-- What it is for. -->
          <description>Orders &amp; more</description>
          <properties>
            <junit.version>5.11.0</junit.version>
            <other>x</other>
          </properties>
          <dependencies>
            <dependency>
              <groupId>org.slf4j</groupId>
              <artifactId>slf4j-api</artifactId>
              <version>2.0.1</version>
            </dependency>
            <dependency>
              <groupId>org.slf4j</groupId>
              <artifactId>slf4j-api</artifactId>
              <version>2.0.1</version>
              <type>test-jar</type>
            </dependency>
          </dependencies>
          <build>
            <plugins>
              <plugin>
                <groupId>org.apache.maven.plugins</groupId>
                <artifactId>maven-jar-plugin</artifactId>
                <version>3.5.1</version>
                <executions>
                  <execution>
                    <id>a</id>
                    <goals><goal>test-jar</goal></goals>
                  </execution>
                </executions>
              </plugin>
            </plugins>
          </build>
          <profiles>
            <profile>
              <id>native</id>
            </profile>
          </profiles>
        </project>
        """;

    @Test
    void what_maven_takes_for_one_thing_becomes_one_and_the_layout_stays() {
        assertThat(Merging.merge(MergeKind.POM, EARLIER, LATER)).isEqualTo("""
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- Ours. -->
            <project xmlns="http://maven.apache.org/POM/4.0.0">
                <modelVersion>4.0.0</modelVersion>

                <groupId>com.acme</groupId>
                <artifactId>app</artifactId>
                <version>1</version>
                <!-- What it is for. -->
                <description>Orders &amp; more</description>

                <properties>
                    <junit.version>5.11.0</junit.version>   <!-- newest -->
                    <other>x</other>
                </properties>

                <dependencies>
                    <dependency>
                        <groupId>org.slf4j</groupId>
                        <artifactId>slf4j-api</artifactId>
                        <version>2.0.9</version>
                    </dependency>
                    <dependency>
                      <groupId>org.slf4j</groupId>
                      <artifactId>slf4j-api</artifactId>
                      <version>2.0.1</version>
                      <type>test-jar</type>
                    </dependency>
                </dependencies>

                <build>
                    <plugins>
                        <plugin>
                            <artifactId>maven-jar-plugin</artifactId>
                            <version>3.5.1</version>
                            <executions>
                                <execution>
                                    <id>a</id>
                                    <goals><goal>jar</goal><goal>test-jar</goal></goals>
                                </execution>
                            </executions>
                        </plugin>
                    </plugins>
                </build>
                <profiles>
                  <profile>
                    <id>native</id>
                  </profile>
                </profiles>
            </project>
            """);
        assertThat(Merging.choices(MergeKind.POM, EARLIER, LATER))
                .containsExactly(
                        "version: 1 not 2, the earlier pack decides",
                        "properties/junit.version: 5.11.0 not 5.10.0, the higher version stays",
                        "dependencies/org.slf4j:slf4j-api/scope: compile not test, the wider scope stays",
                        "dependencies/org.slf4j:slf4j-api/version: 2.0.9 not 2.0.1, the higher version stays");
    }

    @Test
    void a_version_that_something_else_manages_is_left_to_it() {
        String managed =
                "<project><dependencies><dependency><artifactId>a</artifactId></dependency></dependencies></project>";
        String own = "<project><dependencies><dependency><artifactId>a</artifactId><version>1</version></dependency>"
                + "</dependencies></project>";
        assertThat(Merging.merge(MergeKind.POM, managed, own)).isEqualTo(managed);
        assertThat(Merging.choices(MergeKind.POM, managed, own))
                .containsExactly("dependencies/:a/version: none not 1, the earlier pack leaves it to what manages it");
        assertThat(Merging.merge(MergeKind.POM, own, managed)).isEqualTo(own);
    }

    private static String dependency(String rest) {
        return "<project><dependencies><dependency><artifactId>a</artifactId>" + rest
                + "</dependency></dependencies></project>";
    }

    private static String scope(String scope) {
        return dependency(scope.isEmpty() ? "" : "<scope>" + scope + "</scope>");
    }

    @ParameterizedTest
    @CsvSource({
        "runtime, provided, '', 'dependencies/:a/scope: compile not runtime and provided, no other scope holds both'",
        "provided, runtime, '', 'dependencies/:a/scope: compile not provided and runtime, no other scope holds both'",
        "test, provided, provided, 'dependencies/:a/scope: provided not test, the wider scope stays'",
        "runtime, test, runtime, 'dependencies/:a/scope: runtime not test, the wider scope stays'",
        "runtime, '', '', 'dependencies/:a/scope: compile not runtime, the wider scope stays'",
        "import, '', import, 'dependencies/:a/scope: import not compile, the earlier pack decides'",
    })
    void a_dependency_gets_the_narrowest_scope_that_holds_both(String one, String other, String both, String told) {
        assertThat(Merging.merge(MergeKind.POM, scope(one), scope(other))).isEqualTo(scope(both));
        assertThat(String.join("; ", Merging.choices(MergeKind.POM, scope(one), scope(other))))
                .isEqualTo(told);
    }

    @Test
    void a_dependency_is_optional_where_it_is_to_both() {
        String yes = dependency("<optional>true</optional>");
        String no = dependency("<optional>false</optional>");
        String none = dependency("");
        String told = "dependencies/:a/optional: false not true, one of them needs it";

        assertThat(Merging.merge(MergeKind.POM, yes, no)).isEqualTo(none);
        assertThat(Merging.merge(MergeKind.POM, yes, none)).isEqualTo(none);
        assertThat(Merging.merge(MergeKind.POM, no, yes)).isEqualTo(no);
        assertThat(Merging.merge(MergeKind.POM, yes, yes)).isEqualTo(yes);
        assertThat(Merging.choices(MergeKind.POM, yes, no)).containsExactly(told);
        assertThat(Merging.choices(MergeKind.POM, no, yes)).containsExactly(told);
        assertThat(Merging.choices(MergeKind.POM, no, none)).isEmpty();
    }

    @Test
    void of_two_parents_the_earlier_stays_as_a_whole() {
        String one = "<project><parent><artifactId>a</artifactId><version>1</version></parent></project>";
        String other =
                "<project><parent><artifactId>b</artifactId><version>2</version><relativePath/></parent></project>";
        assertThat(Merging.merge(MergeKind.POM, one, other)).isEqualTo(one);
        assertThat(Merging.choices(MergeKind.POM, one, other))
                .containsExactly("parent: :a not :b, the earlier pack decides");
    }

    @Test
    void configuration_is_merged_by_name_and_its_lists_are_united() {
        String one = """
            <project>
              <build>
                <plugins>
                  <plugin>
                    <artifactId>maven-compiler-plugin</artifactId>
                    <configuration>
                      <release>17</release>
                      <compilerArgs>
                        <arg>-parameters</arg>
                      </compilerArgs>
                    </configuration>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;
        String other = one.replace("<release>17</release>", "<release>21</release><fork/>")
                .replace("-parameters", "-Xlint");
        assertThat(Merging.merge(MergeKind.POM, one, other))
                .contains("<release>17</release>\n          <fork/>\n")
                .contains("<arg>-parameters</arg>\n            <arg>-Xlint</arg>\n          </compilerArgs>");
    }

    @Test
    void an_option_is_there_only_with_its_values_and_as_often_as_it_is_given() {
        String pom = "<project><build><plugins><plugin><artifactId>p</artifactId><configuration><args>%s</args>"
                + "</configuration></plugin></plugins></build></project>\n";
        String earlier = args("--add-exports", "a=b", "-Xlint", "-v");
        String later = args("-v", "-v", "--add-exports", "a=b", "--add-exports", "c=d", "-Xlint");

        assertThat(Merging.merge(MergeKind.POM, pom.formatted(earlier), pom.formatted(later)))
                .isEqualTo(pom.formatted(earlier + args("-v", "--add-exports", "c=d")));
    }

    private static String args(String... args) {
        return "<arg>" + String.join("</arg><arg>", args) + "</arg>";
    }

    @Test
    void a_dependency_that_the_later_file_has_twice_is_one_and_that_is_told() {
        String dependency =
                "<dependency><groupId>g</groupId><artifactId>x</artifactId><version>%s</version></dependency>";
        String later = "<project><dependencies>" + dependency.formatted("1") + dependency.formatted("2")
                + "</dependencies></project>\n";
        assertThat(Merging.merge(MergeKind.POM, "<project><dependencies/></project>\n", later))
                .contains(dependency.formatted("2"))
                .doesNotContain(dependency.formatted("1"));
        assertThat(Merging.choices(MergeKind.POM, "<project><dependencies/></project>\n", later))
                .containsExactly("dependencies/g:x/version: 2 not 1, the higher version stays");
    }

    @Test
    void comments_apart_from_what_is_added_and_behind_it_come_along() {
        String earlier = """
                <project>
                  <modules>
                    <module>a</module>
                  </modules>
                </project>
                """;
        String later = """
                <project>
                  <modules>
                    <!-- Ours. -->
                    <module>a</module>
                    <!-- Theirs. -->

                    <!-- The second. -->
                    <module>b</module> <!-- Soon gone. -->
                  </modules>
                </project>
                """;
        assertThat(Merging.merge(MergeKind.POM, earlier, later)).isEqualTo("""
                <project>
                  <modules>
                    <module>a</module>
                    <!-- Theirs. -->
                    <!-- The second. -->
                    <module>b</module> <!-- Soon gone. -->
                  </modules>
                </project>
                """);
    }

    @Test
    void an_empty_list_gets_its_items_one_step_deeper() {
        assertThat(Merging.merge(
                        MergeKind.POM,
                        "<project>\n  <a>1</a>\n  <modules/>\n</project>\n",
                        "<project>\n  <modules>\n    <module>x</module>\n  </modules>\n</project>\n"))
                .isEqualTo("<project>\n  <a>1</a>\n  <modules>\n    <module>x</module>\n  </modules>\n</project>\n");
    }

    @Test
    void a_document_type_broken_xml_and_depth_are_refused() {
        String bomb = "<!DOCTYPE p [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]><project>&b;</project>";
        assertThat(Merging.problem(MergeKind.POM, "<project/>", bomb)).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.MERGE_IMPOSSIBLE);
            assertThat(problem.message()).contains("com.acme:b", "document type");
        });
        assertThat(Merging.problem(MergeKind.POM, "<project>", "<project/>").message())
                .contains("com.acme:a", "not XML");
        assertThat(Merging.problem(MergeKind.POM, "<project/>", "<a>".repeat(5000) + "</a>".repeat(5000))
                        .code())
                .isEqualTo(ProblemCode.LIMIT_EXCEEDED);
        assertThat(Merging.problem(MergeKind.POM, "<project/>", "<settings><a/></settings>")
                        .message())
                .contains("not of the same kind");
    }

    @Test
    void a_folder_of_resources_that_is_partly_filtered_is_two_things() {
        String plain =
                "<project><build><resources><resource><directory>r</directory></resource></resources></build></project>\n";
        String filtered =
                "<resource><directory>r</directory><filtering>true</filtering><includes><include>v</include></includes></resource>";
        String others = "<resource><directory>r</directory><excludes><exclude>v</exclude></excludes></resource>";
        String pair = "<project><build><resources>" + filtered + others + "</resources></build></project>\n";

        assertThat(Merging.merge(MergeKind.POM, plain, pair))
                .isEqualTo("<project><build><resources><resource><directory>r</directory></resource>" + filtered
                        + others + "</resources></build></project>\n");
        assertThat(Merging.merge(MergeKind.POM, pair, pair)).isEqualTo(pair);
        assertThat(Merging.merge(MergeKind.POM, pair, plain)).isEqualTo(pair);
        assertThat(Merging.choices(MergeKind.POM, pair, plain))
                .containsExactly(
                        "build/resources/r: its parts not all of it at once, the earlier pack decides which of its files are filtered");
        assertThat(Merging.choices(
                        MergeKind.POM, plain, plain.replace("</resource>", "<filtering>true</filtering></resource>")))
                .isEmpty();
    }

    @Test
    void only_what_both_exclude_stays_out() {
        String both = exclusion("a");
        String earlier = onX("<exclusions>" + both + exclusion("b") + "</exclusions>");
        String later = onX("<exclusions>" + exclusion("c") + both + "</exclusions>");

        assertThat(Merging.merge(MergeKind.POM, earlier, later))
                .isEqualTo(onX("<exclusions>" + both + "</exclusions>"));
        assertThat(Merging.choices(MergeKind.POM, earlier, later))
                .containsExactly(
                        "dependencies/g:x/exclusions/e:c: none not e:c, the earlier pack may need it",
                        "dependencies/g:x/exclusions/e:b: none not e:b, the later pack may need it");
        assertThat(Merging.merge(MergeKind.POM, onX(""), later)).isEqualTo(onX(""));
        String all = onX("<exclusions>" + both.replaceAll(">[ea]<", ">*<") + "</exclusions>");
        String one = onX("<exclusions>" + both + "</exclusions>");
        assertThat(Merging.merge(MergeKind.POM, all, one)).isEqualTo(one);
        assertThat(Merging.merge(MergeKind.POM, one, all)).isEqualTo(one);
        assertThat(Merging.merge(MergeKind.POM, earlier, onX(""))).isEqualTo(onX(""));
    }

    private static String exclusion(String name) {
        return "<exclusion><groupId>e</groupId><artifactId>" + name + "</artifactId></exclusion>";
    }

    private static String onX(String more) {
        return "<project><dependencies><dependency><groupId>g</groupId><artifactId>x</artifactId>" + more
                + "</dependency></dependencies></project>\n";
    }
}
