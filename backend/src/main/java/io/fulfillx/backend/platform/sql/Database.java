package io.fulfillx.backend.platform.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Credentials.Login;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.jdbc.JdbcClientBuilder;
import io.helidon.dbclient.jdbc.JdbcConnectionPool;

import org.flywaydb.core.Flyway;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Connections to the migrated database. */
public final class Database implements AutoCloseable {
    /** What a statement may take at most; a request that has less time left gives it less. */
    static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(10);

    static final Duration LOCK_TIMEOUT = Duration.ofSeconds(5);

    /** Who forgets a transaction keeps the change feed waiting, so the database ends it. */
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(10);

    /**
     * Short statements on indexes that are in memory: a compiled or a parallel plan would cost more
     * than it saves, and a page read at random costs hardly more than the next one.
     */
    private static final String PLANS =
            " -c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1";

    private static final Duration READ_CONNECT = Duration.ofSeconds(1);

    private final HikariDataSource app;
    private final HikariDataSource directory;
    private final Transactions transactions;

    private Database(HikariDataSource app, HikariDataSource directory, Consumer<News> wakeOthers) {
        this.app = app;
        this.directory = directory;
        this.transactions = new Transactions(client(app), client(directory), wakeOthers);
    }

    /**
     * Migrates as the owner, then connects as the roles that own nothing.
     *
     * @param wakeOthers told of a commit that others of the organisation wait for
     */
    public static Database open(Credentials credentials, int poolSize, Consumer<News> wakeOthers) {
        Flyway.configure()
                .dataSource(
                        credentials.url(),
                        credentials.owner().user(),
                        credentials.owner().password())
                .locations("classpath:db/migration")
                .placeholders(
                        Map.of(
                                "app", credentials.app().user(),
                                "directory", credentials.directory().user()))
                .load()
                .migrate();
        HikariDataSource app = pool(credentials.url(), credentials.app(), poolSize);
        HikariDataSource directory = pool(credentials.url(), credentials.directory(), 1);
        Database database = new Database(app, directory, wakeOthers);
        database.requireHarmlessRole();
        return database;
    }

    private static HikariDataSource pool(String url, Login login, int size) {
        return new HikariDataSource(config(url, login, size, ""));
    }

    /** Connections that cannot write, also where the database is away at the moment. */
    static HikariDataSource readingPool(String url, Login login, int size) {
        HikariConfig config = config(url, login, size, " -c default_transaction_read_only=on");
        config.setMinimumIdle(0);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(READ_CONNECT.toMillis());
        return new HikariDataSource(config);
    }

    private static HikariConfig config(String url, Login login, int size, String options) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
        config.addDataSourceProperty(
                "options",
                "-c statement_timeout="
                        + STATEMENT_TIMEOUT.toMillis()
                        + " -c lock_timeout="
                        + LOCK_TIMEOUT.toMillis()
                        + " -c idle_in_transaction_session_timeout="
                        + IDLE_TIMEOUT.toMillis()
                        + PLANS
                        + options);
        // DbClient sends ids as text; the database then takes them for what the column is.
        config.addDataSourceProperty("stringtype", "unspecified");
        return config;
    }

    static DbClient client(HikariDataSource source) {
        return JdbcClientBuilder.create().connectionPool(new Pool(source)).build();
    }

    /** Row-level security means nothing to a superuser, so the server refuses to work as one. */
    private void requireHarmlessRole() {
        try (Connection connection = app.getConnection();
                var rows =
                        connection
                                .createStatement()
                                .executeQuery(
                                        "select rolsuper or rolbypassrls or exists (select 1 from"
                                                + " pg_class where relowner = pg_roles.oid) from"
                                                + " pg_roles where rolname = current_user")) {
            if (!rows.next() || rows.getBoolean(1)) {
                throw new IllegalStateException(
                        "the application role "
                                + app.getUsername()
                                + " must own nothing and must not bypass row-level security");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the application role could not be checked", e);
        }
    }

    public Transactions transactions() {
        return transactions;
    }

    /** How many wait for a connection. */
    public int waiting() {
        HikariPoolMXBean pool = app.getHikariPoolMXBean();
        return pool == null ? 0 : pool.getThreadsAwaitingConnection();
    }

    /** Whether a connection can be had and answers within a second. */
    public boolean answers() {
        try (Connection connection = app.getConnection()) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        app.close();
        directory.close();
    }

    private record Pool(HikariDataSource source) implements JdbcConnectionPool {
        @Override
        public Connection connection() {
            try {
                return source.getConnection();
            } catch (SQLException e) {
                throw new Fault(
                        Fault.Code.UNAVAILABLE,
                        "The database does not answer; try again in a moment.");
            }
        }
    }
}
