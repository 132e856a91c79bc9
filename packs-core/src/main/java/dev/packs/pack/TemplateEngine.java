package dev.packs.pack;

/** What turns a template's source into text. */
public enum TemplateEngine {
    THYMELEAF,
    VELOCITY,
    /** The source goes out byte for byte; only its name is rendered. */
    COPY
}
