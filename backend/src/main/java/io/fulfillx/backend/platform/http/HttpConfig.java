package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.config.Settings;

import java.time.Duration;

/**
 * The listener.
 *
 * @param host address to listen on; the loopback address unless told otherwise
 * @param port TCP port, 0 for any free one
 * @param maxConnections open connections at most
 * @param shares requests served at the same time at most; more are answered 503
 * @param deadline by when a request is given up
 * @param maxBodyBytes largest request body that is held in memory
 * @param maxStreamBytes largest request body of a route that reads it piece by piece
 */
public record HttpConfig(
        String host,
        int port,
        int maxConnections,
        Shares shares,
        Duration deadline,
        int maxBodyBytes,
        int maxStreamBytes) {
    /** Health, metrics and documentation are served however full the house is. */
    private static final int PAGES = 64;

    /**
     * Places in the house by kind of request. A station's long poll holds a place while it waits.
     */
    public record Shares(int reads, int changes, int stations) {
        int of(Load load) {
            return switch (load) {
                case READ -> reads;
                case CHANGE -> changes;
                case STATION -> stations;
            };
        }

        int all() {
            return reads + changes + stations + PAGES;
        }
    }

    public static HttpConfig from(Settings settings) {
        return new HttpConfig(
                settings.text("http.host", "127.0.0.1"),
                settings.integer("http.port", 8080, 0, 65_535),
                settings.integer("http.max-connections", 2_000, 1, 100_000),
                new Shares(
                        settings.integer("http.max-reads", 128, 1, 10_000),
                        settings.integer("http.max-changes", 256, 1, 10_000),
                        settings.integer("http.max-station-calls", 512, 1, 10_000)),
                Duration.ofMillis(settings.integer("http.deadline-millis", 20_000, 100, 600_000)),
                settings.integer("http.max-body-bytes", 4_194_304, 1_024, 104_857_600),
                settings.integer(
                        "http.max-stream-bytes", 1_073_741_824, 1_048_576, Integer.MAX_VALUE));
    }
}
