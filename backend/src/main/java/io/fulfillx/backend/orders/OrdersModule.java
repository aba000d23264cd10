package io.fulfillx.backend.orders;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.channels.AddressPolicy;
import io.fulfillx.backend.channels.ChannelCatalog;
import io.fulfillx.backend.channels.IntakePolicy;
import io.fulfillx.backend.channels.PostalRules;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.api.Decision;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.orders.api.ShippedParcel;
import io.fulfillx.backend.orders.notes.WriteNote;
import io.fulfillx.backend.platform.crypto.Sealer;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.event.OutboxWorkers;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.ParcelId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The orders' parts, wired, and what other features do to an order. */
public final class OrdersModule {
    /** The feed's kind of a changed order. */
    public static final String ORDER_CHANGED = OrderJournal.ORDER;

    /** Outbox topic: the order is given up, subject is its id. */
    public static final String ORDER_CANCELLED = CancelOrder.TOPIC;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final OrderStore orders = new OrderStore();
    private final LineStore lines = new LineStore();
    private final HoldStore holds = new HoldStore();
    private final NoticeStore notices = new NoticeStore();
    private final TrailStore trail;
    private final OrderJournal journal;
    private final HoldOrder holdOrder;
    private final ShipOrder shipOrder;
    private final LoadOrder loadOrder;
    private final WriteNote notes;
    private final OrderActs acts;
    private final List<Route> routes;
    private final List<Worker> workers;

    /** What every part is handed. */
    public record Platform(
            Transactions transactions,
            Outbox outbox,
            OutboxWorkers outboxWorkers,
            Feed feed,
            Sealer sealer,
            Clock clock,
            Supplier<UUID> ids) {}

    public OrdersModule(
            Platform platform,
            CatalogModule catalog,
            InventoryModule inventory,
            ChannelCatalog channelCatalog) {
        ChannelStore channels = new ChannelStore();
        trail = new TrailStore(platform.ids());
        journal = new OrderJournal(orders, holds, trail, platform.feed(), platform.ids());
        AllocateOrder allocate = new AllocateOrder(catalog, inventory, lines, holds, journal);
        holdOrder = new HoldOrder(holds, allocate, journal);
        shipOrder = new ShipOrder(lines, notices, journal, platform.outbox());
        loadOrder = new LoadOrder(catalog, orders, lines, holds, channels);
        ChannelAccess access = new ChannelAccess(channelCatalog, channels, platform.sealer());
        ReceiveOrder receiveOrder =
                new ReceiveOrder(
                        catalog,
                        inventory,
                        new IntakeStore(platform.ids()),
                        platform.feed(),
                        new IntakePolicy(new AddressPolicy(PostalRules.bundled())),
                        new ReceiveOrder.Stamps(platform.clock(), platform.ids()));
        CancelOrder cancelOrder = new CancelOrder(inventory, lines, journal, platform.outbox());
        notes = new WriteNote(platform.ids());
        ApiChannel apiChannel = new ApiChannel(platform.transactions(), channels, platform.ids());
        acts =
                new OrderActs(
                        orders,
                        holds,
                        journal,
                        holdOrder,
                        cancelOrder,
                        new OrderActs.Intakes(receiveOrder, apiChannel),
                        platform.outbox());
        ConnectChannel connect =
                new ConnectChannel(
                        platform.transactions(), channelCatalog, channels, access, platform.ids());
        CreateOrder createOrder =
                new CreateOrder(
                        apiChannel,
                        receiveOrder,
                        new CreateOrder.Known(orders, lines, holds, inventory),
                        platform.clock());
        routes =
                Stream.of(
                                new CreateOrderRoutes(platform.transactions(), createOrder)
                                        .routes(),
                                orderRoutes(platform, cancelOrder).routes(),
                                channelRoutes(platform, connect, access, channels, receiveOrder)
                                        .routes())
                        .flatMap(List::stream)
                        .toList();
        workers =
                Stream.of(
                                new SendTracking(platform.transactions(), notices, access, journal),
                                retry(CatalogModule.ITEM_CREATED, platform, catalog, allocate),
                                retry(InventoryModule.STOCK_ADDED, platform, catalog, allocate))
                        .map(handler -> platform.outboxWorkers().worker(handler, LONGEST_PAUSE))
                        .toList();
    }

    private OrderRoutes orderRoutes(Platform platform, CancelOrder cancelOrder) {
        return new OrderRoutes(
                platform.transactions(),
                new OrderListStore(),
                new OrderDetails(orders, lines, holds, trail),
                holdOrder,
                cancelOrder,
                journal,
                notes);
    }

    private static ChannelRoutes channelRoutes(
            Platform platform,
            ConnectChannel connect,
            ChannelAccess access,
            ChannelStore channels,
            ReceiveOrder receiveOrder) {
        Transactions transactions = platform.transactions();
        IntakeLetterStore letters = new IntakeLetterStore();
        ImportOrders importOrders = new ImportOrders(transactions, access, receiveOrder);
        return new ChannelRoutes(
                connect,
                new AcceptWebhook(
                        transactions, access, channels, receiveOrder, letters, platform.ids()),
                importOrders,
                new ReplayIntake(transactions, letters, importOrders));
    }

    private RetryWaiting retry(
            String topic, Platform platform, CatalogModule catalog, AllocateOrder allocate) {
        return new RetryWaiting(topic, platform.transactions(), catalog, orders, allocate);
    }

    /** What the desk may do to orders. */
    public OrderActs acts() {
        return acts;
    }

    public List<Route> routes() {
        return routes;
    }

    public List<Worker> workers() {
        return workers;
    }

    /**
     * @throws io.fulfillx.backend.platform.Fault NOT_FOUND
     */
    public OrderForShipping load(Tx tx, OrderId order) {
        return loadOrder.load(tx, order);
    }

    /**
     * Locks orders that may go to the floor, oldest first: stock reserved, rules heard, no hold.
     * Orders somebody else is about to release are skipped. Call {@link #released} in the same
     * transaction.
     */
    public List<OrderId> claimReleasable(Tx tx, int max) {
        return orders.lockReleasable(tx, max);
    }

    /** A wave has the order. */
    public void released(Tx tx, OrderId order, String actor) {
        become(tx, order, OrderStatus.RELEASED, actor, "Given to a wave.");
    }

    /** Somebody began to pick or pack; no change when somebody did before. */
    public void startedFulfillment(Tx tx, OrderId order, String actor) {
        OrderRecord record = journal.lock(tx, order);
        if (record.status() == OrderStatus.RELEASED) {
            journal.become(tx, record, OrderStatus.IN_FULFILLMENT, actor, "Picking began.");
        }
    }

    /** The order left its wave unshipped; its stock stays reserved and it may be released anew. */
    public void returnedToQueue(Tx tx, OrderId order, String reason, String actor) {
        become(tx, order, OrderStatus.ALLOCATED, actor, reason);
    }

    /**
     * Units were missing or damaged: an INVENTORY hold, and BACKORDERED unless a part has shipped.
     * It is tried again by itself when stock of the item comes.
     */
    public void waitForStock(Tx tx, OrderId order, String reason, String actor) {
        OrderRecord record = journal.lock(tx, order);
        boolean held =
                holds.active(tx, order).stream()
                        .anyMatch(hold -> hold.type().equals(HoldType.INVENTORY));
        if (!held) {
            HoldId _ = journal.hold(tx, order, HoldType.INVENTORY, reason, actor);
        }
        if (record.status().canBecome(OrderStatus.BACKORDERED)
                && record.status() != OrderStatus.PARTIALLY_SHIPPED) {
            journal.become(tx, record, OrderStatus.BACKORDERED, actor, reason);
        }
    }

    private void become(Tx tx, OrderId order, OrderStatus status, String actor, String why) {
        journal.become(tx, journal.lock(tx, order), status, actor, why);
    }

    /**
     * A parcel left the bench: counts its units, derives the status, tells the channel. Once per
     * parcel. It locks the order, so call it before any stock is moved.
     *
     * @throws io.fulfillx.backend.platform.Fault NOT_ALLOWED_NOW when more would be shipped than is
     *     left, or the order is cancelled
     */
    public void shipped(Tx tx, ShippedParcel parcel, String actor) {
        shipOrder.shipped(tx, parcel, actor);
    }

    /**
     * @throws io.fulfillx.backend.platform.Fault NOT_FOUND, or NOT_ALLOWED_NOW when the order is
     *     over
     */
    public HoldId placeHold(Tx tx, OrderId order, HoldType type, String reason, String actor) {
        return holdOrder.place(tx, order, type, reason, actor);
    }

    /** Takes over what the rules decided, once: a second decision changes nothing. */
    public void applyDecision(Tx tx, OrderId id, Decision decision, String actor) {
        OrderRecord order = journal.lock(tx, id);
        if (order.decidedAt() != null) {
            return;
        }
        Set<String> tags = new LinkedHashSet<>(order.tags());
        tags.addAll(decision.tags());
        orders.decide(tx, id, decision.service(), decision.carton(), List.copyOf(tags));
        for (Decision.Hold hold : decision.holds()) {
            HoldId _ = journal.hold(tx, id, hold.type(), hold.reason(), actor);
        }
        journal.changed(tx, id);
    }

    /** Locks the order; true when it exists and the rules have not had their say. */
    public boolean lockUndecided(Tx tx, OrderId id) {
        return orders.lock(tx, id).map(order -> order.decidedAt() == null).orElse(false);
    }

    /** Writes a note; text of 1 to 4,000 characters. */
    public void note(Tx tx, OrderId order, String text, String author) {
        notes.write(tx, order, text, author);
    }

    /** Adds a row to the order's history, such as {@code LABEL_BOUGHT}. */
    public void history(Tx tx, OrderId order, String actor, String what, String detail) {
        journal.note(tx, order, actor, what, detail);
    }

    /** When the channel heard of the parcel; empty while it has not. */
    public Optional<Instant> trackingSentAt(Tx tx, ParcelId parcel) {
        return notices.find(tx, parcel).flatMap(notice -> Optional.ofNullable(notice.sentAt()));
    }
}
