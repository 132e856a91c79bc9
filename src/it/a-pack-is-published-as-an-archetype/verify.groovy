import dev.packs.it.ExactTree
import dev.packs.it.Tree

assert Tree.of(new File(basedir, "theirs/hello")).text("docs/hello.md").startsWith("# Good-day, hello\n")
assert ExactTree.of(new File(basedir, "theirs/hello")).differences(ExactTree.of(new File(basedir, "ours/hello")), "theirs", "ours").isEmpty()

// Under coordinates of its own, and what the pack is published as is as it was.
def market = new File(basedir, "market/com/acme/published")
def archetype = Tree.of(new File(market, "greeter-archetype/1.0.0"))
assert archetype.text("greeter-archetype-1.0.0.pom").contains("<artifactId>greeter-archetype</artifactId>")
assert archetype.files().containsKey("greeter-archetype-1.0.0.jar")
assert new File(market, "greeter-archetype/maven-metadata.xml").text.contains("<release>1.0.0</release>")
def pack = Tree.of(new File(market, "greeter/1.0.0"))
assert pack.text("greeter-1.0.0.pom").contains("<packaging>pack</packaging>")
assert pack.files().keySet().containsAll(["greeter-1.0.0.jar", "greeter-1.0.0.toml"])
