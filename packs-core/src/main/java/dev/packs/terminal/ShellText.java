package dev.packs.terminal;

import java.io.File;
import java.util.Optional;

/** Arguments as they are typed in a shell: the POSIX one, or on Windows cmd and PowerShell. Every command that is shown is quoted here, since parts of it may come from a stranger. */
public enum ShellText {
    POSIX {
        @Override
        Optional<String> quoted(String argument) {
            return Optional.of(isPlain(argument) ? argument : "'" + argument.replace("'", "'\\''") + "'");
        }
    },

    /** PowerShell takes an argument with a minus apart at its first dot, so that every such one needs quotes. Within them both shells still put in values, each in its own way. */
    WINDOWS {
        @Override
        Optional<String> quoted(String argument) {
            for (int i = 0; i < argument.length(); i++) {
                if ("\"%$`!\u201c\u201d\u201e".indexOf(argument.charAt(i)) >= 0) {
                    return Optional.empty();
                }
            }
            // The quote behind a backslash would be part of the argument.
            if (argument.endsWith("\\")) {
                return Optional.empty();
            }
            boolean isWord = !argument.startsWith("-") && isPlain(argument.replace('\\', '/'));
            return Optional.of(isWord ? argument : '"' + argument + '"');
        }
    };

    /** The shell of the machine that this runs on. */
    public static ShellText here() {
        return File.separatorChar == '\\' ? WINDOWS : POSIX;
    }

    /** The argument, in quotes where it needs them; empty where it cannot be shown so that pasting it means the same, as with a line end. */
    public Optional<String> quote(String argument) {
        return PlainText.line(argument).equals(argument) ? quoted(argument) : Optional.empty();
    }

    abstract Optional<String> quoted(String argument);

    private static boolean isPlain(String argument) {
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            if (!Character.isLetterOrDigit(c) && "-_.,=/:+@…".indexOf(c) < 0) {
                return false;
            }
        }
        return !argument.isEmpty();
    }
}
