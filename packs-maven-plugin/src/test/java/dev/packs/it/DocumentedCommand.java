package dev.packs.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An {@code mvn} command as documentation shows it to people.
 *
 * @param place the file and line it stands in
 * @param text the command on one line
 */
record DocumentedCommand(String place, String text) {

    private static final String PLUGIN = "dev.packs:packs-maven-plugin:";
    private static final String PREFIX = "packs:";

    /** The commands in the fenced blocks of language {@code sh}; a backslash at a line's end joins it with the next. */
    static List<DocumentedCommand> parse(String file, List<String> markdown) {
        List<DocumentedCommand> commands = new ArrayList<>();
        boolean inBlock = false;
        StringBuilder joined = new StringBuilder();
        for (int i = 0; i < markdown.size(); i++) {
            String line = markdown.get(i).strip();
            if (line.startsWith("```")) {
                inBlock = line.equals("```sh");
            } else if (inBlock && line.endsWith("\\")) {
                joined.append(line, 0, line.length() - 1).append(' ');
            } else if (inBlock) {
                for (String part : joined.append(line).toString().split("&&|;", -1)) {
                    String command = part.strip().replaceAll(" +", " ");
                    if (command.startsWith("mvn ")) {
                        commands.add(new DocumentedCommand(file + ":" + (i + 1), command));
                    }
                }
                joined.setLength(0);
            }
        }
        return commands;
    }

    /** What the shell hands to Maven: the words without their quotes. */
    List<String> arguments() {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        for (char c : (text + " ").toCharArray()) {
            if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else if (c == ' ' && quote == 0) {
                words.add(word.toString());
                word.setLength(0);
            } else {
                word.append(c);
            }
        }
        return words.subList(1, words.size());
    }

    /** The names of our goals, without prefix or coordinates. */
    List<String> goals() {
        return arguments().stream()
                .filter(word -> word.startsWith(PREFIX) || word.startsWith(PLUGIN))
                .map(word -> word.substring(word.lastIndexOf(':') + 1))
                .toList();
    }

    /** The names of the properties that are set. */
    List<String> properties() {
        return arguments().stream()
                .map(DocumentedCommand::property)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> property(String word) {
        if (!word.startsWith("-D")) {
            return Optional.empty();
        }
        int equals = word.indexOf('=');
        return Optional.of(word.substring(2, equals < 0 ? word.length() : equals));
    }
}
