package com.acme.care.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatabasesTest {

    @Test
    void settings_come_from_the_environment_and_hide_the_password() {
        DatabaseSettings settings = DatabaseSettings.of(Map.of("DATABASE_URL", "jdbc:postgresql://db/shop",
                "DATABASE_REPLICA_URL", "", "DATABASE_PASSWORD", "very-secret", "DATABASE_POOL_SIZE", "3"));

        assertThat(settings.url()).isEqualTo("jdbc:postgresql://db/shop");
        assertThat(settings.replica()).isEmpty();
        assertThat(settings.poolSize()).isEqualTo(3);
        assertThat(settings.toString()).doesNotContain("very-secret");
    }

    @Test
    void the_replica_is_another_server_and_can_only_be_read() throws SQLException {
        DatabaseSettings primary = TestDatabase.empty();
        String replica = TestDatabase.real() ? primary.url() : TestDatabase.empty().url();
        try (Databases databases = new Databases(new DatabaseSettings(primary.url(), Optional.of(replica),
                        primary.username(), primary.password(), 2));
                Connection writing = databases.primary().getConnection();
                Connection reading = databases.replica().getConnection()) {
            assertThat(writing.isReadOnly()).isFalse();
            assertThat(reading.isReadOnly() || !TestDatabase.real()).isTrue();
            assertThat(reading.getMetaData().getURL()).startsWith(replica.replaceAll(";.*", ""));
        }
    }

    @Test
    void connections_are_handed_out_up_to_the_pools_size_and_come_back() throws SQLException {
        List<Connection> held = new ArrayList<>();
        try (Databases databases = new Databases(TestDatabase.empty())) {
            for (int round = 0; round < 3; round++) {
                for (int i = 0; i < 4; i++) {
                    held.add(databases.primary().getConnection());
                }
                for (Connection connection : held) {
                    assertThat(connection.isValid(1)).isTrue();
                    connection.close();
                }
                held.clear();
            }
        }
    }
}
