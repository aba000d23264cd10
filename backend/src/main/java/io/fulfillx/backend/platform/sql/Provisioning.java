package io.fulfillx.backend.platform.sql;

import io.fulfillx.backend.platform.sql.Credentials.Login;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Makes the database and its three roles on the embedded PostgreSQL: an owner for migrations, the
 * application role that owns nothing, and the directory role that may only list organisations.
 */
public final class Provisioning {
    private static final String DATABASE = "fulfillx";

    private Provisioning() {}

    /** Creates what is missing; repeating it changes nothing but the passwords. */
    public static Credentials prepare(
            EmbeddedPostgresServer server, Login owner, Login app, Login directory) {
        try (Connection connection =
                        DriverManager.getConnection(
                                server.url(server.superuser()),
                                server.superuser(),
                                server.superuserPassword());
                Statement statement = connection.createStatement()) {
            for (Login login : new Login[] {owner, app, directory}) {
                role(statement, login);
            }
            try (var found =
                    statement.executeQuery(
                            "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (!found.next()) {
                    create(connection, owner);
                }
            }
            return new Credentials(server.url(DATABASE), owner, app, directory);
        } catch (SQLException e) {
            throw new IllegalStateException("the database could not be prepared", e);
        }
    }

    private static void create(Connection connection, Login owner) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "create database " + DATABASE + " owner " + owner.user() + " encoding 'UTF8'");
        }
    }

    private static void role(Statement statement, Login login) throws SQLException {
        if (!login.user().matches("[a-z_][a-z0-9_]{0,40}") || login.password().contains("'")) {
            throw new IllegalArgumentException("not a role name or password: " + login);
        }
        String options =
                " login nosuperuser nobypassrls nocreatedb nocreaterole password '"
                        + login.password()
                        + "'";
        statement.execute(
                "do $$ begin if exists (select 1 from pg_roles where rolname = '"
                        + login.user()
                        + "') then alter role "
                        + login.user()
                        + options
                        + "; else create role "
                        + login.user()
                        + options
                        + "; end if; end $$");
    }
}
