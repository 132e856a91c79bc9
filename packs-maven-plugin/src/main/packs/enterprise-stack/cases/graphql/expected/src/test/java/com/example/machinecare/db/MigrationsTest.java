package com.example.machinecare.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MigrationsTest {

    private static final Path FOLDER = Path.of("src/main/resources/db");

    private Databases databases;

    @BeforeEach
    void open() throws SQLException {
        databases = new Databases(TestDatabase.empty());
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void an_empty_database_gets_everything_and_then_nothing_more() {
        Migrations migrations = Migrations.withSeed(databases.primary());

        assertThat(migrations.apply()).isGreaterThanOrEqualTo(4);
        assertThat(migrations.apply()).isZero();
        migrations.validate();
    }

    @Test
    void the_schema_needs_no_seed() {
        assertThat(Migrations.of(databases.primary()).apply()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_file_is_named_by_its_day_and_what_it_does() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            // V1, V2, … are those of another pack or an older project.
            assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .allMatch(name -> name.matches("(V(20\\d\\d_\\d\\d_\\d\\d_\\d\\d|\\d+)|R)__[a-z0-9]+(_[a-z0-9]+)*\\.sql"));
        }
    }

    @Test
    void every_constraint_says_what_it_is() throws SQLException {
        Migrations.of(databases.primary()).apply();

        assertThat(names("""
                select constraint_name from information_schema.table_constraints
                where table_schema = current_schema and table_name in ('customer', 'purchase') and constraint_name not like '%not_null'
                """)).hasSize(6).allMatch(name -> name.matches("(pk|uk|fk|ck)_(customer|purchase)(_[a-z_]+)?"));
    }

    @Test
    void every_foreign_key_has_an_index() throws SQLException {
        Migrations.of(databases.primary()).apply();

        List<String> indexed = new ArrayList<>();
        try (Connection connection = databases.primary().getConnection();
                ResultSet rows = connection.getMetaData().getIndexInfo(connection.getCatalog(), connection.getSchema(), "purchase", false, true)) {
            while (rows.next()) {
                indexed.add(rows.getString("COLUMN_NAME"));
            }
        }
        assertThat(indexed).contains("customer_id");
    }

    private List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = databases.primary().getConnection();
                PreparedStatement select = connection.prepareStatement(query);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
