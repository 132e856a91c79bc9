import dev.packs.it.BuildLog
import dev.packs.it.Tree

def log = new BuildLog(basedir)
log.shows("BUILD SUCCESS", "BUILD SUCCESS").shows("Tests run: 1, Failures: 0")
// Once for each module in the first build, and nothing in the second.
assert log.count("model: ") == 2
assert log.count("events: ") == 2
assert log.count("wrote packs.lock") == 2

def files = Tree.of(basedir).files().keySet()
assert files.findAll { it.endsWith("packs.lock") } == ["services/crm/packs.lock", "services/shop/packs.lock"] as Set
def generated = { module, id -> Tree.of(new File(basedir, "services/$module/target/generated-sources/packs/$id/src/main/java")).files().keySet() }
assert generated("shop", "model").containsAll(["com/acme/shop/model/Customer.java", "com/acme/shop/model/Order.java", "com/acme/shop/model/Status.java"])
assert generated("shop", "events").contains("com/acme/events/OrderPlaced.java")
assert generated("crm", "model").contains("com/acme/crm/model/Contact.java")
assert generated("crm", "events").contains("com/acme/events/Called.java")
assert !new File(basedir, "target/generated-sources").exists()
assert !new File(basedir, "services/target/generated-sources").exists()
assert !new File(basedir, "wrong").exists()
