package dev.packs.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentedCommandTest {

    @Test
    void commands_are_found_in_sh_blocks_only() {
        List<String> markdown = """
                mvn not:this
                ```xml
                mvn nor:this
                ```
                ```sh
                cd my-api && mvn  verify
                mvn packs:list \\
                    -Dcategory=web
                ```
                """.lines().toList();
        assertThat(DocumentedCommand.parse("a.md", markdown))
                .containsExactly(
                        new DocumentedCommand("a.md:6", "mvn verify"),
                        new DocumentedCommand("a.md:8", "mvn packs:list -Dcategory=web"));
    }

    @Test
    void words_lose_their_quotes() {
        DocumentedCommand command = new DocumentedCommand(
                "a.md:1", "mvn -q dev.packs:packs-maven-plugin:1.0.0:generate '-Dpack=web@^1.2' -Dname=\"my api\" -o");
        assertThat(command.arguments())
                .containsExactly(
                        "-q", "dev.packs:packs-maven-plugin:1.0.0:generate", "-Dpack=web@^1.2", "-Dname=my api", "-o");
        assertThat(command.goals()).containsExactly("generate");
        assertThat(command.properties()).containsExactly("pack", "name");
    }
}
