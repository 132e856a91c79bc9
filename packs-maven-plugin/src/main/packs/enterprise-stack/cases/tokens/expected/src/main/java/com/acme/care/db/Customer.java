package com.acme.care.db;

/**
 * A customer as stored.
 *
 * @param version counts the changes; whoever changes the customer says which one was read
 */
public record Customer(long id, String email, String name, int version) {
}
