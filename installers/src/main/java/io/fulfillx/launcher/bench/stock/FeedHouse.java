package io.fulfillx.launcher.bench.stock;

import io.fulfillx.backend.platform.sql.Credentials;
import io.fulfillx.backend.platform.sql.Credentials.Login;
import io.fulfillx.backend.platform.sql.Database;
import io.fulfillx.backend.platform.sql.EmbeddedPostgresServer;
import io.fulfillx.backend.platform.sql.Provisioning;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.id.OrgId;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;

/** A database of its own with one organization, and our transactions on it. */
final class FeedHouse implements AutoCloseable {
    private static final OrgId ORG = new OrgId(new UUID(0x7000L, 7));
    private static final String PASSWORD = "measure-what-you-promise";

    private final EmbeddedPostgresServer server;
    private final Database database;

    private FeedHouse(EmbeddedPostgresServer server, Database database) {
        this.server = server;
        this.database = database;
    }

    static FeedHouse open(Path folder, int connections) {
        EmbeddedPostgresServer server = EmbeddedPostgresServer.start(folder, 0);
        Credentials credentials =
                Provisioning.prepare(server, login("owner"), login("app"), login("directory"));
        Database database = Database.open(credentials, connections, _ -> {});
        FeedHouse house = new FeedHouse(server, database);
        house.found();
        return house;
    }

    private static Login login(String role) {
        return new Login("fulfillx_" + role, PASSWORD);
    }

    private void found() {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url("fulfillx"),
                                server.superuser(),
                                server.superuserPassword());
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into org (org_id, slug, name) values (?, 'bench', 'B')")) {
            insert.setObject(1, ORG.value());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new ProgramFailed("no organization: " + e.getMessage(), e);
        }
    }

    <T> T in(Function<Tx, T> work) {
        return database.transactions().inOrg(ORG, work);
    }

    @Override
    public void close() {
        database.close();
        server.close();
    }
}
