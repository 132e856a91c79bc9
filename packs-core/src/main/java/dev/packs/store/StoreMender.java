package dev.packs.store;

import dev.packs.io.DeletedTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Does what the remedies of findings say, and nothing else. */
public final class StoreMender {

    private final StoreLayout layout;
    private final StoreSettings settings;

    public StoreMender(StoreLayout layout, StoreSettings settings) {
        this.layout = layout;
        this.settings = settings;
    }

    /**
     * Mends what can be mended. What others changed since it was found is left as it is then.
     *
     * @throws dev.packs.PacksException {@link dev.packs.ProblemCode#WRITE_FAILED}, {@link dev.packs.ProblemCode#LOCK_BUSY}, {@link dev.packs.ProblemCode#STORE_UNUSABLE}
     */
    public void mend(List<StoreFinding> findings) {
        List<Path> damaged = new ArrayList<>();
        boolean clears = false;
        for (StoreFinding finding : findings) {
            switch (finding.remedy()) {
                case NARROW -> Store.restrict(layout.root());
                case DELETE -> DeletedTree.delete(finding.path());
                case CLEAR -> clears = true;
                case TAKE_OUT -> {
                    if (PackageExamination.damage(layout, finding.path()).isPresent()) {
                        damaged.add(finding.path());
                    }
                }
                case NONE -> {}
            }
        }
        StoreLock lock = new StoreLock(layout, settings);
        new StoreWriter(layout, lock).takeOut(damaged);
        if (clears) {
            LeftOvers.clear(layout);
            lock.hold(() -> LeftOvers.clearEmptyFolders(layout));
        }
    }
}
