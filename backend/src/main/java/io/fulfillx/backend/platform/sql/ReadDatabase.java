package io.fulfillx.backend.platform.sql;

import com.zaxxer.hikari.HikariDataSource;

import io.fulfillx.backend.platform.sql.Credentials.Login;

import java.util.Optional;

/**
 * Connections that cannot write, apart from those that do: to the primary, and to a replica where
 * one is named. Reports that take long wait for one another and not with the changes.
 */
public final class ReadDatabase implements AutoCloseable {
    private final HikariDataSource here;
    private final Optional<HikariDataSource> replica;
    private final Reads reads;

    private ReadDatabase(HikariDataSource here, Optional<HikariDataSource> replica) {
        this.here = here;
        this.replica = replica;
        this.reads = new Reads(reading(here), replica.map(ReadDatabase::reading));
    }

    private static Transactions reading(HikariDataSource pool) {
        return new Transactions(Database.client(pool), Database.client(pool), _ -> {});
    }

    /**
     * Connects; a replica may be away.
     *
     * @param url JDBC address of a replica
     */
    public static ReadDatabase open(Credentials primary, Optional<String> url, int poolSize) {
        Login app = primary.app();
        return new ReadDatabase(
                Database.readingPool(primary.url(), app, poolSize),
                url.map(address -> Database.readingPool(address, app, poolSize)));
    }

    public Reads reads() {
        return reads;
    }

    @Override
    public void close() {
        here.close();
        replica.ifPresent(HikariDataSource::close);
    }
}
