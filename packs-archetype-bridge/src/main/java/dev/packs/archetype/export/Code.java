package dev.packs.archetype.export;

/**
 * Velocity's source as it is written. White space is where versions of Velocity differ: before and behind a directive it may go with its line. So in a template a reference to nothing
 * stands around directives, and in the prelude a comment swallows each line's end.
 */
final class Code {

    private final StringBuilder text = new StringBuilder();
    private final Symbols symbols;
    private final boolean prelude;
    private boolean afterDirective;

    private Code(Symbols symbols, boolean prelude) {
        this.symbols = symbols;
        this.prelude = prelude;
    }

    static Code prelude(Symbols symbols) {
        return new Code(symbols, true);
    }

    static Code template(Symbols symbols) {
        return new Code(symbols, false);
    }

    /** One for what may have to stand inside of a directive that is written later. */
    Code aside() {
        return new Code(symbols, prelude);
    }

    static String line(String directive) {
        return directive + "##\n";
    }

    void directive(String directive) {
        if (prelude) {
            text.append(line(directive));
        } else {
            text.append(symbols.fence()).append(directive);
            afterDirective = true;
        }
    }

    void set(String name, String value) {
        directive("#set( $" + name + " = " + value + " )");
    }

    void begin(String condition) {
        directive("#if( " + condition + " )");
    }

    void otherwise() {
        directive("#{else}");
    }

    void end() {
        directive("#{end}");
    }

    void text(String literal) {
        fence();
        text.append(symbols.text(literal));
    }

    void print(String name) {
        fence();
        text.append("${").append(name).append('}');
    }

    void append(Code other) {
        if (other.text.length() > 0) {
            text.append(other.text);
            afterDirective = other.afterDirective;
        }
    }

    boolean isEmpty() {
        return text.length() == 0;
    }

    private void fence() {
        if (afterDirective) {
            text.append(symbols.fence());
            afterDirective = false;
        }
    }

    /** The source. */
    String finish() {
        fence();
        return text.toString();
    }
}
