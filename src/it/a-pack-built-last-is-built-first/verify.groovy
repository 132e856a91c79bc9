import dev.packs.it.BuildLog
import dev.packs.it.Tree

def log = new BuildLog(basedir)
// Made by each of the three clean builds, and not again by the fourth.
assert log.count("model: 1 created, 0 replaced, 0 deleted, 0 unchanged (1 rendered)") == 3
log.shows("PACKS-", "is a module of this build", "<artifactId>model</artifactId>", "<type>pack</type>", "<scope>provided</scope>")

Tree.of(new File(basedir, "app/target/generated-sources/packs/model")).holdsExactly("src/main/java/com/acme/model/Thing.java")
assert new File(basedir, "app/target/classes/com/acme/model/Thing.class").isFile()
def lock = Tree.of(new File(basedir, "app")).text("packs.lock")
assert lock.contains('source = "workspace"')
assert !lock.contains("digest")
