package io.fulfillx.backend.platform.sql;

import io.fulfillx.backend.platform.config.Settings;

import java.util.Optional;

/**
 * Where the data lives.
 *
 * @param url JDBC address of an existing PostgreSQL 15 or newer; empty for the embedded one
 * @param ownerUser role that owns the schema and runs migrations
 * @param appUser role the server works as; it owns nothing and cannot pass row-level security
 * @param directoryUser role that may only list organisations
 * @param poolSize connections of the application role
 * @param readUrl JDBC address of a replica that reads are sent to; empty for none
 * @param readPoolSize connections that only read, to each of primary and replica
 * @param embeddedPort TCP port of the embedded PostgreSQL, 0 for any free one
 * @param sharing how much may share a transaction and its commit
 */
public record DatabaseConfig(
        Optional<String> url,
        String ownerUser,
        Optional<String> ownerPassword,
        String appUser,
        Optional<String> appPassword,
        String directoryUser,
        Optional<String> directoryPassword,
        int poolSize,
        Optional<String> readUrl,
        int readPoolSize,
        int embeddedPort,
        SharedCommit.Limits sharing) {
    public static DatabaseConfig from(Settings settings) {
        return new DatabaseConfig(
                settings.find("database.url"),
                settings.text("database.owner-user", "fulfillx_owner"),
                settings.find("database.owner-password"),
                settings.text("database.app-user", "fulfillx_app"),
                settings.find("database.app-password"),
                settings.text("database.directory-user", "fulfillx_directory"),
                settings.find("database.directory-password"),
                settings.integer("database.pool-size", 16, 1, 200),
                settings.find("database.read-url"),
                settings.integer("database.read-pool-size", 8, 1, 200),
                settings.integer("database.embedded-port", 0, 0, 65_535),
                sharing(settings));
    }

    private static SharedCommit.Limits sharing(Settings settings) {
        SharedCommit.Limits usual = SharedCommit.Limits.standard();
        return new SharedCommit.Limits(
                settings.integer("database.shared-commit", usual.together(), 1, 1_000),
                usual.waiting(),
                usual.patience());
    }
}
