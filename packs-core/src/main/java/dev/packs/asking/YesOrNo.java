package dev.packs.asking;

import dev.packs.terminal.Terminal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Questions that have two answers. */
public final class YesOrNo {

    private final Terminal terminal;

    public YesOrNo(Terminal terminal) {
        this.terminal = terminal;
    }

    /** @param standard what an empty line means */
    public boolean ask(String prompt, boolean standard) {
        while (true) {
            String text = terminal.ask(prompt + (standard ? " (Y/n)> " : " (y/N)> "), List.of("yes", "no"))
                    .strip();
            Optional<Boolean> answer = text.isEmpty() ? Optional.of(standard) : read(text);
            if (answer.isPresent()) {
                return answer.get();
            }
            terminal.show("    answer yes or no");
        }
    }

    static Optional<Boolean> read(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "y", "yes", "true" -> Optional.of(true);
            case "n", "no", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }
}
