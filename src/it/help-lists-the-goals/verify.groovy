import dev.packs.it.BuildLog

new BuildLog(basedir).shows("packs:package", "packs:help")
