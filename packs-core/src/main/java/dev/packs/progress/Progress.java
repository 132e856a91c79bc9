package dev.packs.progress;

import dev.packs.activity.Activity;
import dev.packs.activity.Step;
import dev.packs.activity.Subject;
import dev.packs.activity.UsedPack;
import dev.packs.activity.Work;
import dev.packs.terminal.PlainText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is going on, as one line of plain text. Paths of outputs are not in it: they are made of values, and a value may be a secret.
 *
 * <p>Of work inside of work the line tells what can be counted; a query, which may take long by itself, goes before that.
 */
public final class Progress implements Activity {

    private static final int LONGEST = 79;

    /** The later a run comes to it, the earlier it stands here. */
    private static final List<Work> COUNTED = List.of(Work.WRITE, Work.RENDER, Work.DOWNLOAD);

    private final Map<Work, Count> counts = new EnumMap<>(Work.class);
    private final List<Going> going = new ArrayList<>();

    public Progress() {
        for (Work work : Work.values()) {
            counts.put(work, new Count());
        }
    }

    /** The line at this moment, of at most 79 characters; empty where nothing goes on. */
    public synchronized Optional<String> line() {
        Optional<Going> query = last(Work.QUERY);
        if (query.isPresent()) {
            return Optional.of(text(query.get()));
        }
        for (Work work : COUNTED) {
            Count count = of(work);
            if (count.reached < count.expected) {
                Optional<Going> piece = last(work);
                return Optional.of(plain(work.doing() + " " + (count.reached + 1) + " of " + count.expected + " "
                        + things(work)
                        + (piece.isPresent() ? part(piece.get()) : "")));
            }
        }
        return going.isEmpty() ? Optional.empty() : Optional.of(text(going.get(going.size() - 1)));
    }

    /** Whether a piece of this kind is going on. */
    public synchronized boolean isGoing(Work work) {
        return last(work).isPresent();
    }

    private Optional<Going> last(Work work) {
        for (int i = going.size() - 1; i >= 0; i--) {
            if (going.get(i).work == work) {
                return Optional.of(going.get(i));
            }
        }
        return Optional.empty();
    }

    private static String things(Work work) {
        return work == Work.DOWNLOAD ? "packs and packages" : "files";
    }

    /** What of it may be named beside the count. */
    private static String part(Going piece) {
        return piece.work == Work.DOWNLOAD ? ": " + fileName(piece.subject.path()) : "";
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String text(Going piece) {
        Subject subject = piece.subject;
        String what = switch (piece.work) {
            case RESOLVE -> (subject.name() + " " + subject.pack()).strip();
            case DOWNLOAD -> fileName(subject.path()) + " from " + subject.name();
            case QUERY -> (subject.pack() + " " + fileName(subject.path())).strip();
            case VERIFY, RENDER, WRITE -> subject.pack().isEmpty() ? "files" : subject.pack();
        };
        return plain(piece.work.doing() + " " + what);
    }

    /** No more than a terminal takes as one line: characters beyond ASCII may be two columns wide. */
    private static String plain(String text) {
        StringBuilder plain =
                new StringBuilder(PlainText.line("packs: " + text, LONGEST).replace("…", "~"));
        for (int i = 0; i < plain.length(); i++) {
            if (plain.charAt(i) > '~') {
                plain.setCharAt(i, '?');
            }
        }
        return plain.toString();
    }

    private Count of(Work work) {
        return Objects.requireNonNull(counts.get(work));
    }

    @Override
    public synchronized Step start(Work work, Subject subject) {
        Going piece = new Going(work, subject);
        going.add(piece);
        return piece;
    }

    @Override
    public synchronized void expect(Work work, int pieces) {
        of(work).expected += pieces;
    }

    @Override
    public synchronized void reach(Work work) {
        of(work).reached++;
    }

    @Override
    public void use(UsedPack pack) {}

    private synchronized void end(Going piece) {
        going.remove(piece);
    }

    private static final class Count {

        private int expected;
        private int reached;
    }

    private final class Going implements Step {

        private final Work work;
        private final Subject subject;

        private Going(Work work, Subject subject) {
            this.work = work;
            this.subject = subject;
        }

        @Override
        public void made(long bytes, long count) {}

        @Override
        public void close() {
            end(this);
        }
    }
}
