package dev.packs.hook;

import dev.packs.Problem;
import dev.packs.ProblemCode;
import dev.packs.pack.Hook;
import dev.packs.terminal.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the hooks of a pack in a project, one after the other, as its user has agreed. */
public final class HookRunner {

    /** How long output may still come once the hook and everything that it started are gone. */
    private static final long LAST_WORDS_MILLIS = 10_000;

    private final Path project;
    private final Map<String, String> environment;
    private final Secrets secrets;
    private final Consumer<String> log;

    /**
     * A runner for one project.
     *
     * @param environment the user's
     * @param secrets what no line may show
     * @param log gets what is said, line by line
     */
    public HookRunner(Path project, Map<String, String> environment, Secrets secrets, Consumer<String> log) {
        this.project = project;
        this.environment = Map.copyOf(environment);
        this.secrets = secrets;
        this.log = log;
    }

    /**
     * Runs all of them, until one fails.
     *
     * @throws dev.packs.PacksException {@link ProblemCode#HOOK_FAILED}, {@link ProblemCode#HOOK_TIMED_OUT}, {@link ProblemCode#HOOK_NOT_STARTED}; the project is as the hooks left it
     */
    public void run(PackHooks hooks) {
        int number = 0;
        for (Hook hook : hooks.hooks()) {
            number++;
            String which = "hook " + number + " of " + hooks.hooks().size() + " of " + hooks.pack();
            log.accept("Running " + which + ": " + PackHooks.shown(hook));
            run(hook, which, hooks.hooks().size() - number);
        }
    }

    private void run(Hook hook, String which, int left) {
        try (GuardedProcess process = start(hook, which, left)) {
            HookOutput output = new HookOutput(process.output(), secrets, log);
            Thread reader = new Thread(output, "packs-hook-output");
            reader.setDaemon(true);
            reader.start();
            boolean ended = process.await(hook.timeout());
            int orphans = process.end();
            reader.join(LAST_WORDS_MILLIS);
            if (!ended) {
                throw failure(
                                ProblemCode.HOOK_TIMED_OUT,
                                which + " did not end within " + hook.timeout().toSeconds()
                                        + " s, and was ended with everything that it had started",
                                hook,
                                left)
                        .asException();
            }
            if (process.exitValue() != 0) {
                throw failure(
                                ProblemCode.HOOK_FAILED,
                                which + " failed with exit code " + process.exitValue(),
                                hook,
                                left)
                        .asException();
            }
            if (orphans > 0) {
                log.accept("  ended " + orphans + (orphans == 1 ? " process" : " processes") + " that it left running");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure(ProblemCode.HOOK_FAILED, which + " was interrupted", hook, left)
                    .asException();
        }
    }

    private GuardedProcess start(Hook hook, String which, int left) {
        List<String> command = new ArrayList<>(hook.run());
        String program = command.get(0);
        // A path is one in the project, wherever Maven was started.
        if (program.indexOf('/') >= 0 || program.indexOf('\\') >= 0) {
            command.set(0, project.resolve(program).normalize().toString());
        }
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(HookEnvironment.of(hook, environment, HookEnvironment.namesHere()));
        try {
            return GuardedProcess.start(builder);
        } catch (IOException failed) {
            String reason = program.indexOf(' ') >= 0
                    ? "there is no such program; its manifest has to name a program and its arguments one by one,"
                            + " as no shell takes a line apart"
                    : String.valueOf(failed.getMessage());
            throw failure(ProblemCode.HOOK_NOT_STARTED, which + " cannot be started: " + reason, hook, left)
                    .asException();
        }
    }

    private Problem failure(ProblemCode code, String what, Hook hook, int left) {
        String rest = left == 0
                ? ""
                : left == 1 ? "; the one after it was not run" : "; the " + left + " after it were not run";
        return Problem.of(code, what + rest + ". The project in `" + project + "` is written, and stays")
                .help("see what it printed, and run it there by hand: " + PackHooks.shown(hook));
    }
}
