package com.acme.shop;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody who buys.
 *
 * @param id id
 * @param email Where invoices go
 * @param born born; may be null
 * @param nicknames nicknames
 */
public record Customer(
        UUID id,
        String email,
        LocalDate born,
        List<String> nicknames) {

    public Customer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(email, "email");
        nicknames = nicknames == null ? List.of() : List.copyOf(nicknames);
    }
}
