package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.channels.OrderReading;
import io.fulfillx.backend.orders.ChannelAccess.Shop;
import io.fulfillx.backend.orders.ChannelStore.Delivery;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.sql.Settled;
import io.fulfillx.backend.platform.sql.SharedCommit;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrgId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Takes a channel's signed call. Nothing is stored before the signature is proved; what is proved
 * but not understood is kept for a person.
 */
final class AcceptWebhook {
    private static final Logger LOG = LoggerFactory.getLogger(AcceptWebhook.class);
    private static final String ORDER_CREATED = "orders/create";
    private static final int MAX_ID = 200;

    private final Transactions transactions;
    private final ChannelAccess channels;
    private final ChannelStore store;
    private final ReceiveOrder receiveOrder;
    private final IntakeLetterStore letters;
    private final Supplier<UUID> ids;
    private final SharedCommit<Signed, IntakeResult> commits;

    AcceptWebhook(
            Transactions transactions,
            ChannelAccess channels,
            ChannelStore store,
            ReceiveOrder receiveOrder,
            IntakeLetterStore letters,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.channels = channels;
        this.store = store;
        this.receiveOrder = receiveOrder;
        this.letters = letters;
        this.ids = ids;
        this.commits =
                new SharedCommit<>(transactions, SharedCommit.Limits.standard(), this::receive);
    }

    /**
     * What arrived.
     *
     * @param id the channel's id of this delivery, the same when it delivers again
     * @param body the bytes that are signed
     */
    record Arrival(
            OrgId org, ChannelId channel, String topic, String id, String signature, byte[] body) {}

    /**
     * @throws Fault UNAUTHENTICATED when the signature does not prove a channel of that
     *     organisation; MALFORMED, with a pointer, when the body is no order
     */
    IntakeResult accept(Arrival arrival) {
        Answer answer = transactions.inOrg(arrival.org(), tx -> accept(tx, arrival));
        return switch (answer) {
            case Answer.Understood(ChannelOrder order) ->
                    commits.call(arrival.org(), ReceiveOrder.LANE, signed(arrival, order));
            case Answer.Ignored() -> IntakeResult.without(IntakeResult.Outcome.IGNORED);
            case Answer.NotUnderstood(String pointer, String detail) -> {
                LOG.warn("a signed webhook was not understood at \"{}\": {}", pointer, detail);
                throw new Fault(Fault.Code.MALFORMED, detail, pointer);
            }
        };
    }

    /** A proved call and the order it brings. */
    private record Signed(Delivery delivery, IncomingOrder incoming) {}

    /** What the proof of it showed; what is not understood is kept by then. */
    private sealed interface Answer {
        record Understood(ChannelOrder order) implements Answer {}

        record Ignored() implements Answer {}

        record NotUnderstood(String pointer, String detail) implements Answer {}
    }

    private Answer accept(Tx tx, Arrival arrival) {
        Shop shop = proved(tx, arrival);
        if (!arrival.topic().equals(ORDER_CREATED)) {
            LOG.info("webhook of topic {} is ignored", arrival.topic().replaceAll("\\s", " "));
            return new Answer.Ignored();
        }
        List<OrderReading> readings = shop.kind().orders().read(arrival.body());
        OrderReading only =
                readings.size() == 1
                        ? readings.getFirst()
                        : new OrderReading.NotAnOrder("", "one order is expected");
        return switch (only) {
            case OrderReading.Read(var order) -> new Answer.Understood(order);
            case OrderReading.MalformedOrder bad -> kept(tx, arrival, bad.pointer(), bad.detail());
            case OrderReading.NotAnOrder other ->
                    kept(tx, arrival, other.pointer(), other.detail());
        };
    }

    private static Signed signed(Arrival arrival, ChannelOrder order) {
        return new Signed(
                new Delivery(arrival.channel(), deliveryId(arrival), arrival.topic()),
                IncomingOrder.by(arrival.channel(), order));
    }

    /** Orders of calls whose signature is proved. Each call is remembered and counts once. */
    private List<Settled<IntakeResult>> receive(Tx tx, List<Signed> calls) {
        Set<Delivery> fresh =
                new HashSet<>(store.remember(tx, calls.stream().map(Signed::delivery).toList()));
        List<Signed> first = calls.stream().filter(call -> fresh.remove(call.delivery())).toList();
        List<Intake> intakes =
                receiveOrder.receive(tx, first.stream().map(Signed::incoming).toList());
        IdentityHashMap<Signed, IntakeResult> results = new IdentityHashMap<>();
        for (int i = 0; i < first.size(); i++) {
            Signed call = first.get(i);
            results.put(call, IntakeResult.of(call.incoming().order(), intakes.get(i)));
        }
        IntakeResult repeated = IntakeResult.without(IntakeResult.Outcome.ALREADY_RECEIVED);
        return calls.stream()
                .map(call -> Settled.done(results.getOrDefault(call, repeated)))
                .toList();
    }

    private Shop proved(Tx tx, Arrival arrival) {
        Optional<Shop> shop = channels.find(tx, arrival.channel());
        boolean authentic =
                shop.filter(
                                found ->
                                        found.kind()
                                                .webhooks()
                                                .isAuthentic(
                                                        arrival.body(),
                                                        arrival.signature(),
                                                        channels.webhookSecret(found)))
                        .isPresent();
        if (!authentic) {
            throw refused();
        }
        return shop.orElseThrow();
    }

    /** The same words for a wrong signature and for a channel that does not exist. */
    static Fault refused() {
        return new Fault(Fault.Code.UNAUTHENTICATED, "The signature is not right.");
    }

    private static String deliveryId(Arrival arrival) {
        return arrival.id().isEmpty() || arrival.id().length() > MAX_ID
                ? "sha256-" + Tokens.sha256(arrival.body())
                : arrival.id();
    }

    private Answer kept(Tx tx, Arrival arrival, String pointer, String detail) {
        String problem = pointer + " " + detail;
        letters.keep(tx, ids.get(), arrival.channel(), arrival.body(), problem);
        return new Answer.NotUnderstood(pointer, detail);
    }
}
