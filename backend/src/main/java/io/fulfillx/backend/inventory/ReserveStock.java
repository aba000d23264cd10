package io.fulfillx.backend.inventory;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.catalog.api.Item;
import io.fulfillx.backend.inventory.KitStore.KitPart;
import io.fulfillx.backend.inventory.ReservationPolicy.Demand;
import io.fulfillx.backend.inventory.ReservationPolicy.Grant;
import io.fulfillx.backend.inventory.ReservationPolicy.Plan;
import io.fulfillx.backend.inventory.ReservationPolicy.Shortage;
import io.fulfillx.backend.inventory.ReservationStore.OrderGrant;
import io.fulfillx.backend.inventory.ledger.Booking;
import io.fulfillx.backend.inventory.ledger.Portion;
import io.fulfillx.backend.inventory.ledger.Posted;
import io.fulfillx.backend.inventory.ledger.Posting;
import io.fulfillx.backend.inventory.ledger.StockEvent;
import io.fulfillx.backend.inventory.ledger.StockLedger;
import io.fulfillx.backend.inventory.ledger.StockLedger.Locked;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.sql.Settled;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.stock.ReserveOutcome;
import io.fulfillx.model.stock.ReserveStockRequest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reserves what orders still need, each all of it or nothing. Movements, promises and outbox rows
 * commit together.
 */
final class ReserveStock {
    /** The rules look at an order once its stock is safe. */
    static final String ORDER_ALLOCATED = "order.allocated";

    private final CatalogModule catalog;
    private final ReservationStore reservations;
    private final PromisableStore promisable = new PromisableStore();
    private final KitStore kitStore;
    private final StockLedger ledger;
    private final Outbox outbox;

    ReserveStock(
            CatalogModule catalog,
            ReservationStore reservations,
            KitStore kitStore,
            StockLedger ledger,
            Outbox outbox) {
        this.catalog = catalog;
        this.reservations = reservations;
        this.kitStore = kitStore;
        this.ledger = ledger;
        this.outbox = outbox;
    }

    /**
     * An order that wants stock.
     *
     * @param correlation the id of the request that asks
     */
    record Ask(ReserveStockRequest request, String actor, String correlation) {}

    /** Orders of the current request. */
    static List<Ask> asks(List<ReserveStockRequest> requests, String actor) {
        String correlation = Correlation.current();
        return requests.stream().map(each -> new Ask(each, actor, correlation)).toList();
    }

    /** One order alone. */
    ReserveOutcome reserve(Tx tx, Ask ask) {
        return reserveAll(tx, List.of(ask)).getFirst().get();
    }

    /**
     * Serves orders in their order, each all or nothing, as if it were alone: by a few statements,
     * however many there are. One is refused (INVALID, pointing at the line) when the catalog does
     * not know its SKU.
     */
    List<Settled<ReserveOutcome>> reserveAll(Tx tx, List<Ask> asks) {
        return serve(
                tx,
                asks,
                items(tx, asks),
                () ->
                        reservations.standing(
                                tx,
                                asks.stream()
                                        .map(ask -> ask.request().orderId())
                                        .collect(Collectors.toSet())));
    }

    /**
     * The same for orders that were just made: nothing can have been reserved for them.
     *
     * @param items what the catalog knows of their SKUs
     */
    List<Settled<ReserveOutcome>> reserveNew(Tx tx, List<Ask> asks, Map<Sku, Item> items) {
        Map<Sku, Item> asked = new HashMap<>(items);
        asked.keySet().retainAll(skus(asks));
        return serve(tx, asks, asked, Standing::new);
    }

    private List<Settled<ReserveOutcome>> serve(
            Tx tx, List<Ask> asks, Map<Sku, Item> items, Supplier<Standing> standing) {
        Map<OrderLineId, List<KitPart>> kits = kits(tx, asks, items);
        Set<ItemId> wanted = new TreeSet<>(Comparator.comparing(ItemId::toString));
        items.values().forEach(item -> wanted.add(item.itemId()));
        kits.values().forEach(parts -> parts.forEach(part -> wanted.add(part.item())));
        Locked locked = ledger.lock(tx, wanted);
        // Read after the items are locked: a repeat that waited here sees the first one's grants.
        Standing before = standing.get();
        PromisableStore.Supply supply = promisable.supply(tx, wanted);
        Round round =
                new Round(
                        items,
                        kits,
                        before,
                        new Promisable(
                                ReservationPolicy.withheld(supply.levels(), supply.safeties())));
        List<Settled<ReserveOutcome>> outcomes =
                asks.stream().map(ask -> serve(tx, round, ask)).toList();
        book(tx, round, locked);
        return outcomes;
    }

    /** What is known and decided while orders are served together. */
    private record Round(
            Map<Sku, Item> items,
            Map<OrderLineId, List<KitPart>> kits,
            Standing standing,
            Promisable stock,
            List<Posting> postings,
            List<OrderGrant> grants,
            List<Outbox.Task> allocated) {
        Round(
                Map<Sku, Item> items,
                Map<OrderLineId, List<KitPart>> kits,
                Standing standing,
                Promisable stock) {
            this(
                    items,
                    kits,
                    standing,
                    stock,
                    new ArrayList<>(),
                    new ArrayList<>(),
                    new ArrayList<>());
        }
    }

    private Map<Sku, Item> items(Tx tx, List<Ask> asks) {
        return catalog.findBySkus(tx, skus(asks));
    }

    private static Set<Sku> skus(List<Ask> asks) {
        return asks.stream()
                .flatMap(ask -> ask.request().lines().stream())
                .map(ReserveStockRequest.Line::sku)
                .collect(Collectors.toSet());
    }

    private Settled<ReserveOutcome> serve(Tx tx, Round round, Ask ask) {
        ReserveStockRequest request = ask.request();
        for (int i = 0; i < request.lines().size(); i++) {
            Sku sku = request.lines().get(i).sku();
            if (!round.items().containsKey(sku)) {
                return Settled.refused(
                        Fault.invalid(
                                "/lines/" + i + "/sku",
                                "The catalog has no item of the SKU " + sku + "."));
            }
        }
        List<Demand> open = new ArrayList<>();
        for (ReserveStockRequest.Line line : request.lines()) {
            for (KitPart part : parts(line.lineId(), item(round, line), round.kits())) {
                int had = round.standing().covered(line.lineId(), part.item());
                long lacking = (long) line.quantity().units() * part.units() - had;
                if (lacking > Quantity.MAX_UNITS) {
                    return Settled.refused(
                            Fault.invalid("/lines", "A line asks for too many units."));
                } else if (lacking > 0) {
                    open.add(new Demand(line.lineId(), part.item(), new Quantity((int) lacking)));
                }
            }
        }
        return Settled.done(decide(tx, round, ask, open));
    }

    private ReserveOutcome decide(Tx tx, Round round, Ask ask, List<Demand> open) {
        OrderId order = ask.request().orderId();
        if (open.isEmpty()) {
            return new ReserveOutcome.AlreadyReserved(order);
        }
        return switch (round.stock().serve(open)) {
            case Plan.Granted(List<Grant> grants) -> {
                grant(round, ask, grants);
                promise(tx, round, ask.request());
                yield new ReserveOutcome.Reserved(order);
            }
            case Plan.Lacking(List<Shortage> shortages) -> notEnough(tx, round, shortages);
        };
    }

    private static Item item(Round round, ReserveStockRequest.Line line) {
        return Objects.requireNonNull(round.items().get(line.sku()));
    }

    /** What each line of a virtual kit is made of: as it was promised, else as it is now. */
    private Map<OrderLineId, List<KitPart>> kits(Tx tx, List<Ask> asks, Map<Sku, Item> items) {
        Map<ItemId, List<KitPart>> now =
                kitStore.virtualKits(tx, items.values().stream().map(Item::itemId).toList());
        Map<OrderLineId, List<KitPart>> kits = new HashMap<>();
        if (now.isEmpty()) {
            return kits;
        }
        for (Ask ask : asks) {
            for (ReserveStockRequest.Line line : ask.request().lines()) {
                Item item = items.get(line.sku());
                List<KitPart> parts = item == null ? null : now.get(item.itemId());
                if (parts != null) {
                    kits.put(line.lineId(), parts);
                }
            }
        }
        kits.putAll(kitStore.promised(tx, List.copyOf(kits.keySet())));
        return kits;
    }

    /** A virtual kit is what it is made of; everything else is itself. */
    private static List<KitPart> parts(
            OrderLineId line, Item item, Map<OrderLineId, List<KitPart>> kits) {
        return kits.getOrDefault(line, List.of(new KitPart(item.itemId(), 1)));
    }

    private void promise(Tx tx, Round round, ReserveStockRequest request) {
        for (ReserveStockRequest.Line line : request.lines()) {
            List<KitPart> parts = round.kits().get(line.lineId());
            if (parts != null) {
                kitStore.promise(tx, request.orderId(), line.lineId(), parts);
            }
        }
    }

    private static void grant(Round round, Ask ask, List<Grant> grants) {
        OrderId order = ask.request().orderId();
        List<Portion> portions =
                grants.stream().map(g -> Portion.of(g.key(), g.quantity().units())).toList();
        String key = "reserve/" + order + "/" + round.standing().nextRound(order);
        round.postings()
                .add(
                        new Posting(
                                new StockEvent.Reserve(portions),
                                Booking.of(key, order.value(), ask.actor())));
        for (Grant grant : grants) {
            round.standing().cover(grant);
            round.grants().add(new OrderGrant(order, grant));
        }
        round.allocated().add(new Outbox.Task(order.value(), ask.correlation()));
    }

    private void book(Tx tx, Round round, Locked locked) {
        if (round.postings().isEmpty()) {
            return;
        }
        for (Posted posted : ledger.postAll(tx, round.postings(), locked)) {
            if (posted.fate() != Posted.Fate.BOOKED) {
                throw new IllegalStateException("locked stock was not there: " + round.grants());
            }
        }
        reservations.grantAll(tx, round.grants());
        outbox.addTasks(tx, ORDER_ALLOCATED, round.allocated());
    }

    private ReserveOutcome notEnough(Tx tx, Round round, List<Shortage> shortages) {
        Map<ItemId, Sku> names = new HashMap<>();
        round.items().forEach((sku, item) -> names.put(item.itemId(), sku));
        return new ReserveOutcome.NotEnough(
                shortages.stream()
                        .map(
                                shortage ->
                                        new ReserveOutcome.Missing(
                                                names.computeIfAbsent(
                                                        shortage.itemId(),
                                                        part -> catalog.get(tx, part).sku()),
                                                shortage.asked(),
                                                shortage.available()))
                        .sorted(Comparator.comparing(each -> each.sku().value()))
                        .toList());
    }
}
