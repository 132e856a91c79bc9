package com.acme.care.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/** The pools of connections: one to write with, one that can only read. */
public final class Databases implements AutoCloseable {

    /** A connection is given up before a server or a firewall does it (milliseconds). */
    private static final long LIFETIME = 25 * 60 * 1000L;

    private static final long WAIT = 5_000;
    private static final long LEAK = 60_000;

    private final HikariDataSource primary;
    private final HikariDataSource replica;

    public Databases(DatabaseSettings settings) {
        primary = pool(settings, "primary", settings.url(), false);
        replica = pool(settings, "replica", settings.replica().orElse(settings.url()), true);
    }

    /** To write, and to read what was just written. */
    public DataSource primary() {
        return primary;
    }

    /** To read what may be a moment old; it refuses to write, also where there is no replica. */
    public DataSource replica() {
        return replica;
    }

    @Override
    public void close() {
        replica.close();
        primary.close();
    }

    private static HikariDataSource pool(DatabaseSettings settings, String name, String url, boolean readOnly) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(settings.username());
        config.setPassword(settings.password());
        config.setReadOnly(readOnly);
        // As many idle as busy: a pool that grows under load is slow exactly then.
        config.setMaximumPoolSize(settings.poolSize());
        config.setMaxLifetime(LIFETIME);
        config.setConnectionTimeout(WAIT);
        config.setLeakDetectionThreshold(LEAK);
        // The program starts also while the database is away.
        config.setInitializationFailTimeout(-1);
        if (url.startsWith("jdbc:postgresql:")) {
            // The server enforces what the driver only promises.
            config.addDataSourceProperty("options", "-c statement_timeout=30s -c idle_in_transaction_session_timeout=60s"
                    + (readOnly ? " -c default_transaction_read_only=on" : ""));
            config.addDataSourceProperty("connectTimeout", "5");
            config.addDataSourceProperty("tcpKeepAlive", "true");
            config.addDataSourceProperty("ApplicationName", "machine-care-" + name);
        }
        return new HikariDataSource(config);
    }
}
