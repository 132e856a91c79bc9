package dev.packs.generation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.generation.SettledFile.How;
import dev.packs.io.RelativePath;
import dev.packs.merge.FileMerger;
import dev.packs.merge.MergeChoice;
import dev.packs.merge.MergeKind;
import dev.packs.merge.MergeSide;
import dev.packs.merge.MergedFile;
import dev.packs.pack.CollisionStrategy;
import dev.packs.terminal.ShellText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Makes the one file that becomes of those that several packs give. */
final class CombinedContent {

    private final Supplier<FileMerger> merger;

    /** @param merger asked only where two files differ */
    CombinedContent(Supplier<FileMerger> merger) {
        this.merger = merger;
    }

    /**
     * A pack's file, made.
     *
     * @param content read once
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Given(FileOrigin origin, byte[] content) {}

    /** The file, and what has to be told of it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Combined(byte[] content, SettledFile settled) {}

    /**
     * Makes it.
     *
     * @param given in the order of the packs; at least two
     * @throws PacksException {@link ProblemCode#FILES_COLLIDE} where they differ and must not, or what merging them ended with
     */
    Combined of(RelativePath path, CollisionStrategy strategy, List<Given> given) {
        List<FileOrigin> origins = new ArrayList<>();
        boolean isEqual = true;
        for (Given each : given) {
            origins.add(each.origin());
            isEqual &= Arrays.equals(each.content(), given.get(0).content());
        }
        if (isEqual) {
            return new Combined(
                    given.get(0).content(), new SettledFile(path, How.EQUAL, origins, List.of(), List.of()));
        }
        Optional<MergeKind> kind = MergeKind.of(path);
        if (strategy != CollisionStrategy.MERGE || kind.isEmpty()) {
            throw unsettled(path, strategy, origins).asException();
        }
        byte[] content = given.get(0).content();
        String name = "`" + path + "` of " + origins.get(0).pack().name();
        List<MergeChoice> choices = new ArrayList<>();
        for (Given each : given.subList(1, given.size())) {
            String other = "`" + path + "` of " + each.origin().pack().name();
            MergedFile merged =
                    merger.get().merge(kind.get(), new MergeSide(name, content), new MergeSide(other, each.content()));
            content = merged.content();
            choices.addAll(merged.choices());
        }
        return new Combined(content, new SettledFile(path, How.MERGED, origins, List.of(), choices));
    }

    /** What says whose a file is; its path comes from a pack. */
    static String argument(RelativePath path) {
        return ShellText.here().quote("-Dpacks.collisions=" + path + "=first").orElse("-Dpacks.collisions=…=first");
    }

    private static Problem unsettled(RelativePath path, CollisionStrategy strategy, List<FileOrigin> origins) {
        List<String> packs = new ArrayList<>();
        for (FileOrigin origin : origins) {
            packs.add(origin.pack().name().toString());
        }
        boolean isMergeable = MergeKind.of(path).isPresent();
        String why =
                strategy == CollisionStrategy.MERGE ? ", and there is no way to merge such files" : ", and differs";
        return Problem.of(
                        ProblemCode.FILES_COLLIDE,
                        "`" + path + "` comes from " + String.join(" and from ", packs) + why)
                .help("say whose it is: `" + argument(path) + "`, or `last`"
                        + (isMergeable ? ", or `merge` to make one of them" : ""));
    }
}
