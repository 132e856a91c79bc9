package dev.packs.rendering;

/** Collects text up to the limit of a file. */
final class BoundedText {

    private final StringBuilder text = new StringBuilder();
    private final Evaluation run;
    private final Spot spot;
    private final int most;

    BoundedText(Evaluation run, Spot spot) {
        this.run = run;
        this.spot = spot;
        this.most = run.budget().limits().fileCharacters();
    }

    BoundedText add(CharSequence part) {
        return add(part, 0, part.length());
    }

    BoundedText add(CharSequence part, int start, int end) {
        run.step(spot);
        if (end - start > most - text.length()) {
            throw run.budget().tooLong(spot.place());
        }
        text.append(part, start, end);
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
