package dev.packs.operation;

import dev.packs.generation.SettledFile;
import dev.packs.io.RelativePath;
import dev.packs.merge.MergeChoice;
import dev.packs.terminal.PlainText;
import dev.packs.terminal.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Collects whose each file is, without any value of a secret variable. */
final class SettledFiles implements Consumer<SettledFile> {

    private static final int LONGEST_SHOWN = 60;

    private final Secrets secrets;
    private final Map<RelativePath, SettledFile> byPath = new TreeMap<>();

    SettledFiles(Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public void accept(SettledFile file) {
        List<MergeChoice> choices = new ArrayList<>();
        for (MergeChoice choice : file.choices()) {
            choices.add(new MergeChoice(
                    secrets.hidden(choice.where()), shown(choice.kept()), shown(choice.dropped()), choice.reason()));
        }
        byPath.put(file.path(), new SettledFile(file.path(), file.how(), file.from(), file.dropped(), choices));
    }

    /** What holds a secret gives way as a whole, and is cut only then: no part of a secret could be found any more. */
    private String shown(String text) {
        return PlainText.line(secrets.hidden(text).strip(), LONGEST_SHOWN + 1);
    }

    Map<RelativePath, SettledFile> byPath() {
        return byPath;
    }
}
