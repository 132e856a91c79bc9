import dev.packs.it.ExactTree

for (name in ["modules-in-modules.below-plain-parent", "velocity.plain", "old.plain", "partial.in-project", "filesets.plain"]) {
    def stock = ExactTree.of(new File(basedir, "stock/" + name))
    assert stock.files() > 1
    assert stock.differences(ExactTree.of(new File(basedir, "packs/" + name)), "by the original", "by Packs") == []
}
