import dev.packs.it.WrittenArchetype

def archetypes = new File(basedir, "../../../src/test/archetypes")
WrittenArchetype.install(archetypes, localRepositoryPath)
for (side in ["stock", "packs"]) {
    for (name in ["modules-in-modules.below-plain-parent", "velocity.plain", "old.plain", "partial.in-project", "filesets.plain"]) {
        WrittenArchetype.prepare(archetypes, name, new File(basedir, side + "/" + name))
    }
}
