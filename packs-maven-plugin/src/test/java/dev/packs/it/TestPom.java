package dev.packs.it;

/** POMs of projects that declare packs. */
final class TestPom {

    private TestPom() {}

    /** One whose build generates one pack at {@code generate-sources}. */
    static String declaring(String group, String id, String version) {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>com.acme</groupId>
                  <artifactId>app</artifactId>
                  <version>1</version>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>dev.packs</groupId>
                        <artifactId>packs-maven-plugin</artifactId>
                        <version>%s</version>
                        <executions>
                          <execution>
                            <goals><goal>generate</goal></goals>
                            <configuration>
                              <packs>
                                <pack>
                                  <groupId>%s</groupId>
                                  <artifactId>%s</artifactId>
                                  <version>%s</version>
                                </pack>
                              </packs>
                            </configuration>
                          </execution>
                        </executions>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(Harness.ofBuild().version(), group, id, version);
    }
}
