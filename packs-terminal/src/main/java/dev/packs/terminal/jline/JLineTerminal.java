package dev.packs.terminal.jline;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.terminal.PlainText;
import dev.packs.terminal.Terminal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jspecify.annotations.Nullable;

/** Lines with the keys that people expect: arrows, deletion of words, completion by the tabulator. Nothing is remembered from line to line. */
final class JLineTerminal implements Terminal {

    private final org.jline.terminal.Terminal terminal;
    private final LineReader reader;
    private List<String> words = List.of();
    private boolean open = true;

    JLineTerminal(org.jline.terminal.Terminal terminal) {
        this.terminal = terminal;
        this.reader = LineReaderBuilder.builder()
                .appName("packs")
                .terminal(terminal)
                .parser(new WholeLine())
                .completer((line, parsed, candidates) -> candidates.addAll(candidates()))
                .variable(LineReader.DISABLE_HISTORY, true)
                .variable(LineReader.BELL_STYLE, "none")
                // An answer may well have an exclamation mark in it.
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                // What is pasted counts line by line, as if it were typed.
                .option(LineReader.Option.BRACKETED_PASTE, false)
                .build();
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        words.forEach(word -> candidates.add(new Candidate(word)));
        return candidates;
    }

    @Override
    public void show(String line) {
        terminal.writer().println(PlainText.line(line));
        terminal.flush();
    }

    @Override
    public String ask(String prompt, List<String> completions) {
        words = List.copyOf(completions);
        return read(prompt, null);
    }

    @Override
    public String askSecret(String prompt) {
        words = List.of();
        // The mask 0 echoes nothing, not even how long it is.
        return read(prompt, '\0');
    }

    private String read(String prompt, @Nullable Character mask) {
        try {
            // JLine reads `%` in a prompt as the start of a pattern.
            return reader.readLine(PlainText.line(prompt).replace("%", "%%"), mask);
        } catch (UserInterruptException interrupted) {
            throw ended("you interrupted the questions");
        } catch (EndOfFileException end) {
            throw ended("the input ended before the questions did");
        }
    }

    private static PacksException ended(String why) {
        return Problem.of(ProblemCode.ASKING_ENDED, why + ", so that nothing was written")
                .help("run it again, or give values beforehand: -Dvar.NAME=…, -Dpacks.answers=file.toml")
                .asException();
    }

    @Override
    public void close() {
        if (open) {
            open = false;
            try {
                terminal.close();
            } catch (IOException failed) {
                throw new PacksException(
                        Problem.of(ProblemCode.READ_FAILED, "the terminal cannot be closed: " + failed.getMessage()),
                        failed);
            }
        }
    }
}
