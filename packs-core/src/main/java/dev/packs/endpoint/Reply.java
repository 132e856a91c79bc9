package dev.packs.endpoint;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What an endpoint sent.
 *
 * @param type of the content, without parameters and in lower case; empty if it does not say
 */
record Reply(int status, String type, HttpResponse<BoundedBody.Content> response) {

    private static final int LONGEST_REASON = 200;

    static Reply of(HttpResponse<BoundedBody.Content> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        int end = type.indexOf(';');
        return new Reply(
                response.statusCode(),
                (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT),
                response);
    }

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    byte[] body() {
        return response.body().bytes();
    }

    boolean isWhole() {
        return response.body().isWhole();
    }

    /** Whether the content is packed; nobody asked for that. */
    boolean isEncoded() {
        return response.headers()
                .firstValue("Content-Encoding")
                .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                .isPresent();
    }

    /** Without a user, and safe to print. */
    Optional<String> location() {
        return response.headers()
                .firstValue("Location")
                .map(Reply::printable)
                .map(where -> where.replaceAll("//[^/@]*@", "//"));
    }

    /** The schemes that a server asks for, as in {@code Digest}; empty if Basic is one of them, or none is named. */
    Optional<String> otherScheme() {
        List<String> schemes = response.headers().allValues("WWW-Authenticate");
        boolean isBasic = schemes.stream()
                .anyMatch(scheme -> scheme.toLowerCase(Locale.ROOT).contains("basic"));
        return isBasic
                ? Optional.empty()
                : schemes.stream()
                        .map(scheme -> printable(scheme.strip().split("[ ,]", 2)[0]))
                        .findFirst();
    }

    /** The first line of a plain text that says what is wrong; nothing of a page. */
    Optional<String> reason() {
        if (type.contains("html") || type.contains("xml")) {
            return Optional.empty();
        }
        return new String(body(), StandardCharsets.UTF_8)
                .lines()
                .map(Reply::printable)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst();
    }

    private static String printable(String text) {
        String plain = text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() > LONGEST_REASON ? plain.substring(0, LONGEST_REASON) + "…" : plain;
    }
}
