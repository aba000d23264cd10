package io.fulfillx.backend.platform.cache;

import io.fulfillx.backend.platform.crypto.SecretFiles;

import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.embedded.RedisServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real Redis that runs from a jar: loopback only, with a password, nothing on disk. It outlives a
 * killed server; the next start finds it and uses it again.
 */
public final class EmbeddedRedisServer implements AutoCloseable {
    private final String url;

    private EmbeddedRedisServer(String url) {
        this.url = url;
    }

    /** Starts Redis, or joins the one that an earlier start on this folder left running. */
    public static EmbeddedRedisServer start(Path folder) {
        String password = SecretFiles.loadOrCreate(folder.resolve("redis.password"));
        Path portFile = folder.resolve("redis.port");
        try {
            if (Files.exists(portFile)) {
                String left = url(password, Integer.parseInt(Files.readString(portFile).strip()));
                if (answers(left)) {
                    return new EmbeddedRedisServer(left);
                }
            }
            int port = freePort();
            launch(password, port);
            Files.writeString(portFile, Integer.toString(port));
            return new EmbeddedRedisServer(url(password, port));
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not start", e);
        }
    }

    private static void launch(String password, int port) throws IOException {
        RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("requirepass " + password)
                .setting("save \"\"")
                .setting("appendonly no")
                .setting("maxmemory 64mb")
                .build()
                .start();
    }

    private static String url(String password, int port) {
        return "redis://:" + password + "@127.0.0.1:" + port;
    }

    private static boolean answers(String url) {
        try (Jedis jedis = new Jedis(url)) {
            return "PONG".equals(jedis.ping());
        } catch (JedisException e) {
            return false;
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
        try (Jedis jedis = new Jedis(url)) {
            jedis.shutdown();
        } catch (JedisException e) {
            // It is gone already, which is what closing is for.
        }
    }
}
