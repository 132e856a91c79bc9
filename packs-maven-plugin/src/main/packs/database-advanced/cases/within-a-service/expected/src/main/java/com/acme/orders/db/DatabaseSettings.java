package com.acme.orders.db;

import java.util.Map;
import java.util.Optional;

/**
 * Where the database is. Without a replica, everything is read from the primary.
 *
 * @param url      the primary's JDBC URL
 * @param replica  the JDBC URL of a server that can only be read, if there is one
 * @param poolSize connections to each of the two
 */
public record DatabaseSettings(String url, Optional<String> replica, String username, String password, int poolSize) {

    /** From {@code DATABASE_URL}, {@code DATABASE_REPLICA_URL}, {@code DATABASE_USERNAME}, {@code DATABASE_PASSWORD} and {@code DATABASE_POOL_SIZE}. */
    public static DatabaseSettings of(Map<String, String> environment) {
        return new DatabaseSettings(
                environment.getOrDefault("DATABASE_URL", "jdbc:postgresql://localhost:5432/orders_db"),
                Optional.ofNullable(environment.get("DATABASE_REPLICA_URL")).filter(url -> !url.isBlank()),
                environment.getOrDefault("DATABASE_USERNAME", "orders_db"),
                environment.getOrDefault("DATABASE_PASSWORD", "orders_db"),
                Integer.parseInt(environment.getOrDefault("DATABASE_POOL_SIZE", "10")));
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + url + ", replica=" + replica + ", username=" + username + "]";
    }
}
