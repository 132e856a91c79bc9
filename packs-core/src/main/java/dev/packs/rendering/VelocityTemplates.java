package dev.packs.rendering;

import dev.packs.Problem;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The port to an engine for templates of Velocity. Found as a service in the class loader of the engine; whoever has it has loaded Velocity. */
public interface VelocityTemplates {

    /**
     * A renderer for one pack and one generation, for one thread.
     *
     * @param files of the pack
     * @param pack how places name it
     * @param limits for everything that this renderer does together
     */
    Renderer of(FileTree files, String pack, RenderLimits limits);

    /** Renders the templates of one pack. None of them sees what another one set. */
    interface Renderer {

        /**
         * Renders a file of the pack.
         *
         * @param values plain ones; what the template does to them changes nothing
         * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#TEMPLATE_SYNTAX}, {@link dev.packs.ProblemCode#TEMPLATE_FAILED},
         *     {@link dev.packs.ProblemCode#TEMPLATE_FORBIDDEN} or {@link dev.packs.ProblemCode#LIMIT_EXCEEDED}
         */
        RenderedText render(RelativePath source, Map<String, ? extends @Nullable Object> values);

        /**
         * What can be said of a template, and of the files that it renders in its place, without rendering it: what is wrong with the syntax, files that the pack does not have, what no value
         * gives. As {@link dev.packs.ProblemCode#VARIABLE_UNDEFINED} the uses of names that nobody defines, which is no error: rendering may never come there.
         *
         * @param names of the values that it will see
         */
        List<Problem> check(RelativePath source, Collection<String> names);
    }
}
