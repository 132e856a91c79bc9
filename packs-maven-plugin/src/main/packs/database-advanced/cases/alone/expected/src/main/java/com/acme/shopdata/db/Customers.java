package com.acme.shopdata.db;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The stored customers: an example of writing to the primary and reporting from the replica. Replace it by your own. */
public final class Customers {

    private final DataSource primary;
    private final DataSource replica;

    public Customers(DataSource primary, DataSource replica) {
        this.primary = primary;
        this.replica = replica;
    }

    /** @throws SQLException also when there is a customer with that address */
    public Customer add(String email, String name) throws SQLException {
        try (Connection connection = primary.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into customer (email, name) values (?, ?)", new String[] {"id"})) {
            insert.setString(1, email);
            insert.setString(2, name);
            insert.executeUpdate();
            try (ResultSet keys = insert.getGeneratedKeys()) {
                keys.next();
                return new Customer(keys.getLong(1), email, name, 0);
            }
        }
    }

    public Optional<Customer> find(String email) throws SQLException {
        try (Connection connection = primary.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id, email, name, version from customer where email = ?")) {
            select.setString(1, email);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Customer(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getInt(4)))
                        : Optional.empty();
            }
        }
    }

    /** @throws ChangedMeanwhileException when it is not the version that is stored */
    public Customer rename(Customer customer, String name) throws SQLException {
        try (Connection connection = primary.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update customer set name = ?, version = version + 1 where id = ? and version = ?")) {
            update.setString(1, name);
            update.setLong(2, customer.id());
            update.setInt(3, customer.version());
            if (update.executeUpdate() == 0) {
                throw new ChangedMeanwhileException(customer);
            }
            return new Customer(customer.id(), customer.email(), name, customer.version() + 1);
        }
    }

    /** What each customer has spent, the best first; read from the replica. */
    public Map<String, BigDecimal> turnover(int most) throws SQLException {
        try (Connection connection = replica.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select email, turnover from customer_turnover order by turnover desc, email fetch first ? rows only")) {
            select.setInt(1, most);
            Map<String, BigDecimal> turnover = new LinkedHashMap<>();
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    turnover.put(rows.getString(1), rows.getBigDecimal(2));
                }
            }
            return turnover;
        }
    }
}
