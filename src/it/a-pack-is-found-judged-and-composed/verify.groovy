import dev.packs.it.BuildLog
import dev.packs.it.ExactTree
import dev.packs.it.Tree
import groovy.json.JsonSlurper

new BuildLog(basedir).shows("com.acme.found:greeter:1.0.0: as expected in 1 golden case", "com.acme.found:greeter:1.0.0: as expected in 1 golden case")
def json = { name -> new JsonSlurper().parse(new File(basedir, "target/$name")) }

assert json("score.json").result.packs[0].score >= 20
assert json("packs.sarif").version == "2.1.0"
assert json("found.json").result.packs*.id == ["greeter"]
assert json("info.json").goal == "info"
assert new File(basedir, "target/rows.csv").text.contains("com.acme.found:greeter")
assert new File(basedir, "market/com/acme/found/greeter/1.0.0/greeter-1.0.0.toml").exists()

// What the packs give together, and the pack that was made of them gives the same.
def app = Tree.of(new File(basedir, "made/app"))
assert app.text("docs/app.md").startsWith("# Guten-Tag, app\n")
def files = { folder ->
    Tree.of(new File(basedir, folder)).files()
            .findAll { !it.key.startsWith(".packs/") }
            .collectEntries { [it.key, it.value.content().encodeHex().toString()] }
}
assert files("made/app").keySet().any { it.endsWith("Greeting.java") }
assert files("made/app") == files("made/again")
assert new File(basedir, "made/site/index.html").text.contains("com.acme.found")
