import dev.packs.it.Tree

def files = { folder ->
    Tree.of(new File(basedir, folder)).files()
            .findAll { !it.key.startsWith(".packs/") }
            .collectEntries { [it.key, it.value.content().encodeHex().toString()] }
}
assert files("theirs/my-app").containsKey("pom.xml")
assert files("ours/my-app") == files("theirs/my-app")
assert new File(basedir, "ours/my-app/.packs/answers.toml").text.contains('artifactId = "my-app"')
assert new File(basedir, "pom.xml").text.contains("<module>child</module>")
assert new File(basedir, "child/pom.xml").text.contains("<artifactId>an-archetype-is-a-pack</artifactId>")
