package dev.packs.rendering;

import dev.packs.Problem;
import dev.packs.io.FileTree;
import dev.packs.io.RelativePath;
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

        /** What is wrong with the template's syntax. */
        List<Problem> check(RelativePath source);
    }
}
