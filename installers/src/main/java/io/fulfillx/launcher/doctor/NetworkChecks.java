package io.fulfillx.launcher.doctor;

import io.fulfillx.launcher.process.FreePort;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** What can be reached over TCP. */
final class NetworkChecks {
    private static final int TIMEOUT_MILLIS = 3_000;
    private static final int POSTGRESQL_PORT = 5432;
    private static final int REDIS_PORT = 6379;

    Finding port(int port) {
        String found = Integer.toString(port);
        return FreePort.isFree(port)
                ? Finding.ok("server port", found + " is free")
                : Finding.fail(
                        "server port",
                        found + " is taken",
                        "End what listens there, or choose another with --http.port=NUMBER.");
    }

    Finding server(URI server) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> ready =
                    http.send(
                            HttpRequest.newBuilder(server.resolve("/health/ready"))
                                    .timeout(Duration.ofMillis(TIMEOUT_MILLIS))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return ready.statusCode() == 200
                    ? Finding.ok("server", server + " is ready")
                    : Finding.fail(
                            "server",
                            server + " answers " + ready.statusCode() + " " + ready.body(),
                            "Read the server's log; most often the database is not there.");
        } catch (IOException e) {
            return Finding.fail(
                    "server",
                    server + " does not answer",
                    "Start it (./fulfillx server) and check the address and the firewall.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Finding.fail("server", "interrupted", "Try again.");
        }
    }

    Finding database(@Nullable String jdbc) {
        if (jdbc == null || jdbc.isBlank()) {
            return Finding.ok("database", "embedded PostgreSQL in the data folder");
        }
        URI address = URI.create(jdbc.replaceFirst("^jdbc:", ""));
        return reach("database", address, POSTGRESQL_PORT, "Start PostgreSQL or correct the URL.");
    }

    Finding redis(@Nullable String url) {
        return url == null || url.isBlank()
                ? Finding.ok("Redis", "embedded")
                : reach("Redis", URI.create(url), REDIS_PORT, "Start Redis or correct the URL.");
    }

    Finding reach(String subject, URI address, int defaultPort, String advice) {
        int port = address.getPort() > 0 ? address.getPort() : defaultPort;
        String host = String.valueOf(address.getHost());
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            return Finding.ok(subject, host + ":" + port + " answers");
        } catch (IOException e) {
            return Finding.fail(
                    subject, host + ":" + port + " does not answer: " + e.getMessage(), advice);
        }
    }
}
