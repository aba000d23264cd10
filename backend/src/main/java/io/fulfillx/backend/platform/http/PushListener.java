package io.fulfillx.backend.platform.http;

import io.fulfillx.backend.platform.Fault;
import io.helidon.common.buffers.BufferData;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UncheckedIOException;
import java.util.Optional;

/** One WebSocket: proves who connects, then lets the route push until either side closes. */
final class PushListener implements WsListener {
    private static final Logger LOG = LoggerFactory.getLogger(PushListener.class);
    private static final String BEARER = "Bearer ";
    private static final int GOING_AWAY = 1001;

    private final Access access;
    private final Push push;
    private final Authenticator authenticator;
    private volatile @Nullable Principal principal;
    private volatile boolean open;

    PushListener(Access access, Push push, Authenticator authenticator) {
        this.access = access;
        this.push = push;
        this.authenticator = authenticator;
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers)
            throws WsUpgradeException {
        String header = headers.first(HeaderNames.AUTHORIZATION).orElse("");
        if (!header.startsWith(BEARER)) {
            throw new WsUpgradeException("Send an access token.");
        }
        try {
            Principal proved = authenticator.authenticate(header.substring(BEARER.length()));
            if (!access.roles().contains(proved.role())) {
                throw new WsUpgradeException("The role " + proved.role() + " may not do this.");
            }
            principal = proved;
        } catch (Fault fault) {
            throw new WsUpgradeException(fault.detail());
        }
        return Optional.empty();
    }

    @Override
    public void onOpen(WsSession session) {
        Principal caller = principal;
        if (caller == null) {
            session.terminate();
            return;
        }
        open = true;
        Thread.ofVirtual().name("push-" + caller.subject()).start(() -> run(caller, session));
    }

    private void run(Principal caller, WsSession session) {
        try {
            push.run(caller, new Session(session));
            if (open) {
                session.close(GOING_AWAY, "connect again");
            }
        } catch (UncheckedIOException e) {
            LOG.debug("a push to {} ended: {}", caller.subject(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("a push to {} failed", caller.subject(), e);
            session.terminate();
        } finally {
            open = false;
        }
    }

    @Override
    public void onClose(WsSession session, int status, String reason) {
        open = false;
    }

    @Override
    public void onError(WsSession session, Throwable fault) {
        open = false;
    }

    /** Only the pushing thread writes to it. */
    private final class Session implements PushSession {
        private final WsSession wire;

        Session(WsSession wire) {
            this.wire = wire;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void poke() {
            if (open) {
                wire.send("poke", true);
            }
        }

        @Override
        public void beat() {
            if (open) {
                wire.ping(BufferData.empty());
            }
        }
    }
}
