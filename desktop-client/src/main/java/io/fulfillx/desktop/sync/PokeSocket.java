package io.fulfillx.desktop.sync;

import io.fulfillx.desktop.store.StationIdentity;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Hears from the server that there is something new, without being told what. Where a WebSocket
 * cannot pass, nothing is missed: the feed is polled all the same.
 */
final class PokeSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PokeSocket.class);

    /** Two beats of the server and some more. */
    private static final Duration SILENCE = Duration.ofSeconds(40);

    private final ServerClient client;
    private final StationIdentity identity;
    private final Runnable poked;
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean open;

    /**
     * @param poked called on a background thread: be quick
     */
    PokeSocket(ServerClient client, StationIdentity identity, Runnable poked) {
        this.client = client;
        this.identity = identity;
        this.poked = poked;
        this.thread = Thread.ofVirtual().name("pokes").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Whether pokes arrive at all now. */
    boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        Backoff backoff = new Backoff(new SecureRandom());
        while (!closed) {
            try {
                if (listen()) {
                    backoff.reset();
                }
                Thread.sleep(backoff.next());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /**
     * @return whether it ever stood
     */
    private boolean listen() throws InterruptedException {
        Ear ear = new Ear();
        try {
            WebSocket socket = client.pokes(identity, ear);
            try {
                ear.untilSilent();
            } finally {
                open = false;
                socket.abort();
            }
            return true;
        } catch (IOException | ServerRefusal e) {
            LOG.debug("no pokes: {}", e.getMessage());
            return false;
        }
    }

    private final class Ear implements WebSocket.Listener {
        private final CountDownLatch ended = new CountDownLatch(1);
        private volatile long heard = System.nanoTime();

        void untilSilent() throws InterruptedException {
            while (System.nanoTime() - heard < SILENCE.toNanos()) {
                if (ended.await(1, TimeUnit.SECONDS)) {
                    return;
                }
            }
        }

        @Override
        public void onOpen(WebSocket socket) {
            open = true;
            socket.request(Long.MAX_VALUE);
        }

        @Override
        public @Nullable CompletionStage<?> onText(
                WebSocket socket, CharSequence data, boolean last) {
            heard = System.nanoTime();
            poked.run();
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onPing(WebSocket socket, ByteBuffer message) {
            heard = System.nanoTime();
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
            ended.countDown();
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable fault) {
            ended.countDown();
        }
    }
}
