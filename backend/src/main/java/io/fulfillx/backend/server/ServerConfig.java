package io.fulfillx.backend.server;

import io.fulfillx.backend.platform.config.Settings;
import io.fulfillx.backend.platform.http.HttpConfig;
import io.fulfillx.backend.platform.sql.DatabaseConfig;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Everything the server is told at its start, read and checked whole before anything runs.
 *
 * @param data folder for keys, documents and the embedded database
 * @param redisUrl an existing Redis; empty for the embedded one
 */
public record ServerConfig(
        Set<Role> roles,
        Path data,
        HttpConfig http,
        DatabaseConfig database,
        Optional<String> redisUrl,
        CarrierConfig carrier,
        FirstOrganization first) {

    /**
     * The first carrier.
     *
     * @param simulatorUrl address of the carrier simulator
     */
    public record CarrierConfig(String simulatorUrl) {
        static CarrierConfig from(Settings settings) {
            return new CarrierConfig(
                    settings.text("carrier.simulator-url", "http://127.0.0.1:8091"));
        }
    }

    /**
     * Made at the first start so that somebody can sign in.
     *
     * @param adminPassword empty: a random one is made and kept in a file of the data folder
     */
    public record FirstOrganization(
            String slug, String name, String adminEmail, Optional<String> adminPassword) {
        static FirstOrganization from(Settings settings) {
            return new FirstOrganization(
                    settings.text("first.organization", "main"),
                    settings.text("first.name", "Main warehouse"),
                    settings.text("first.admin-email", "admin@localhost"),
                    settings.find("first.admin-password"));
        }
    }

    /**
     * @throws io.fulfillx.backend.platform.config.InvalidSetting naming the setting that is wrong
     *     or unknown
     */
    public static ServerConfig from(Settings settings) {
        ServerConfig config =
                new ServerConfig(
                        Role.parse(
                                settings.text("roles", "gateway,orders,shipping,inventory,rules")),
                        Path.of(settings.text("data", "data")),
                        HttpConfig.from(settings),
                        DatabaseConfig.from(settings),
                        settings.find("redis.url"),
                        CarrierConfig.from(settings),
                        FirstOrganization.from(settings));
        settings.refuseUnknown();
        return config;
    }
}
