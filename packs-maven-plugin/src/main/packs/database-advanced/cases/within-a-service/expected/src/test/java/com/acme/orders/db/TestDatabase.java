package com.acme.orders.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * An empty database: H2 in memory, which takes PostgreSQL's SQL, or, with {@code TEST_DATABASE_URL}, {@code _USERNAME} and
 * {@code _PASSWORD}, the schema {@code db_test} of a real one, which is emptied.
 */
final class TestDatabase {

    /** Flyway tells of every step, and that it knows H2 in an older version. */
    private static final Logger FLYWAY = Logger.getLogger("org.flywaydb");

    static {
        FLYWAY.setLevel(Level.SEVERE);
    }

    private TestDatabase() {
    }

    static boolean real() {
        return System.getenv("TEST_DATABASE_URL") != null;
    }

    static DatabaseSettings empty() throws SQLException {
        if (!real()) {
            String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1";
            return new DatabaseSettings(url, Optional.empty(), "sa", "", 4);
        }
        String url = System.getenv("TEST_DATABASE_URL");
        DatabaseSettings settings = new DatabaseSettings(url + (url.contains("?") ? "&" : "?") + "currentSchema=db_test", Optional.empty(),
                System.getenv("TEST_DATABASE_USERNAME"), System.getenv("TEST_DATABASE_PASSWORD"), 4);
        try (Databases databases = new Databases(settings);
                Connection connection = databases.primary().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists db_test cascade");
            statement.execute("create schema db_test");
        }
        return settings;
    }
}
