package dev.packs.asking;

/** Arguments as a shell takes them: the POSIX one, or on Windows cmd and PowerShell. */
public enum ShellText {
    POSIX {
        @Override
        public String quote(String argument) {
            return isPlain(argument) ? argument : "'" + argument.replace("'", "'\\''") + "'";
        }
    },

    /** PowerShell takes an argument apart at its first dot, so that every one with a property needs quotes. */
    WINDOWS {
        @Override
        public String quote(String argument) {
            return '"' + argument.replace("\"", "\\\"") + '"';
        }
    };

    public abstract String quote(String argument);

    private static boolean isPlain(String argument) {
        for (int i = 0; i < argument.length(); i++) {
            char c = argument.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && "-_.,=/:+@".indexOf(c) < 0) {
                return false;
            }
        }
        return !argument.isEmpty();
    }
}
