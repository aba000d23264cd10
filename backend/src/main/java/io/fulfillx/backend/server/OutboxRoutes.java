package io.fulfillx.backend.server;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.server.DeadLetterStore.DeadLetter;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Dead letters of all features: a person looks, mends the cause and sends them again. */
final class OutboxRoutes {
    private final Transactions transactions;
    private final DeadLetterStore store;
    private final Clock clock;

    OutboxRoutes(Transactions transactions, DeadLetterStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    record DeadLetterPage(List<DeadLetter> items, @Nullable String nextCursor) {}

    List<Route> routes() {
        return List.of(
                Route.get(
                                "/api/v1/outbox/dead",
                                Roles.MANAGERS,
                                "List what could not be delivered, newest first",
                                DeadLetterPage.class,
                                this::dead)
                        .paged(),
                Route.post(
                        "/api/v1/outbox/{outboxId}/replay",
                        Roles.MANAGERS,
                        "Try a dead letter again",
                        Object.class,
                        DeadLetter.class,
                        this::replay));
    }

    private Reply dead(Call call) {
        int limit = call.limit();
        List<DeadLetter> found =
                transactions.inOrg(call.org(), tx -> store.dead(tx, Page.after(call), limit + 1));
        return Reply.ok(Page.of(found, limit, DeadLetter::outboxId));
    }

    private Reply replay(Call call) {
        UUID id = call.id("outboxId", "dead letter");
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            boolean replayed =
                                    store.replay(tx, id, Actor.of(call), clock.instant());
                            DeadLetter letter =
                                    store.find(tx, id)
                                            .orElseThrow(() -> Fault.notFound("dead letter"));
                            if (!replayed) {
                                throw new Fault(
                                        Fault.Code.NOT_ALLOWED_NOW,
                                        "It is no dead letter; its status is "
                                                + letter.status()
                                                + ".");
                            }
                            tx.wakeAfterCommit(Outbox.news(letter.topic()));
                            return letter;
                        }));
    }
}
