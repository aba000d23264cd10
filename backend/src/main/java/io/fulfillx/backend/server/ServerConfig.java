package io.fulfillx.backend.server;

import io.fulfillx.backend.carriers.CarrierAccount;
import io.fulfillx.backend.carriers.simulator.SimulatorCarrier;
import io.fulfillx.backend.platform.config.InvalidSetting;
import io.fulfillx.backend.platform.config.Settings;
import io.fulfillx.backend.platform.http.HttpConfig;
import io.fulfillx.backend.platform.sql.DatabaseConfig;
import io.fulfillx.backend.printing.PrintingConfig;
import io.fulfillx.backend.shipping.ShippingConfig;
import io.fulfillx.model.address.Address;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Everything the server is told at its start, read and checked whole before anything runs.
 *
 * @param data folder for keys, documents and the embedded database
 * @param redisUrl an existing Redis; empty for the embedded one
 * @param claimLease how long a station has to take a parcel in before it may go to another
 * @param sealKeys file with the keys that sign the stock ledger; empty for one in the data folder
 */
public record ServerConfig(
        Set<Role> roles,
        Path data,
        HttpConfig http,
        DatabaseConfig database,
        Optional<String> redisUrl,
        CarrierConfig carrier,
        PrintingConfig printing,
        Duration claimLease,
        Optional<Path> sealKeys,
        Welcome welcome) {
    /** Where the keys are that sign the stock ledger. */
    Path sealKeyFile() {
        return sealKeys.orElseGet(() -> data.toAbsolutePath().resolve("keys/ledger-seal.keys"));
    }

    /**
     * The first carrier.
     *
     * @param simulatorUrl address of the carrier simulator
     * @param deadline how long one purchase may take
     * @param settle how long a purchase whose answer was lost may still turn up
     * @param patience how long a parcel waits for the carrier before its station gets it without a
     *     label
     * @param voidLimit how long it takes unused labels back
     * @param gathering how long numbers of stations are gathered before it is told of them
     * @param from where parcels start
     */
    public record CarrierConfig(
            URI simulatorUrl,
            String apiKey,
            Duration deadline,
            Duration settle,
            Duration patience,
            Duration voidLimit,
            Duration gathering,
            Address from) {
        static CarrierConfig from(Settings settings) {
            return new CarrierConfig(
                    URI.create(settings.text("carrier.simulator-url", "http://127.0.0.1:8091")),
                    settings.text("carrier.api-key", "demo-carrier-key"),
                    millis(settings, "carrier.deadline-millis", 8_000),
                    millis(settings, "carrier.settle-millis", 10_000),
                    millis(settings, "carrier.patience-millis", 10_000),
                    Duration.ofDays(settings.integer("carrier.void-days", 30, 2, 365)),
                    Duration.ofSeconds(
                            settings.integer("carrier.manifest-seconds", 900, 1, 86_400)),
                    new Address(
                            settings.text("carrier.from.name", "Warehouse"),
                            null,
                            settings.text("carrier.from.line1", "1200 Dock Road"),
                            null,
                            settings.text("carrier.from.city", "Columbus"),
                            settings.text("carrier.from.state", "OH"),
                            settings.text("carrier.from.postal-code", "43215"),
                            settings.text("carrier.from.country", "US"),
                            null));
        }

        private static Duration millis(Settings settings, String name, int byDefault) {
            return Duration.ofMillis(settings.integer(name, byDefault, 100, 40_000));
        }

        ShippingConfig shipping() {
            return new ShippingConfig(
                    Map.of(SimulatorCarrier.CODE, new CarrierAccount(simulatorUrl, apiKey)),
                    from,
                    deadline,
                    settle,
                    patience,
                    Map.of(SimulatorCarrier.CODE, voidLimit),
                    gathering);
        }
    }

    /**
     * Organisations that exist from the start on, each with this first administrator.
     *
     * @param organizations full name by short name
     * @param adminPassword empty: a random one is made and kept in a file of the data folder
     */
    public record Welcome(
            Map<String, String> organizations, String adminEmail, Optional<String> adminPassword) {
        public Welcome {
            organizations = Map.copyOf(organizations);
        }

        static Welcome from(Settings settings) {
            return new Welcome(
                    names(settings.text("organizations", "main=Main warehouse")),
                    settings.text("admin.email", "admin@localhost"),
                    settings.find("admin.password"));
        }

        /** Reads {@code slug=Name, slug=Name}. */
        private static Map<String, String> names(String text) {
            Map<String, String> names = new TreeMap<>();
            for (String pair : text.split(",")) {
                String[] parts = pair.strip().split("=", 2);
                if (parts.length != 2 || !parts[0].matches("[a-z][a-z0-9-]{1,40}")) {
                    throw new InvalidSetting(
                            "organizations is a list like main=Main warehouse, second=Second one; a"
                                + " short name has lower-case letters, digits and hyphens. Not: "
                                    + pair);
                }
                names.put(parts[0], parts[1]);
            }
            return names;
        }
    }

    private static PrintingConfig printing(Settings settings) {
        String ports = settings.text("printing.ports", "9100-9109,6101");
        try {
            return new PrintingConfig(
                    PrintingConfig.ports(ports), settings.flag("printing.loopback", false));
        } catch (IllegalArgumentException e) {
            throw new InvalidSetting(
                    "printing.ports is a list like 9100-9109,6101, not " + ports + ".");
        }
    }

    /**
     * @throws InvalidSetting naming the setting that is wrong or unknown
     */
    public static ServerConfig from(Settings settings) {
        ServerConfig config =
                new ServerConfig(
                        Role.parse(
                                settings.text(
                                        "roles",
                                        "gateway,orders,shipping,inventory,rules,insight")),
                        Path.of(settings.text("data", "data")),
                        HttpConfig.from(settings),
                        DatabaseConfig.from(settings),
                        settings.find("redis.url"),
                        CarrierConfig.from(settings),
                        printing(settings),
                        Duration.ofMinutes(settings.integer("claims.lease-minutes", 60, 1, 1_440)),
                        settings.find("ledger.seal-keys").map(Path::of),
                        Welcome.from(settings));
        settings.refuseUnknown();
        return config;
    }
}
