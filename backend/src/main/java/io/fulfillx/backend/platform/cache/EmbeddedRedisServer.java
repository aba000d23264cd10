package io.fulfillx.backend.platform.cache;

import io.fulfillx.backend.platform.crypto.SecretFiles;

import redis.embedded.RedisServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/** A real Redis that runs from a jar: loopback only, with a password, nothing on disk. */
public final class EmbeddedRedisServer implements AutoCloseable {
    private final RedisServer server;
    private final String url;

    private EmbeddedRedisServer(RedisServer server, String url) {
        this.server = server;
        this.url = url;
    }

    /**
     * @param port TCP port, 0 for any free one
     */
    public static EmbeddedRedisServer start(Path folder, int port) {
        String password = SecretFiles.loadOrCreate(folder.resolve("redis.password"));
        try {
            int actual = port == 0 ? freePort() : port;
            RedisServer server =
                    RedisServer.newRedisServer()
                            .port(actual)
                            .bind("127.0.0.1")
                            .setting("requirepass " + password)
                            .setting("save \"\"")
                            .setting("appendonly no")
                            .setting("maxmemory 64mb")
                            .build();
            server.start();
            return new EmbeddedRedisServer(server, "redis://:" + password + "@127.0.0.1:" + actual);
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not start", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public String url() {
        return url;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
