package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelLine;
import io.fulfillx.backend.fulfillment.api.ParcelPolicy.Share;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.inventory.api.MissingUnits.Cause;
import io.fulfillx.backend.orders.OrderTasksModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.ActiveHold;
import io.fulfillx.backend.orders.api.HoldId;
import io.fulfillx.backend.orders.api.HoldType;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.platform.event.FeedPlace;
import io.fulfillx.launcher.simulate.Books.Shelf;
import io.fulfillx.launcher.simulate.Books.Task;
import io.fulfillx.launcher.simulate.Books.Wait;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What happens to orders, parcels and stock, inside a transaction of its caller. */
class House {
    private static final Set<TaskKind> TOUCH_UNITS = Set.of(TaskKind.UNPACK, TaskKind.EMPTY_TOTE);

    private final Books books;
    private final MemoryFeed feed;
    private final MemoryClaims claims;
    private final MemoryStock stock;
    private MemoryLane lane;
    private final Clock clock;
    private final Supplier<UUID> ids;

    House(Books books, MemoryFeed feed, MemoryStock stock, Clock clock, Supplier<UUID> ids) {
        this.books = books;
        this.feed = feed;
        this.claims = new MemoryClaims(books, clock);
        this.stock = stock;
        this.clock = clock;
        this.ids = ids;
        this.lane = new MemoryLane(this);
    }

    final Books books() {
        return books;
    }

    final MemoryClaims claims() {
        return claims;
    }

    final MemoryLane lane() {
        return lane;
    }

    final void lane(MemoryLane other) {
        lane = other;
    }

    final MemoryStock stock() {
        return stock;
    }

    final Clock clock() {
        return clock;
    }

    /** Of jobs that are read now. */
    long version() {
        return feed.xmax();
    }

    final UUID id() {
        return ids.get();
    }

    /** Keeps the parcel as it is now and tells its station. */
    final void change(Parcel parcel) {
        books.parcels.put(parcel.parcelId(), parcel);
        tell(parcel.parcelId(), parcel.stationId());
    }

    final void tell(ParcelId parcel, StationId station) {
        feed.add(FulfillmentModule.PARCEL_CHANGED, parcel.value(), station.value());
    }

    final void change(OrderForShipping order) {
        books.orders.put(order.orderId(), order);
        feed.add(OrdersModule.ORDER_CHANGED, order.orderId().value(), null);
    }

    final void hold(OrderId id, HoldType type, String reason) {
        OrderForShipping order = books.orders.get(id);
        ActiveHold hold = new ActiveHold(new HoldId(ids.get()), type, reason);
        change(
                Rewrite.holds(
                        order,
                        before -> {
                            List<ActiveHold> all = new ArrayList<>(before);
                            all.add(hold);
                            return all;
                        }));
    }

    final void release(OrderId id) {
        change(Rewrite.holds(books.orders.get(id), _ -> List.of()));
    }

    final List<Parcel> ofOrder(OrderId order) {
        return books.parcels.where(parcel -> parcel.orderId().equals(order));
    }

    final boolean isForOldAddress(Parcel parcel) {
        int now = addressRevision(parcel.orderId());
        return books.labels
                .find(parcel.parcelId())
                .filter(label -> label.address() < now)
                .isPresent();
    }

    /** How often the address was changed. */
    final int addressRevision(OrderId order) {
        return books.addressRevisions.find(order).orElse(0);
    }

    /** Gives a parcel to another station without asking whether that is wise. */
    final void pass(Parcel parcel, StationId to, String actor) {
        claims.pass(parcel.parcelId(), to, actor, "It passed on.");
        books.parcels.put(parcel.parcelId(), Rewrite.at(parcel, to));
        tell(parcel.parcelId(), parcel.stationId());
        tell(parcel.parcelId(), to);
    }

    final void ask(NewTask wanted) {
        boolean known =
                books.tasks.rows().stream()
                        .map(Task::wanted)
                        .anyMatch(
                                task ->
                                        task.parcelId().equals(wanted.parcelId())
                                                && task.kind() == wanted.kind()
                                                && task.cause().equals(wanted.cause()));
        StationId station = wanted.station();
        if (!known) {
            UUID id = ids.get();
            books.tasks.put(id, new Task(id, wanted, clock.instant(), false));
            if (station != null) {
                feed.add(OrderTasksModule.TASK_CHANGED, id, station.value());
            }
        }
    }

    final boolean taskDone(UUID id, ParcelId parcel) {
        Optional<Task> found =
                books.tasks.find(id).filter(task -> task.wanted().parcelId().equals(parcel));
        found.filter(task -> !task.done()).ifPresent(this::finish);
        return found.isPresent();
    }

    final void finish(Task task) {
        books.tasks.put(task.id(), new Task(task.id(), task.wanted(), task.at(), true));
        StationId station = task.wanted().station();
        if (station != null) {
            feed.add(OrderTasksModule.TASK_CHANGED, task.id(), station.value());
            if (TOUCH_UNITS.contains(task.wanted().kind())) {
                putBack(books.parcels.get(task.wanted().parcelId()));
            }
        }
    }

    /** Everything in the parcel's tote lies in its bin again. */
    final void putBack(Parcel parcel) {
        boolean picked = parcel.lines().stream().anyMatch(line -> !line.picked().isZero());
        if (parcel.status() == ParcelStatus.PACKED || !picked) {
            return;
        }
        Parcel empty =
                Rewrite.lines(
                        parcel,
                        parcel.lines().stream()
                                .map(line -> Rewrite.counts(line, 0, line.missing().units()))
                                .toList());
        change(
                empty.status() == ParcelStatus.PICKED
                        ? Rewrite.status(empty, ParcelStatus.Verb.UNPICK)
                        : empty);
    }

    /** Units are not there or broken: others are promised in their place, or the order waits. */
    final void writeOff(Parcel parcel, List<Share> shares, Cause cause) {
        Parcel now = parcel;
        boolean replaced = true;
        for (Share share : shares) {
            ParcelLine line = share.line();
            int units = share.units().units();
            int missing = line.missing().units() + units;
            int picked = Math.min(line.picked().units(), line.planned().units() - missing);
            now = Rewrite.line(now, Rewrite.counts(line, picked, missing));
            stock.takeOut(line.stock(), units);
            Optional<Shelf> other =
                    cause == Cause.SHORT
                            ? stock.free(line.itemId(), units, Optional.of(line.locationId()))
                            : Optional.empty();
            if (other.isPresent()) {
                stock.reserve(other.get(), units);
                List<ParcelLine> more = new ArrayList<>(now.lines());
                more.add(part(line, other.get(), units));
                now = Rewrite.lines(now, more);
            }
            replaced &= other.isPresent();
        }
        if (!replaced) {
            hold(parcel.orderId(), HoldType.INVENTORY, "Units were missing.");
            now =
                    now.status() == ParcelStatus.PLANNED
                            ? now
                            : Rewrite.status(now, ParcelStatus.Verb.SET_ASIDE);
        } else if (now.status() == ParcelStatus.PICKED) {
            now = Rewrite.status(now, ParcelStatus.Verb.UNPICK);
        }
        change(now);
    }

    private ParcelLine part(ParcelLine line, Shelf from, int units) {
        return new ParcelLine(
                new OrderLineId(ids.get()),
                line.stock().at(from.place(), ""),
                "place " + from.place(),
                new Quantity(units),
                Quantity.ZERO,
                Quantity.ZERO);
    }

    /** The parcel has left the bench. */
    final void shipped(Parcel parcel) {
        for (ParcelLine line : parcel.lines()) {
            stock.takeOut(line.stock(), line.toShip().units());
        }
        Parcel packed = Rewrite.status(parcel, ParcelStatus.Verb.PACK);
        change(packed);
        lane.left(parcel.parcelId());
        boolean all = ofOrder(parcel.orderId()).stream().noneMatch(Parcel::isInWork);
        change(
                Rewrite.status(
                        books.orders.get(parcel.orderId()),
                        all ? OrderStatus.SHIPPED : OrderStatus.PARTIALLY_SHIPPED));
    }

    /**
     * Somebody asks to give the order up: at once, or when each station that may be working on it
     * has answered.
     *
     * @return false when it is too late
     */
    boolean cancel(OrderId id) {
        OrderForShipping order = books.orders.get(id);
        boolean gone =
                ofOrder(id).stream().anyMatch(parcel -> parcel.status() == ParcelStatus.PACKED);
        if (gone || order.status().isGivenUp()) {
            return false;
        }
        change(Rewrite.status(order, OrderStatus.CANCEL_REQUESTED));
        for (Parcel parcel : ofOrder(id)) {
            boolean given = parcel.status() == ParcelStatus.PLANNED && lane.paper(parcel).isKnown();
            if (given || parcel.status().canBePacked()) {
                books.waits.put(parcel.parcelId(), new Wait(id, parcel.stationId(), null, false));
            }
        }
        if (!isAwaited(id)) {
            giveUp(id);
        }
        return true;
    }

    final boolean isAwaited(OrderId id) {
        return !books.waits.where(wait -> wait.order().equals(id) && !wait.answered()).isEmpty();
    }

    final void giveUp(OrderId id) {
        change(Rewrite.status(books.orders.get(id), OrderStatus.CANCELLED));
        for (Parcel parcel : ofOrder(id)) {
            if (parcel.status() != ParcelStatus.PACKED) {
                parcel.lines().forEach(line -> stock.release(line.stock(), line.toShip().units()));
            }
        }
    }

    /** The parcel's station lets it go. */
    final void answered(OrderId order, ParcelId parcel) {
        books.waits
                .find(parcel)
                .filter(wait -> !wait.answered())
                .ifPresent(
                        wait ->
                                books.waits.put(
                                        parcel,
                                        new Wait(wait.order(), wait.station(), wait.told(), true)));
        boolean requested = books.orders.get(order).status() == OrderStatus.CANCEL_REQUESTED;
        if (requested && !isAwaited(order)) {
            giveUp(order);
        }
    }

    /** A page that ends there withdraws those parcels from the station. */
    final void told(StationId station, List<ParcelId> withdrawn, String place) {
        for (ParcelId parcel : withdrawn) {
            books.waits
                    .find(parcel)
                    .filter(wait -> wait.station().equals(station))
                    .filter(wait -> !wait.answered() && isNews(wait.told(), place))
                    .ifPresent(
                            wait ->
                                    books.waits.put(
                                            parcel, new Wait(wait.order(), station, place, false)));
        }
    }

    /** Whether nothing was told before, or only by a page that ends later. */
    static boolean isNews(@Nullable String told, String place) {
        return told == null || !FeedPlace.reaches(place, told);
    }

    /** The station goes on from there. */
    final void heard(StationId station, String place) {
        for (var each : List.copyOf(books.waits.all().entrySet())) {
            Wait wait = each.getValue();
            String told = wait.told();
            if (wait.station().equals(station)
                    && !wait.answered()
                    && told != null
                    && FeedPlace.reaches(place, told)) {
                answered(wait.order(), each.getKey());
            }
        }
    }
}
