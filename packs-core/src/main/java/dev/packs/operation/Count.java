package dev.packs.operation;

/** A number and what it counts, as a person writes them: {@code 1 pack}, {@code 2 packs}. */
final class Count {

    private Count() {}

    static String of(int number, String noun) {
        return of(number, noun, noun + "s");
    }

    static String of(int number, String noun, String plural) {
        return number + " " + (number == 1 ? noun : plural);
    }
}
