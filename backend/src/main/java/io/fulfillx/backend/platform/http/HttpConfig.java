package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.config.Settings;

/**
 * The listener.
 *
 * @param host address to listen on; the loopback address unless told otherwise
 * @param port TCP port, 0 for any free one
 * @param maxConnections open connections at most
 * @param maxRequests requests served at the same time at most; more are answered 503
 * @param maxBodyBytes largest request body
 */
public record HttpConfig(
        String host, int port, int maxConnections, int maxRequests, int maxBodyBytes) {
    public static HttpConfig from(Settings settings) {
        return new HttpConfig(
                settings.text("http.host", "127.0.0.1"),
                settings.integer("http.port", 8080, 0, 65_535),
                settings.integer("http.max-connections", 2_000, 1, 100_000),
                settings.integer("http.max-requests", 512, 1, 100_000),
                settings.integer("http.max-body-bytes", 4_194_304, 1_024, 104_857_600));
    }
}
