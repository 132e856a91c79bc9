package com.acme.shop;


/**
 * What anybody may say.
 *
 * @param text text; may be null
 */
public record Note(
        String text) {

    public Note {
    }
}
