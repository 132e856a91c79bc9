package com.acme.orders.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CustomersTest {

    private Databases databases;
    private Customers customers;

    @BeforeEach
    void migrate() throws SQLException {
        databases = new Databases(TestDatabase.empty());
        Migrations.withSeed(databases.primary()).apply();
        customers = new Customers(databases.primary(), databases.replica());
    }

    @AfterEach
    void close() {
        databases.close();
    }

    @Test
    void a_customer_is_added_and_found() throws SQLException {
        Customer added = customers.add("joan@example.com", "Joan");

        assertThat(customers.find("joan@example.com")).hasValue(added);
        assertThat(customers.find("nobody@example.com")).isEmpty();
    }

    @Test
    void an_address_is_taken_once_and_written_in_small_letters() {
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> customers.add("ada@example.com", "Another"));
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> customers.add("Joan@example.com", "Joan"));
    }

    @Test
    void of_two_who_change_the_same_customer_one_is_told() throws SQLException {
        Customer read = customers.find("grace@example.com").orElseThrow();

        Customer renamed = customers.rename(read, "Grace H.");

        assertThat(renamed.version()).isEqualTo(read.version() + 1);
        assertThatExceptionOfType(ChangedMeanwhileException.class).isThrownBy(() -> customers.rename(read, "G."));
        assertThat(customers.find("grace@example.com")).hasValue(renamed);
    }

    @Test
    void the_best_customers_come_first() throws SQLException {
        assertThat(customers.turnover(2)).containsExactly(
                java.util.Map.entry("ada@example.com", new BigDecimal("155.50")),
                java.util.Map.entry("grace@example.com", new BigDecimal("80.00")));
    }
}
