package dev.packs.markdown;

/** Where an element of a Markdown text begins or ends, or text in it. */
public sealed interface MarkdownPart {

    /**
     * The beginning of an element.
     *
     * @param value what {@link MarkdownElement} says of it; nobody has checked it
     */
    record Start(MarkdownElement element, String value) implements MarkdownPart {}

    /** The end of the element that began last and has not ended. */
    record End() implements MarkdownPart {}

    /** Text as a reader shall see it. */
    record Text(String text) implements MarkdownPart {}
}
