package dev.packs.markdown;

/** What a Markdown text consists of. Where nothing is said, an element has no value. */
public enum MarkdownElement {
    /** Its value is the level, {@code 1} to {@code 6}. */
    HEADING,
    PARAGRAPH,
    QUOTE,
    BULLETS,
    /** Its value is the first number. */
    NUMBERS,
    ITEM,
    /** Several lines as they are written. */
    CODE_BLOCK,
    CODE,
    EMPHASIS,
    STRONG,
    /** Its value is where it leads to. */
    LINK,
    /** Its value is where the image lies; inside is the text that stands for it. */
    IMAGE,
    RULE,
    LINE_BREAK,
    TABLE,
    TABLE_HEAD,
    TABLE_BODY,
    ROW,
    HEAD_CELL,
    CELL
}
