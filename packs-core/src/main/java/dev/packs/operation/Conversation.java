package dev.packs.operation;

import dev.packs.PacksException;
import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.asking.AskedValues;
import dev.packs.asking.Questions;
import dev.packs.asking.RepeatedCommand;
import dev.packs.asking.Summary;
import dev.packs.asking.YesOrNo;
import dev.packs.hook.PackHooks;
import dev.packs.pack.PackName;
import dev.packs.terminal.Terminal;
import dev.packs.variables.GivenValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is said at the terminal before a project is generated. All of it comes before the first byte is written. Opens the terminal only where something is to be asked. */
final class Conversation implements AutoCloseable {

    private final Interaction interaction;
    private final boolean dryRun;
    private final Optional<Terminal> terminal;
    private final Optional<Questions> questions;
    private Optional<String> name = Optional.empty();

    /** @param dryRun where nothing is written, there is nothing to agree to */
    Conversation(Interaction interaction, boolean dryRun) {
        this.interaction = interaction;
        this.dryRun = dryRun;
        boolean needed = interaction.asks() || (interaction.hooks() instanceof Interaction.Hooks.Ask && !dryRun);
        this.terminal = needed ? interaction.terminal().get() : Optional.empty();
        this.questions = interaction.asks() ? terminal.map(Questions::new) : Optional.empty();
    }

    /** Whether variables are asked for. */
    boolean asks() {
        return questions.isPresent();
    }

    /** The same values, and somebody who is asked for the others. */
    GivenValues asked(GivenValues given) {
        return questions.isPresent() ? given.asking(questions.get()) : given;
    }

    /** The same, where a pack stands for others for this call alone. */
    GivenValues asked(GivenValues given, PackName pack, String title) {
        return questions.isPresent() ? given.asking(questions.get().titled(pack, title)) : given;
    }

    /** What the reader should know: that they asked to be asked, and nobody can be. */
    List<Problem> notes() {
        return interaction.asks() && terminal.isEmpty() ? List.of(nobody()) : List.of();
    }

    /** What is wrong with values, and that nobody could be asked for them. */
    PacksException explained(PacksException wrong) {
        if (notes().isEmpty()) {
            return wrong;
        }
        List<Problem> all = new ArrayList<>(wrong.problems());
        all.addAll(notes());
        PacksException explained = new PacksException(all);
        explained.initCause(wrong);
        return explained;
    }

    private static Problem nobody() {
        return Problem.of(
                        ProblemCode.NOBODY_TO_ASK,
                        "-Dpacks.interactive asks at a terminal, and here is none, or -B was given: defaults count")
                .help("run it at a terminal without -B, or give values: -Dvar.NAME=…, -Dpacks.answers=file.toml");
    }

    /**
     * The project's name.
     *
     * @param standard what an empty line means
     * @param checked the name as it is used, or an exception that says what is wrong with it
     */
    String name(String standard, UnaryOperator<String> checked) {
        Terminal open = terminal.orElseThrow();
        while (true) {
            String text = open.ask("Name of the project, and of its folder [" + standard + "]> ", List.of())
                    .strip();
            try {
                String chosen = checked.apply(text.isEmpty() ? standard : text);
                name = Optional.of(chosen);
                return chosen;
            } catch (PacksException wrong) {
                wrong.problems().forEach(problem -> open.show("    " + problem.message()));
            }
        }
    }

    /** Says what is wrong with an answer that is asked for again. */
    void explain(PacksException wrong) {
        Terminal open = terminal.orElseThrow();
        for (Problem problem : wrong.problems()) {
            open.show("    " + problem.message());
            problem.help().ifPresent(help -> open.show("    " + help));
        }
    }

    /**
     * Shows what was chosen, and goes on only if somebody agrees.
     *
     * @throws PacksException {@link ProblemCode#ASKING_ENDED}
     */
    void confirm(String what, AskedValues values, Map<String, String> properties) {
        if (questions.isEmpty()) {
            return;
        }
        Terminal open = terminal.orElseThrow();
        Summary.of(what, values).forEach(open::show);
        new RepeatedCommand(
                        interaction.command(),
                        properties,
                        interaction.surroundings().shell())
                .lines(name, values)
                .forEach(open::show);
        open.show("");
        if (!dryRun && !new YesOrNo(open).ask("Generate it?", true)) {
            throw Problem.of(ProblemCode.ASKING_ENDED, "you did not agree, so that nothing was written")
                    .help("the command above starts with what you answered")
                    .asException();
        }
    }

    /**
     * Whether the hooks may run.
     *
     * @throws PacksException {@link ProblemCode#HOOKS_REFUSED} where that cannot be known, or others were agreed to
     */
    boolean agreesTo(PackHooks hooks) {
        if (hooks.isEmpty() || dryRun || interaction.hooks() instanceof Interaction.Hooks.Off) {
            return false;
        }
        if (interaction.hooks() instanceof Interaction.Hooks.Agreed agreed) {
            if (!agreed.digest().equals(hooks.digest())) {
                throw refused(hooks, "its hooks are not those with the digest `" + agreed.digest() + "`");
            }
            return true;
        }
        if (terminal.isEmpty()) {
            throw refused(hooks, "nobody can be asked whether its hooks may run: here is no terminal, or -B was given");
        }
        Terminal open = terminal.get();
        open.show("");
        shown(hooks).forEach(open::show);
        return new YesOrNo(open).ask("Run " + (hooks.hooks().size() == 1 ? "it" : "them") + "?", false);
    }

    /** What somebody has to see before they agree. */
    private static List<String> shown(PackHooks hooks) {
        List<String> lines = new ArrayList<>();
        lines.add(hooks.pack() + " wants to run in the generated project, with your rights:");
        hooks.lines().forEach(line -> lines.add("  " + line));
        lines.add("Digest: " + hooks.digest());
        return lines;
    }

    private static PacksException refused(PackHooks hooks, String why) {
        return Problem.of(
                        ProblemCode.HOOKS_REFUSED,
                        "the pack " + hooks.pack() + ": " + why + ", so that nothing was written; they are\n"
                                + HooksLeftOut.listed(hooks))
                .help("read them, and add -Dpacks.hooks=" + hooks.digest())
                .asException();
    }

    @Override
    public void close() {
        // No lambda: each scaffold comes by here.
        if (terminal.isPresent()) {
            terminal.get().close();
        }
    }
}
