package dev.packs.archetype.bridge;

import java.util.Properties;

/** How Velocity reads templates. */
enum Dialect {
    /** As plexus-velocity 2.2.1 and archetype-common 3.4.1 set it up: for templates that were written for Velocity 1. */
    ARCHETYPE {
        @Override
        void set(Properties settings) {
            settings.put("event_handler.include.class", "org.apache.velocity.app.event.implement.IncludeRelativePath");
            settings.put("velocimacro.inline.replace_global", "true");
            settings.put("parser.space_gobbling", "bc");
            settings.put("directive.if.empty_check", false);
            settings.put("parser.allow_hyphen_in_identifiers", true);
            settings.put("velocimacro.enable_bc_mode", true);
            settings.put("event_handler.invalid_references.quiet", "true");
            settings.put("event_handler.invalid_references.null", true);
            settings.put("event_handler.invalid_references.tested", true);
        }
    },

    /** Velocity's own defaults, and a reference to something undefined is an error, as in all templates of packs. */
    PACK {
        @Override
        void set(Properties settings) {
            settings.put("runtime.strict_mode.enable", true);
            // Else a name that is not defined is an error even where it is escaped.
            settings.put("runtime.strict_mode.escape", true);
        }
    };

    abstract void set(Properties settings);
}
