package dev.packs.operation;

import dev.packs.io.FileTree;
import dev.packs.pack.PackManifest;
import java.util.ArrayList;
import java.util.List;

/** Compares two versions of a pack for those who use it. */
public final class ComparePacks {

    private ComparePacks() {}

    /** One of the two. */
    public record Side(PackManifest manifest, FileTree files) {}

    public static ComparedPacks run(Side before, Side after) {
        List<PackChange> changes = new ArrayList<>();
        changes.addAll(VariableChanges.between(
                before.manifest().variables(), after.manifest().variables()));
        changes.addAll(OutputChanges.between(before, after));
        changes.addAll(GraphChanges.between(before, after));
        changes.addAll(NeedChanges.between(before.manifest(), after.manifest()));
        return new ComparedPacks(before.manifest().id(), after.manifest().id(), changes);
    }
}
