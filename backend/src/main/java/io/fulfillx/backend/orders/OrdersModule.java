package io.fulfillx.backend.orders;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.channels.AddressPolicy;
import io.fulfillx.backend.channels.ChannelCatalog;
import io.fulfillx.backend.channels.IntakePolicy;
import io.fulfillx.backend.channels.PostalRules;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.api.Decision;
import io.fulfillx.backend.orders.api.FulfillmentOrder;
import io.fulfillx.backend.orders.api.FulfillmentOrderId;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.LeavingParcel;
import io.fulfillx.backend.orders.api.LockedPart;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.orders.api.PickedPart;
import io.fulfillx.backend.orders.notes.WriteNote;
import io.fulfillx.backend.platform.crypto.Sealer;
import io.fulfillx.backend.platform.event.Backoff;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.event.OutboxHandler;
import io.fulfillx.backend.platform.event.OutboxWorkers;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Reads;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.quantity.Quantity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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

    /** Outbox topic: labels with the old address are to be replaced, subject is the order's id. */
    public static final String ADDRESS_CHANGED = ChangeOrder.ADDRESS_CHANGED;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final OrderStore orders = new OrderStore();
    private final LineStore lines = new LineStore();
    private final HoldStore holds = new HoldStore();
    private final NoticeStore notices = new NoticeStore();
    private final OrderParts parts;
    private final FollowFloor followFloor;
    private final SplitByPlace splitByPlace;
    private final TrailStore trail;
    private final OrderJournal journal;
    private final HoldOrder holdOrder;
    private final ShipOrder shipOrder;
    private final LoadOrder loadOrder;
    private final WriteNote notes;
    private final OrderActs acts;
    private final OrderTasksModule tasks;
    private final List<Route> routes;
    private final List<Route> reading;
    private final List<Worker> workers;

    /** What every part is handed. */
    public record Platform(
            Transactions transactions,
            Reads reads,
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
        OrderFlow flow =
                new OrderFlow(
                        platform,
                        new OrderFlow.Shelf(orders, lines, holds, trail, journal),
                        inventory);
        parts = flow.parts();
        tasks = flow.tasks();
        followFloor = flow.followFloor();
        splitByPlace = flow.splitByPlace(catalog);
        AllocateOrder allocate =
                new AllocateOrder(catalog, inventory, lines, holds, parts, flow.stock(), journal);
        holdOrder = new HoldOrder(holds, allocate, parts, journal);
        shipOrder = new ShipOrder(lines, notices, parts, flow.stock(), journal, platform.outbox());
        loadOrder = new LoadOrder(catalog, orders, lines, holds, parts, channels);
        ChannelAccess access = new ChannelAccess(channelCatalog, channels, platform.sealer());
        ReceiveOrder receiveOrder = receiveOrder(platform, catalog, inventory, allocate);
        notes = new WriteNote(platform.ids());
        ApiChannel apiChannel = new ApiChannel(platform.transactions(), channels, platform.ids());
        OrderActs.Verbs verbs = new OrderActs.Verbs(holdOrder, flow.cancel(), flow.merge(allocate));
        acts = acts(platform, verbs, new OrderActs.Intakes(receiveOrder, apiChannel));
        ConnectChannel connect =
                new ConnectChannel(
                        platform.transactions(), channelCatalog, channels, access, platform.ids());
        OrderDetailStore details = new OrderDetailStore();
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
                                orderRoutes(platform, flow.cancel(), details).routes(),
                                flow.routes(details, allocate),
                                channelRoutes(platform, connect, access, channels, receiveOrder)
                                        .routes())
                        .flatMap(List::stream)
                        .toList();
        reading = new OrderReadRoutes(platform.reads(), new OrderListStore(), details).routes();
        Stream<OutboxHandler> errands =
                Stream.of(
                        new SendTracking(platform.transactions(), notices, access, journal),
                        retry(CatalogModule.ITEM_CREATED, platform, catalog, inventory, allocate),
                        retry(InventoryModule.STOCK_ADDED, platform, catalog, inventory, allocate));
        workers =
                Stream.concat(
                                errands.map(each -> worker(platform, each)),
                                Stream.of(flow.keepDates(), sendStock(platform, inventory, access)))
                        .toList();
    }

    private OrderActs acts(Platform platform, OrderActs.Verbs verbs, OrderActs.Intakes intakes) {
        return new OrderActs(orders, holds, journal, verbs, intakes, platform.outbox());
    }

    private static Worker worker(Platform platform, OutboxHandler handler) {
        return platform.outboxWorkers().worker(handler, LONGEST_PAUSE);
    }

    private static ReceiveOrder receiveOrder(
            Platform platform,
            CatalogModule catalog,
            InventoryModule inventory,
            AllocateOrder allocate) {
        return new ReceiveOrder(
                catalog,
                inventory,
                new IntakeStore(platform.sealer(), platform.ids()),
                allocate,
                platform.feed(),
                new IntakePolicy(new AddressPolicy(PostalRules.bundled())),
                new ReceiveOrder.Stamps(platform.clock(), platform.ids()));
    }

    private static Worker sendStock(
            Platform platform, InventoryModule inventory, ChannelAccess access) {
        return new SendStockWorker(
                platform.transactions(),
                inventory,
                access,
                new Backoff(Duration.ofMillis(500), LONGEST_PAUSE, new SecureRandom()),
                platform.clock());
    }

    private OrderRoutes orderRoutes(
            Platform platform, CancelOrder cancelOrder, OrderDetailStore details) {
        return new OrderRoutes(
                platform.transactions(),
                details,
                new OrderRoutes.Verbs(holdOrder, cancelOrder),
                journal,
                notes,
                platform.clock());
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
            String topic,
            Platform platform,
            CatalogModule catalog,
            InventoryModule inventory,
            AllocateOrder allocate) {
        return new RetryWaiting(
                topic, platform.transactions(), catalog, inventory, orders, allocate);
    }

    /** What the desk may do to orders. */
    public OrderActs acts() {
        return acts;
    }

    public OrderTasksModule tasks() {
        return tasks;
    }

    public List<Route> routes() {
        return routes;
    }

    /** Routes that only read, so that a process with a replica can serve them. */
    public List<Route> reading() {
        return reading;
    }

    /** The statements of the list by what they filter, to be explained and measured. */
    public static Map<String, String> listStatements() {
        return OrderListStore.statements();
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

    /** Those of the orders that there are. */
    public Map<OrderId, OrderForShipping> load(Tx tx, Collection<OrderId> all) {
        return loadOrder.load(tx, all);
    }

    /**
     * Locks the orders of parts that may go to the floor, oldest first, but none that somebody else
     * is about to release. Call {@link #released} in the same transaction.
     */
    public List<FulfillmentOrder> claimReleasable(Tx tx, int max) {
        return orders.lockReleasable(tx, max).stream().map(id -> parts.get(tx, id)).toList();
    }

    /** Lets nobody else change the part's orders until the transaction ends. */
    public LockedPart lock(Tx tx, FulfillmentOrderId id) {
        return followFloor.lock(tx, id);
    }

    /** The same for many parts; those that there are. */
    public Map<FulfillmentOrderId, LockedPart> lock(Tx tx, Collection<FulfillmentOrderId> ids) {
        return followFloor.lock(tx, ids);
    }

    /** With all its lines, those of merged orders included. */
    public FulfillmentOrder part(Tx tx, FulfillmentOrderId id) {
        return parts.get(tx, id);
    }

    /** The status as it follows from the parts now; the one that is kept is always this. */
    OrderStatus derivedStatus(Tx tx, OrderId order) {
        return parts.derived(tx, order);
    }

    /** The parts of an order; of merged ones only its own lines. */
    public List<FulfillmentOrder> parts(Tx tx, OrderId order) {
        return parts.of(tx, order);
    }

    /** A wave has the part, which was claimed as releasable. */
    public void released(Tx tx, FulfillmentOrder part, String actor) {
        followFloor.released(tx, part, actor);
    }

    /** Somebody confirmed picks. */
    public void picked(Tx tx, List<PickedPart> parts, String actor) {
        followFloor.picked(tx, parts, actor);
    }

    /** A parcel of the part cannot be finished. */
    public void setAside(Tx tx, FulfillmentOrderId id, String why, String actor) {
        followFloor.setAside(tx, id, why, actor);
    }

    /** Units of a line in work are missing or spoiled: they wait as a part of their own. */
    public void lost(Tx tx, FulfillmentOrderId id, OrderLineId line, Quantity units, String actor) {
        followFloor.lost(tx, id, line, units, actor);
    }

    /** A parcel of the part came to another place on its way. */
    public void travelled(Tx tx, FulfillmentOrderId id, String what, String actor) {
        followFloor.travelled(tx, id, what, actor);
    }

    /** A page of the feed that ends there withdraws those parcels from the station. */
    public void told(Tx tx, StationId station, List<ParcelId> withdrawn, String place) {
        followFloor.told(tx, station, withdrawn, place);
    }

    /** The station goes on from there: what the page before withdrew, it has let go. */
    public void heard(Tx tx, StationId station, String place) {
        followFloor.heard(tx, station, place);
    }

    /** The station said something of a parcel whose order is given up: it has let it go. */
    public void answered(Tx tx, OrderId order, ParcelId parcel, String actor) {
        followFloor.answered(tx, order, parcel, actor);
    }

    /**
     * Parcels left the bench: counts their units, derives the status, tells channels; once each.
     *
     * @throws io.fulfillx.backend.platform.Fault NOT_ALLOWED_NOW when more would be shipped than is
     *     left, or the order is cancelled
     */
    public void shipped(Tx tx, List<LeavingParcel> parcels, String actor) {
        shipOrder.shipped(tx, parcels, actor);
    }

    /**
     * @throws io.fulfillx.backend.platform.Fault NOT_FOUND, or NOT_ALLOWED_NOW when it is over
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
        splitByPlace.split(tx, id, actor);
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

    /** How often the address was changed. */
    public int addressRevision(Tx tx, OrderId order) {
        return Optional.ofNullable(addressRevisions(tx, List.of(order)).get(order)).orElseThrow();
    }

    public Map<OrderId, Integer> addressRevisions(Tx tx, Collection<OrderId> all) {
        return orders.addressRevisions(tx, all);
    }

    /** When the channel heard of the parcel; empty while it has not. */
    public Optional<Instant> trackingSentAt(Tx tx, ParcelId parcel) {
        return notices.sentAt(tx, parcel);
    }
}
