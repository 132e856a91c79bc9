package dev.packs.archetype.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.packs.PacksException;
import dev.packs.archetype.ArchetypeResult;
import dev.packs.archetype.ArchetypeRun;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generates with archetype-common's and the archetype plugin's own classes, and with ours: trees, and the properties before, are equal. */
class SameAsOriginalTest {

    private static final String PARENT = """
            <project>
                <modelVersion>4.0.0</modelVersion>
                <groupId>com.acme</groupId>
                <artifactId>all</artifactId>
                <version>7</version>
                <packaging>pom</packaging>
                <!-- kept -->
            </project>
            """;

    @TempDir
    Path folder;

    private TestArchetype archetype() {
        return TestArchetype.in(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "package ${package};\n",
                "$package $packageInPathFormat $groupId:$artifactId:$version $undefined ${undefined} $!undefined",
                "#set($x = 'a')$x\n#set( $y = \"$x-b\" )\n  ${y}\n",
                "#if($artifactId == 'shop')\nyes\n#else\nno\n#end\n",
                "a\r\nb\rc\n",
                "## comment\n#* block *#x\n#[[ $raw #if ]]#\n",
                "\\$x \\#if \\\\${artifactId} #\\#",
                "#foreach($i in [1..3])$i $foreach.count $foreach.hasNext $velocityCount\n#end",
                "#macro(hello $who)Hello $who!#end\n#hello('you')\n#hello($artifactId)",
                "#set($list = ['a', 'b'])$list $list.size() $list.get(0) #set($ok = $list.add('c'))$list[2]",
                "#set($map = {'a' : 1, 'b' : 2})$map.a $map.get('b') $map.keySet() $map.size()",
                "$artifactId.toUpperCase() $artifactId.length() ${artifactId.substring(0, 1)} $artifactId.replaceAll('(s)', '$1$1')",
                "$artifactId.replace('s', 'S') $artifactId.split('h').size() $package.replace('.', '/') $artifactId.matches('s.*')",
                "#set($s = '')$s.format('%05d %s', 7, 'x') $artifactId.repeat(2) $artifactId.concat('x') $artifactId.equals('shop')",
                "#set($n = 5)#set($m = $n * 3 + 1)$m #set($d = $n / 2)$d #set($t = 'a' + $n)$t #set($p = $n % 3)$p",
                "#evaluate('#set($e = 3)$e ${artifactId}')",
                "#include('b.txt')#parse('b.txt')",
                "#define($block)in $artifactId#end$block $block",
                "$some-name ${some-name} $artifactId-name ${artifactId}-name",
                "#if($undefined)a#elseif(!$undefined)b#end #if($artifactId && $package)c#end",
                "#set($empty = '')#if($empty)empty is true#end #if([])list#end",
                "#set($artifactId = 'changed')$artifactId",
                "#foreach($x in ['a'])#break#end#stop never",
                "<a href=\"#x\">$100 ${1} #! #{if}(true)x#{end} $!{artifactId}</a> user@example.com \u00e4\u00f6\u20ac",
                "$artifactId.isEmpty() $version.indexOf('1') $artifactId.nothing $artifactId.nothing()",
                "@foo() #@m()x#end #macro(m)[$bodyContent]#end#@m()y#end",
                "#set($h = $artifactId.hashCode())$h $artifactId.charAt(0) $artifactId.toCharArray().length",
                "${package}#if(true) \n  x \n #end\n   #set($q = 1)\n z",
                "\ufeffbom $artifactId",
                "#set($x.y = 1)$x.y#set($map = {})#set($map.y = 'z')$map.y $map",
                "$foreach.index $velocityCount #foreach($a in {'x':1,'y':2})$a#end #foreach($c in $artifactId.toCharArray())$c#end#foreach($c in $artifactId.split('h'))$c $foreach.parent $foreach.first $foreach.last $foreach.index#end"
            })
    void a_template_writes_the_same(String template) throws Exception {
        same(archetype()
                .template("a.txt", template)
                .template("b.txt", "b of $artifactId\n")
                .template("c.txt", "$x $y $e $t $m #hello('c')\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$artifactId.substring(99)",
                "#set($x = $artifactId.substring(99))a",
                "$artifactId.matches('[')",
                "$artifactId.replaceAll('(s)', '$2')",
                "#if(",
                "#end",
                "#include('gone.txt')",
                "#parse('gone.txt')",
                "#macro(m)#m()#end#m()"
            })
    void a_template_that_fails_fails_in_both(String template) throws Exception {
        assertThat(both(archetype().template("a.txt", template), Map.of()).failures())
                .containsOnly(true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16", "windows-1252"})
    void encodings_are_kept(String encoding) throws Exception {
        same(archetype()
                .entry("archetype-resources/a.txt", "gr\u00fc\u00dfe $artifactId\n".getBytes(Charset.forName(encoding)))
                .set("<fileSet filtered=\"true\" encoding=\"" + encoding + "\"><directory></directory>"
                        + TestArchetype.includes("a.txt") + "</fileSet>"));
        same(archetype()
                .entry("archetype-resources/a.txt", "gr\u00fc\u00dfe".getBytes(StandardCharsets.ISO_8859_1))
                .filtered("", "a.txt"));
    }

    @Test
    void sets_of_files_are_chosen_and_placed_the_same() throws Exception {
        TestArchetype archetype = archetype()
                .property("kind", "<defaultValue>web</defaultValue>")
                .property("dollar", "<defaultValue>US$1 \\ x</defaultValue>")
                .resource("src/main/java/App.java", "package $package;")
                .resource("src/main/java/deep/Deep.java", "package ${package}.deep;")
                .resource("src/main/java/App.txt", "text")
                .resource("src/main/resources/__kind__-__artifactId__/a__kind__.properties", "a=$kind")
                .resource("src/main/resources/__unknown__/b.properties", "b")
                .resource("src/main/resources/__packageInPathFormat__/c.properties", "c")
                .resource("src/main/resources/.hidden", "h")
                .resource("src/main/resources/.gitignore", "target")
                .resource("docs/", "")
                .resource("docs/empty/", "")
                .resource("docs/a b.md", "$artifactId\r\n")
                .entry("archetype-resources/logo.bin", new byte[] {0, 1, 2, 13, 10, -1, '$', '{'})
                .set(
                        "<fileSet filtered=\"true\" packaged=\"true\"><directory>src/main/java</directory><includes><include>**/*.java</include></includes></fileSet>")
                .set(
                        "<fileSet filtered=\"true\" packaged=\"true\"><directory>src/main/java</directory><includes><include>**/*.txt</include></includes><excludes><exclude>deep/**</exclude></excludes></fileSet>")
                .set("<fileSet filtered=\"true\"><directory>src/main/resources</directory></fileSet>")
                .set("<fileSet><directory>docs</directory></fileSet>")
                .set("<fileSet packaged=\"true\"><directory>src/test/java</directory></fileSet>")
                .set("<fileSet><directory></directory><includes><include>logo.bin</include></includes></fileSet>")
                .set(
                        "<fileSet filtered=\"true\" includeCondition=\"#if($kind == 'web')true#end\"><directory>web</directory></fileSet>")
                .set(
                        "<fileSet filtered=\"true\" includeCondition=\"$kind.equals('cli')\"><directory>cli</directory></fileSet>")
                .set(
                        "<fileSet filtered=\"true\" includeCondition=\"broken #if(\"><directory>broken</directory></fileSet>")
                .resource("web/index.html", "<h1>$artifactId</h1>")
                .resource("cli/Main.java", "cli")
                .resource("broken/x", "x");
        same(archetype);
        assertThat(archetype.tree())
                .containsKey("shop/src/main/java/com/acme/shop/App.java")
                .containsKey("shop/src/main/resources/web-shop/aweb.properties")
                .containsKey("shop/src/test/java/com/acme/shop/")
                .containsKey("shop/web/index.html")
                .doesNotContainKey("shop/cli/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "$1", "\\$", "a$0b", "x/y", " ", "com.acme"})
    void values_in_names_are_replaced_the_same(String value) throws Exception {
        same(archetype()
                .property("name", "")
                .given("name", value)
                .resource("src/x__name__y/f__name____artifactId__.txt", "$name")
                .filtered("src"));
    }

    @Test
    void what_a_template_sets_leaks_into_later_files_and_names_the_same() throws Exception {
        TestArchetype archetype = archetype()
                .property("name", "<defaultValue>old</defaultValue>")
                .resource("pom.xml", "#set($name = 'new')#set($later = 'x')#macro(shout $t)$t!#end" + TestArchetype.POM)
                .resource("a.txt", "#set($count = 1)$name $later #shout('a') #set($count = $count + 1)")
                .resource("b__name__/__later__.txt", "$count #shout($name)#set($name = 'newest')")
                .resource("c__name__.txt", "$name")
                .filtered("", "**/*.txt");
        same(archetype);
        assertThat(archetype.tree()).containsKey("shop/bnew/x.txt").containsKey("shop/cnewest.txt");
    }

    @Test
    void modules_in_modules_get_parents_and_names_the_same() throws Exception {
        String pom = """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>${groupId}</groupId>
                  <artifactId>${artifactId}</artifactId>
                  <version>${version}</version>
                  <packaging>pom</packaging>
                  <!-- ${rootArtifactId} ${parentArtifactId} -->
                </project>
                """;
        String leaf = """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <artifactId>${artifactId}</artifactId>
                  <dependencies>
                    <dependency><groupId>x</groupId><artifactId>${rootArtifactId}-api</artifactId><version>1</version></dependency>
                  </dependencies>
                </project>
                """;
        TestArchetype archetype = archetype()
                .resource("pom.xml", pom)
                .resource("__rootArtifactId__-core/pom.xml", pom)
                .resource("__rootArtifactId__-core/src/A.java", "$artifactId $rootArtifactId $parentArtifactId")
                .resource("__rootArtifactId__-core/inner/pom.xml", leaf)
                .resource("__rootArtifactId__-core/inner/x/__artifactId__.txt", "$artifactId $parentArtifactId")
                .resource(
                        "web/pom.xml",
                        leaf.replace(
                                "<artifactId>${artifactId}",
                                "<parent><groupId>a</groupId><artifactId>b</artifactId><version>1</version></parent><artifactId>${artifactId}"))
                .resource("after.txt", "$artifactId $parentArtifactId")
                .filtered("", "after.txt")
                .module(
                        "<module id=\"${rootArtifactId}-core\" dir=\"__rootArtifactId__-core\" name=\"${rootArtifactId}-core\">"
                                + "<fileSets><fileSet filtered=\"true\" packaged=\"true\"><directory>src</directory></fileSet></fileSets>"
                                + "<modules><module id=\"inner\" dir=\"inner\" name=\"inner\"><fileSets><fileSet filtered=\"true\"><directory>x</directory></fileSet></fileSets></module></modules></module>")
                .module("<module id=\"web\" dir=\"web\" name=\"web\"><fileSets/></module>");
        same(archetype);
        assertThat(archetype.tree().get("shop/pom.xml")).contains("<module>shop-core</module>", "<module>web</module>");
        assertThat(archetype.tree().get("shop/shop-core/inner/pom.xml")).contains("<parent>");
    }

    @Test
    void a_project_below_a_parent_changes_the_parent_the_same() throws Exception {
        same(archetype(), Map.of("pom.xml", PARENT));
        same(
                archetype(),
                Map.of(
                        "pom.xml",
                        PARENT.replace("<!-- kept -->", "<modules>\n        <module>other</module>\n    </modules>")));
        assertThat(both(archetype(), Map.of("pom.xml", PARENT.replace("<packaging>pom</packaging>", "")))
                        .failures())
                .containsOnly(true);
    }

    @Test
    void a_partial_archetype_adds_to_a_project_the_same() throws Exception {
        String additions =
                "<project><modelVersion>4.0.0</modelVersion><groupId>${groupId}</groupId><artifactId>${artifactId}</artifactId><version>${version}</version>"
                        + "<properties><a>1</a></properties><dependencies><dependency><groupId>x</groupId><artifactId>y</artifactId><version>1</version></dependency></dependencies>"
                        + "<build><plugins><plugin><artifactId>maven-jar-plugin</artifactId><configuration><skip>true</skip></configuration></plugin></plugins></build></project>";
        for (Map<String, String> before : List.of(
                Map.<String, String>of(),
                Map.of("pom.xml", PARENT),
                Map.of("shop/pom.xml", PARENT),
                Map.of("shop/pom.xml", PARENT, "shop/src/site/there.txt", "mine"),
                Map.of("shop/readme.txt", "no pom"))) {
            TestArchetype archetype = archetype()
                    .partial()
                    .resource("pom.xml", additions)
                    .resource("src/site/site.xml", "$artifactId")
                    .filtered("src/site");
            both(archetype, before);
        }
    }

    @Test
    void what_lies_there_already_is_treated_the_same() throws Exception {
        same(archetype().template("a.txt", "new").copied("", "a.txt"), Map.of("shop/a.txt", "old"));
        assertThat(both(archetype(), Map.of("shop/pom.xml", PARENT)).failures()).containsOnly(true);
    }

    @Test
    void properties_are_found_the_same() throws Exception {
        same(archetype()
                .property("greeting", "<defaultValue>Hello ${name} of ${groupId}</defaultValue>")
                .property("name", "<defaultValue>${artifactId}-name</defaultValue>")
                .property("upper", "<defaultValue>${name.toUpperCase()}</defaultValue>")
                .property("plain", "<defaultValue>plain</defaultValue><validationRegex>[a-z]+</validationRegex>")
                .template("a.txt", "$greeting $name $upper $plain $version"));
        same(archetype()
                .property("package", "<defaultValue>${groupId}.${artifactId.replace('-', '.')}</defaultValue>")
                .property(
                        "className",
                        "<defaultValue>${artifactId.substring(0,1).toUpperCase()}${artifactId.substring(1)}</defaultValue>")
                .template("a.txt", "$package $className"));
        same(archetype()
                .given("version", "${artifactId}-1 ${undefined}")
                .given("ignored", "x")
                .template("a.txt", "$version $ignored"));
        same(archetype()
                .property("groupId", "")
                .property("artifactId", "<defaultValue>given-wins</defaultValue>")
                .property("version", "<defaultValue>3</defaultValue>")
                .template("a.txt", "$groupId $artifactId $version $package"));
        same(archetype()
                .property("a", "<defaultValue>${b}</defaultValue>")
                .property("b", "<defaultValue>${c}</defaultValue>")
                .property("c", "<defaultValue>${d}x</defaultValue>")
                .property("d", "<defaultValue>1</defaultValue>")
                .given("c", "#set($q = 1)${d}$q")
                .given("archetype.goals", "verify")
                .template("a.txt", "$a $b $c $d"));
    }

    @Test
    void missing_properties_fail_the_same() throws Exception {
        assertThat(both(
                                archetype()
                                        .property("a", "")
                                        .property("b", "")
                                        .property("c", "<defaultValue>1</defaultValue>"),
                                Map.of())
                        .failures())
                .containsOnly(true);
        assertThat(both(archetype().given("groupId", ""), Map.of()).failures()).containsOnly(true);
        assertThat(both(archetype().property("a", "<defaultValue>${</defaultValue>"), Map.of())
                        .failures())
                .hasSize(2);
    }

    @Test
    void defaults_in_a_circle_overflow_the_originals_stack_and_are_refused_here() throws Exception {
        TestArchetype archetype = archetype()
                .property("a", "<defaultValue>${b}-</defaultValue>")
                .property("b", "<defaultValue>${c}.</defaultValue>")
                .property("c", "<defaultValue>x${a}</defaultValue>");
        Path jar = archetype.jar();
        assertThatThrownBy(() -> new Original(jar).generate(archetype.given(), folder))
                .isInstanceOf(StackOverflowError.class);
        assertThatThrownBy(archetype::resolved)
                .isInstanceOf(PacksException.class)
                .hasMessageContaining("in a circle")
                .hasMessageContaining("`a`");
        // More than the original, which looks at the defaults even if none is needed.
        archetype.given("a", "1").given("b", "2").given("c", "3").given("version", "1");
        assertThat(archetype.resolved()).containsEntry("a", "1");
    }

    @Test
    void many_properties_are_evaluated_in_the_same_order() throws Exception {
        TestArchetype archetype = archetype();
        StringBuilder template = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            archetype.property("p" + i, "<defaultValue>v" + i + "</defaultValue>");
            archetype.given("p" + i, "${p" + (i * 7 % 25) + "}-${p" + (i * 11 % 25) + "}");
            template.append("$p").append(i).append('\n');
        }
        same(archetype.template("a.txt", template.toString()));
    }

    @Test
    void archetypes_of_the_old_kind_are_the_same() throws Exception {
        String descriptor = "<archetype><id>old</id><allowPartial>true</allowPartial>"
                + "<sources><source>src/main/java/App.java</source><source encoding=\"ISO-8859-1\">src/main/java/deep/Deep.java</source></sources>"
                + "<resources><resource>src/main/resources/a.properties</resource><resource filtered=\"false\">src/main/resources/b.properties</resource></resources>"
                + "<testSources><source>src/test/java/AppTest.java</source></testSources>"
                + "<testResources><resource>src/test/resources/t.properties</resource></testResources>"
                + "<siteResources><resource>src/site/site.xml</resource></siteResources></archetype>";
        for (String place : List.of("META-INF/maven/archetype.xml", "META-INF/archetype.xml")) {
            for (String pom : List.of(
                    TestArchetype.POM,
                    TestArchetype.POM.replace(
                            "</project>",
                            "  <build><sourceDirectory>src/main/java</sourceDirectory><scriptSourceDirectory>src/scripts</scriptSourceDirectory><testSourceDirectory>src/test/java</testSourceDirectory>"
                                    + "<resources><resource><directory>conf</directory></resource></resources><testResources><testResource><directory>tconf</directory></testResource></testResources></build>\n</project>"))) {
                for (Map<String, String> before :
                        List.of(Map.<String, String>of(), Map.of("pom.xml", PARENT), Map.of("shop/pom.xml", PARENT))) {
                    TestArchetype archetype = archetype()
                            .entry(place, descriptor)
                            .resource("pom.xml", pom)
                            .resource("src/main/java/App.java", "package $package; // $packageName $groupId")
                            .entry(
                                    "archetype-resources/src/main/java/deep/Deep.java",
                                    "gr\u00fc\u00dfe $artifactId".getBytes(StandardCharsets.ISO_8859_1))
                            .resource("src/main/resources/a.properties", "a=${artifactId}\r\n")
                            .resource("src/main/resources/b.properties", "b=${artifactId}\r\n")
                            .resource("src/test/java/AppTest.java", "$package")
                            .resource("src/test/resources/t.properties", "t")
                            .resource("src/site/site.xml", "<s/>");
                    same(archetype, before);
                }
            }
        }
    }

    private void same(TestArchetype archetype) throws Exception {
        same(archetype, Map.of());
    }

    private void same(TestArchetype archetype, Map<String, String> before) throws Exception {
        assertThat(both(archetype, before).failures()).as("failures").containsOnly(false);
    }

    private record Both(List<Boolean> failures) {}

    /** Both succeed with equal trees, or both fail. */
    private static Both both(TestArchetype archetype, Map<String, String> before) throws Exception {
        Path jar = archetype.jar();
        Path theirs = Files.createTempDirectory(jar.resolveSibling(""), "theirs");
        write(theirs, before);
        write(archetype.base(), before);
        String failed = "";
        try {
            Map<String, String> properties = new Original(jar).generate(archetype.given(), theirs);
            Properties ours = new Properties();
            archetype.resolved().forEach(ours::setProperty);
            List<String> order = new ArrayList<>();
            ours.keySet().forEach(key -> order.add((String) key));
            assertThat(order).containsExactlyElementsOf(properties.keySet());
            assertThat(archetype.resolved()).isEqualTo(properties);
        } catch (Exception failure) {
            failed = failure.toString();
        }
        String refused = "";
        ArchetypeResult result = null;
        try {
            result = new BridgeEngine().generate(ArchetypeRun.of(jar, archetype.resolved(), archetype.base()));
        } catch (RuntimeException failure) {
            refused = failure.toString();
        }
        assertThat(refused.isEmpty())
                .as("original: " + failed + "\nours: " + refused)
                .isEqualTo(failed.isEmpty());
        if (result != null) {
            SortedMap<String, String> expected = TestArchetype.tree(theirs);
            assertThat(archetype.tree()).isEqualTo(expected);
            for (String name : expected.keySet()) {
                boolean isNew = !name.endsWith("/") && !expected.get(name).equals(before.get(name));
                assertThat(result.files().stream().anyMatch(path -> path.text().equals(name)))
                        .as(name)
                        .isEqualTo(isNew);
            }
        }
        return new Both(List.of(!failed.isEmpty(), !refused.isEmpty()));
    }

    private static void write(Path base, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = base.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
