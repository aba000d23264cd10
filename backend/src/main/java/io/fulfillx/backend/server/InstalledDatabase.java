package io.fulfillx.backend.server;

import io.fulfillx.backend.platform.crypto.SecretFiles;
import io.fulfillx.backend.platform.sql.Credentials;
import io.fulfillx.backend.platform.sql.Credentials.Login;
import io.fulfillx.backend.platform.sql.DatabaseConfig;
import io.fulfillx.backend.platform.sql.EmbeddedPostgresServer;
import io.fulfillx.backend.platform.sql.Provisioning;

import java.nio.file.Path;
import java.util.Optional;

/** The database of an installation: the one its settings name, or the embedded one. */
final class InstalledDatabase implements AutoCloseable {
    private final Credentials credentials;
    private final Optional<EmbeddedPostgresServer> embedded;

    private InstalledDatabase(Credentials credentials, Optional<EmbeddedPostgresServer> embedded) {
        this.credentials = credentials;
        this.embedded = embedded;
    }

    /** Starts the embedded PostgreSQL of the data folder, or joins it, when no other is named. */
    static InstalledDatabase find(DatabaseConfig config, Path data) {
        Path keys = data.resolve("keys");
        Login owner = login(config.ownerUser(), config.ownerPassword(), keys);
        Login app = login(config.appUser(), config.appPassword(), keys);
        Login directory = login(config.directoryUser(), config.directoryPassword(), keys);
        Optional<String> url = config.url();
        if (url.isPresent()) {
            return new InstalledDatabase(
                    new Credentials(url.get(), owner, app, directory), Optional.empty());
        }
        EmbeddedPostgresServer server =
                EmbeddedPostgresServer.start(data.resolve("postgresql"), config.embeddedPort());
        return new InstalledDatabase(
                Provisioning.prepare(server, owner, app, directory), Optional.of(server));
    }

    private static Login login(String user, Optional<String> password, Path keys) {
        return new Login(
                user,
                password.orElseGet(
                        () -> SecretFiles.loadOrCreate(keys.resolve(user + ".password"))));
    }

    Credentials credentials() {
        return credentials;
    }

    /** Leaves a database alone that ran before. */
    void leave() {
        embedded.ifPresent(EmbeddedPostgresServer::leave);
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgresServer::close);
    }
}
