package dev.packs.archetype.bridge;

import dev.packs.io.FileTree;
import dev.packs.rendering.RenderLimits;
import dev.packs.rendering.VelocityTemplates;

/** The port of Velocity's templates in packs. */
public final class PackVelocity implements VelocityTemplates {

    /** Made as a service. */
    public PackVelocity() {}

    @Override
    public Renderer of(FileTree files, String pack, RenderLimits limits) {
        return new PackVelocityRenderer(files, pack, limits);
    }
}
