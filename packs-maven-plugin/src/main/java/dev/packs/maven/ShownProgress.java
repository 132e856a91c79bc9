package dev.packs.maven;

import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.UsedPack;
import dev.packs.activity.Work;
import dev.packs.progress.LiveLine;
import dev.packs.progress.PlainLines;
import dev.packs.progress.Progress;
import dev.packs.progress.ProgressShow;
import dev.packs.progress.Screen;
import dev.packs.terminal.Terminal;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.maven.plugin.logging.Log;
import org.eclipse.aether.transfer.TransferListener;
import org.jspecify.annotations.Nullable;

/**
 * The progress of one run on the screen of a build: a line that is written over on a terminal, lines in the log with {@code -B} or without a terminal, nothing with {@code -q}.
 * Where Maven itself shows transfers on a terminal, nothing is drawn over them.
 */
final class ShownProgress implements Activity, AutoCloseable {

    private final Progress progress;
    private final ProgressShow show;
    private final boolean yields;

    private ShownProgress(Progress progress, ProgressShow show, boolean yields) {
        this.progress = progress;
        this.show = show;
        this.yields = yields;
    }

    static ShownProgress start(MavenCall call, Log log) {
        Progress progress = new Progress();
        boolean yields = call.session().getRequest().isInteractiveMode()
                && showsTransfers(call.repositorySession().getTransferListener());
        return new ShownProgress(
                progress, new ProgressShow(new Lines(progress, yields), new Screens(call, log)), yields);
    }

    /** With {@code -ntp}, Maven's listener is one that is called quiet. */
    private static boolean showsTransfers(@Nullable TransferListener listener) {
        return listener != null && !listener.getClass().getSimpleName().contains("Quiet");
    }

    private record Lines(Progress progress, boolean yields) implements Supplier<Optional<String>> {

        @Override
        public Optional<String> get() {
            return yields && progress.isGoing(Work.DOWNLOAD) ? Optional.empty() : progress.line();
        }
    }

    /** Asked only after a second, since it is not for free. */
    private record Screens(MavenCall call, Log log) implements Supplier<Optional<Screen>>, Consumer<String> {

        @Override
        public Optional<Screen> get() {
            // Of several modules at once, nobody knows who prints next.
            boolean isLive = call.session().getRequest().isInteractiveMode()
                    && call.session().getRequest().getDegreeOfConcurrency() <= 1
                    && !"dumb".equals(System.getenv("TERM"))
                    && isTerminal(System.console());
            // Past System.out: Maven 4 would put a prefix before it, and what is no terminal never comes here.
            return Optional.of(
                    isLive
                            ? new LiveLine(new FileOutputStream(FileDescriptor.out), System.getenv("TERM") != null)
                            : new PlainLines(this));
        }

        @Override
        public void accept(String line) {
            log.info(line);
        }
    }

    /** Since Java 22 there may be a console where there is no terminal, and a method that tells. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException unknown) {
            return false;
        }
    }

    /** The log for as long as there may be a line. */
    Log aside(Log log) {
        return new LogAside(log, show);
    }

    /** The terminal, which has the screen for itself until it is closed. */
    Terminal alone(Terminal terminal) {
        show.hold();
        return new Alone(terminal, show);
    }

    private static final class Alone implements Terminal {

        private final Terminal terminal;
        private final ProgressShow show;
        private boolean isClosed;

        private Alone(Terminal terminal, ProgressShow show) {
            this.terminal = terminal;
            this.show = show;
        }

        @Override
        public void show(String line) {
            terminal.show(line);
        }

        @Override
        public String ask(String prompt, List<String> words) {
            return terminal.ask(prompt, words);
        }

        @Override
        public String askSecret(String prompt) {
            return terminal.askSecret(prompt);
        }

        @Override
        public void close() {
            terminal.close();
            if (!isClosed) {
                isClosed = true;
                show.release();
            }
        }
    }

    /** Maven prints as soon as a transfer has begun. */
    @Override
    public Step start(Work work, Subject subject) {
        show.begin();
        Step step = progress.start(work, subject);
        if (yields && work == Work.DOWNLOAD) {
            show.hold();
            show.release();
        }
        return step;
    }

    @Override
    public void expect(Work work, int pieces) {
        show.begin();
        progress.expect(work, pieces);
    }

    @Override
    public void reach(Work work) {
        progress.reach(work);
    }

    @Override
    public void use(UsedPack pack) {}

    @Override
    public void close() {
        show.close();
    }
}
