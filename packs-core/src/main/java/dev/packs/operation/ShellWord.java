package dev.packs.operation;

/** A path or an argument as it is typed in a shell. */
final class ShellWord {

    private ShellWord() {}

    /** In double quotes if it holds what a shell would read something into; sh, cmd and PowerShell agree about those. */
    static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && "-=:._/@,\\+".indexOf(c) < 0) {
                return '"' + text + '"';
            }
        }
        return text;
    }
}
