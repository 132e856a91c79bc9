package dev.packs.generation;

import dev.packs.io.FileTree;
import dev.packs.pack.FileSet;
import dev.packs.pack.PackManifest;
import dev.packs.pack.TemplateDefinition;
import dev.packs.pack.TemplateEngine;
import dev.packs.rendering.BranchRecorder;
import dev.packs.rendering.RenderLimits;
import dev.packs.rendering.TemplateRenderer;
import java.util.SortedSet;
import java.util.TreeSet;

/** All ways that a generation of a pack can take: in its templates, and by what its manifest says of them. Templates of Velocity have none that anybody could note. */
public final class PackBranches {

    private PackBranches() {}

    /** @throws dev.packs.PacksException with everything that is wrong in a template */
    public static SortedSet<BranchRecorder.Branch> of(PackManifest manifest, FileTree files) {
        TemplateRenderer renderer =
                new TemplateRenderer(files, manifest.id().name().id(), RenderLimits.standard());
        SortedSet<BranchRecorder.Branch> all = new TreeSet<>();
        for (TemplateDefinition template : manifest.templates()) {
            template.when().ifPresent(when -> both(PackTemplates.WHEN + when, all));
            template.forEach()
                    .ifPresent(each ->
                            all.add(new BranchRecorder.Branch(PackTemplates.FOR_EACH + template.output(), true)));
            if (template.engine() == TemplateEngine.THYMELEAF) {
                all.addAll(renderer.branches(template.source()));
            }
        }
        for (FileSet set : manifest.files()) {
            set.when().ifPresent(when -> both(PackTemplates.WHEN + when, all));
        }
        return all;
    }

    private static void both(String where, SortedSet<BranchRecorder.Branch> all) {
        all.add(new BranchRecorder.Branch(where, true));
        all.add(new BranchRecorder.Branch(where, false));
    }
}
