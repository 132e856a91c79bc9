package dev.packs.engine;

/** The engines that there are, and what each of them sees of the classes around it. */
enum EngineKind {
    GRAPH("graph") {
        @Override
        boolean sees(String home) {
            return home.equals("dev.packs")
                    || home.equals("dev.packs.fence")
                    || home.equals("dev.packs.graph")
                    || home.equals("dev.packs.integrity")
                    || isBelow(home, "org.slf4j")
                    // The plugin has it anyway, and RDF4J asks for it once it reads JSON-LD.
                    || isBelow(home, "com.fasterxml.jackson");
        }
    },

    SEARCH("search") {
        @Override
        boolean sees(String home) {
            return home.equals("dev.packs")
                    || home.equals("dev.packs.search")
                    || home.equals("dev.packs.pack")
                    || home.equals("dev.packs.version");
        }
    },

    /** Jackson is lent to it, as the plugin has it anyway. */
    MERGE("merge") {
        @Override
        boolean sees(String home) {
            return home.equals("dev.packs")
                    || home.equals("dev.packs.fence")
                    || home.equals("dev.packs.io")
                    || home.equals("dev.packs.markdown")
                    || home.equals("dev.packs.merge")
                    || home.equals("dev.packs.version")
                    || isBelow(home, "com.fasterxml.jackson");
        }
    },

    /** It brings its own slf4j, so that what the original would print becomes part of the result. */
    ARCHETYPE("archetype") {
        @Override
        boolean sees(String home) {
            return isBelow(home, "dev.packs")
                    && !isBelow(home, "dev.packs.archetype.bridge")
                    && !isBelow(home, "dev.packs.archetype.export");
        }
    },

    TERMINAL("terminal") {
        @Override
        boolean sees(String home) {
            return home.equals("dev.packs") || home.equals("dev.packs.terminal") || home.equals("dev.packs.io");
        }
    };

    private final String folder;

    EngineKind(String folder) {
        this.folder = folder;
    }

    /** Below {@code META-INF/engines/} in the plugin's jar. */
    String folder() {
        return folder;
    }

    /** @param home the package of a class outside of the JDK */
    abstract boolean sees(String home);

    private static boolean isBelow(String home, String root) {
        return home.startsWith(root) && (home.length() == root.length() || home.charAt(root.length()) == '.');
    }
}
