package com.acme.shopdata.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings a database to where the code expects it to be. */
public final class Migrations {

    private static final String SCHEMA = "classpath:db/migration";
    private static final String SEED = "classpath:db/seed";

    private final Flyway flyway;

    private Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    /** What every database gets. */
    public static Migrations of(DataSource primary) {
        return new Migrations(configuration(primary).locations(SCHEMA).load());
    }

    /** With data to look at, for a developer's machine and for tests. */
    public static Migrations withSeed(DataSource primary) {
        return new Migrations(configuration(primary).locations(SCHEMA, SEED).load());
    }

    private static FluentConfiguration configuration(DataSource primary) {
        return Flyway.configure().dataSource(primary)
                // Nobody empties a database by mistake.
                .cleanDisabled(true)
                .validateMigrationNaming(true)
                .connectRetries(10);
    }

    /** @return how many were applied */
    public int apply() {
        return flyway.migrate().migrationsExecuted;
    }

    /** Fails when a migration that ran was changed since, or one is missing. */
    public void validate() {
        flyway.validate();
    }
}
