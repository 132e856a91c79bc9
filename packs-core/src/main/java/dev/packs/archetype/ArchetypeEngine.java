package dev.packs.archetype;

import java.nio.file.Path;
import java.util.Map;

/**
 * Reads archetypes and generates from them what {@code archetype:generate} of maven-archetype-plugin 3.4.1 yields in batch mode. Found as a service in the class loader of the
 * engine. Safe for use by several threads.
 */
public interface ArchetypeEngine {

    /**
     * What an archetype asks for and consists of.
     *
     * @param jar the archetype; nobody may change it meanwhile
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#ARCHIVE_REFUSED}, {@link dev.packs.ProblemCode#ARCHETYPE_INVALID} or
     *     {@link dev.packs.ProblemCode#READ_FAILED}
     */
    ArchetypeContent read(Path jar);

    /**
     * The properties that a project is generated with: those given, and the defaults of the others, in the order in which the original sets them. Their values may still have
     * expressions in them, which are evaluated when the project is generated, as in the original.
     *
     * @param given what {@code -D} would give the original; keys that the archetype does not know are left out
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#VARIABLE_MISSING} for each property without a value, or what evaluating a default ended with
     */
    Map<String, String> resolve(ArchetypeContent content, Map<String, String> given);

    /**
     * Generates a project below {@link ArchetypeRun#base()}. After a failure that folder may hold a part of it, so it is a folder aside.
     *
     * @throws dev.packs.PacksException what the archetype is refused for: {@link dev.packs.ProblemCode#TEMPLATE_SYNTAX}, {@link dev.packs.ProblemCode#TEMPLATE_FAILED},
     *     {@link dev.packs.ProblemCode#TEMPLATE_FORBIDDEN}, {@link dev.packs.ProblemCode#PATH_ESCAPES}, {@link dev.packs.ProblemCode#LIMIT_EXCEEDED},
     *     {@link dev.packs.ProblemCode#SCRIPT_REFUSED}, {@link dev.packs.ProblemCode#OUTPUT_EXISTS}, {@link dev.packs.ProblemCode#ARCHETYPE_INVALID}
     */
    ArchetypeResult generate(ArchetypeRun run);
}
