package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.fulfillment.WriteOffUnits.LostUnits;
import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.FactOutcome;
import io.fulfillx.backend.fulfillment.api.NamedClaim;
import io.fulfillx.backend.fulfillment.api.Packing;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelPicks;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.fulfillment.claims.Claims;
import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.inventory.api.MissingUnits.Cause;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.event.Outbox;
import io.fulfillx.backend.platform.event.OutboxWorkers;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.id.WaveId;
import io.fulfillx.model.quantity.Quantity;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Fulfillment's parts, wired: waves, parcels, and what stations report about them. */
public final class FulfillmentModule {
    /** Outbox topic: a parcel wants its label, subject is its id. */
    public static final String PARCEL_PLANNED = "parcel.planned";

    /** Outbox topic: a parcel needs another label than the one it has, subject is its id. */
    public static final String LABEL_MISFIT = "parcel.label-misfit";

    /** Feed kind: a parcel's job is different, subject is its id. */
    public static final String PARCEL_CHANGED = "parcel";

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

    private final WaveStore waves = new WaveStore();
    private final ParcelStore parcels = new ParcelStore();
    private final Outbox outbox;
    private final Feed feed;
    private final FulfillmentRoutes routes;
    private final JourneyRoutes journeys;
    private final ReleaseWave releaseWave;
    private final PackParcel packParcel;
    private final PickParcelLine pickParcelLine;
    private final WriteOffUnits writeOffUnits;
    private final SetAsideParcel setAsideParcel;
    private final LabelLaneModule lane;
    private final PutBackParcel putBackParcel;
    private final PickStore picks = new PickStore();
    private final ShipmentStore shipments = new ShipmentStore();
    private final JourneyStore onTheWay = new JourneyStore();
    private final HolderStore holders = new HolderStore();
    private final Claims claims;
    private final MoveParcel moveParcel;
    private final ClaimRoutes claimRoutes;
    private final List<Worker> workers;

    /** What it is handed. */
    public record Platform(
            Transactions transactions,
            Outbox outbox,
            OutboxWorkers outboxWorkers,
            Feed feed,
            Clock clock,
            Supplier<UUID> ids) {}

    /** The features it builds on. */
    public record Neighbors(
            IdentityModule identity,
            CatalogModule catalog,
            InventoryModule inventory,
            OrdersModule orders) {}

    /**
     * @param lease how long a station has to take a parcel in before it may go to another
     */
    public FulfillmentModule(Platform platform, Neighbors neighbors, Duration lease) {
        Transactions transactions = platform.transactions();
        Feed feed = platform.feed();
        Supplier<UUID> ids = platform.ids();
        this.outbox = platform.outbox();
        this.feed = feed;
        InventoryModule inventory = neighbors.inventory();
        OrdersModule orders = neighbors.orders();
        this.claims = new Claims(platform.clock(), lease);
        this.moveParcel = new MoveParcel(parcels, claims, neighbors.identity(), orders, feed);
        this.claimRoutes = new ClaimRoutes(transactions, parcels, claims, moveParcel);
        this.releaseWave =
                new ReleaseWave(
                        transactions,
                        new ReleaseWave.Stores(waves, parcels, claims, outbox),
                        neighbors.identity(),
                        neighbors.catalog(),
                        inventory,
                        orders,
                        ids);
        this.putBackParcel = new PutBackParcel(parcels, picks, inventory, feed, ids);
        this.routes =
                new FulfillmentRoutes(transactions, waves, parcels, releaseWave, putBackParcel);
        this.journeys = new JourneyRoutes(transactions, parcels, orders);
        this.packParcel = new PackParcel(parcels, picks, inventory, orders, feed);
        this.pickParcelLine = new PickParcelLine(parcels, picks, inventory, orders, ids);
        this.writeOffUnits =
                new WriteOffUnits(
                        parcels, picks, inventory, orders, feed, new PlanParcels(List.of(), ids));
        FinishUnpacking finishUnpacking =
                new FinishUnpacking(transactions, parcels, orders.tasks(), putBackParcel);
        this.workers = List.of(platform.outboxWorkers().worker(finishUnpacking, LONGEST_PAUSE));
        this.setAsideParcel = new SetAsideParcel(parcels, putBackParcel, orders, feed);
        this.lane = new LabelLaneModule(parcels, neighbors.catalog(), orders, outbox, feed);
    }

    public List<Worker> workers() {
        return workers;
    }

    public List<Route> routes() {
        return Stream.of(routes.routes(), journeys.routes(), claimRoutes.routes())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Gives up to that many ready orders to a station, oldest first.
     *
     * @return empty when no order was ready
     * @throws io.fulfillx.backend.platform.Fault INVALID when there is no such station
     */
    public Optional<WaveId> releaseWave(OrgId org, StationId station, int maxOrders, String actor) {
        return Optional.ofNullable(releaseWave.release(org, station, maxOrders, actor).waveId());
    }

    public boolean hasWave(Tx tx, WaveId wave) {
        return waves.find(tx, wave).isPresent();
    }

    public Optional<Parcel> find(Tx tx, ParcelId id) {
        return parcels.find(tx, id);
    }

    /** The parcel; nobody else can change it until this transaction ends. */
    public Optional<Parcel> lock(Tx tx, ParcelId id) {
        return parcels.lock(tx, id);
    }

    /** Those of the parcels that there are; nobody else can change them meanwhile. */
    public List<Parcel> lock(Tx tx, Collection<ParcelId> ids) {
        return parcels.lock(tx, ids);
    }

    /** In the order in which the wave is walked. */
    public List<Parcel> ofWave(Tx tx, WaveId wave) {
        return parcels.ofWave(tx, wave);
    }

    public List<Parcel> ofOrder(Tx tx, OrderId order) {
        return parcels.ofOrder(tx, order);
    }

    /** Those parcels and the ones of those orders, each once. */
    public List<Parcel> parcels(Tx tx, Collection<ParcelId> some, Collection<OrderId> all) {
        return some.isEmpty() && all.isEmpty() ? List.of() : parcels.of(tx, some, all);
    }

    /** Parcels that a station can work on, by id. */
    public List<Parcel> liveAtStation(Tx tx, StationId station, UUID after, int limit) {
        return parcels.liveAtStation(tx, station, after, limit);
    }

    /** Newest first. */
    public List<Parcel> list(Tx tx, @Nullable UUID order, @Nullable UUID before, int limit) {
        return parcels.list(tx, order, before, limit);
    }

    /** The parcel's label is paid and stored: its station may have the job. */
    public void labelled(Tx tx, Parcel parcel, String service) {
        if (parcels.labelled(tx, parcel.parcelId(), service)) {
            changed(tx, parcel);
        }
    }

    /** Parcels that are packed before they have a label that was bought. */
    public LabelLaneModule lane() {
        return lane;
    }

    /** Parcels without a label whose order is held no longer. */
    public List<Parcel> unobstructed(Tx tx, int limit) {
        return parcels.waiting(tx, limit);
    }

    /** Notes why the parcel gets no label by itself. */
    public void obstruct(Tx tx, ParcelId parcel, String reason) {
        parcels.obstacle(tx, parcel, reason);
    }

    /** The obstacle is gone: asks for the label again. */
    public void askAgain(Tx tx, ParcelId parcel) {
        parcels.obstacle(tx, parcel, null);
        outbox.add(tx, PARCEL_PLANNED, parcel.value());
    }

    /** Takes a parcel back that the carrier has not; false when it is too late. */
    public boolean cancel(Tx tx, Parcel parcel) {
        if (parcel.status() == ParcelStatus.CANCELLED) {
            return true;
        } else if (!onTheWay.cancel(tx, parcel.parcelId())) {
            return false;
        }
        shipments.recall(tx, parcel.parcelId());
        changed(tx, parcel);
        return true;
    }

    /** Parcels on the floor with one of these codes; the others are null. */
    public List<ParcelId> onFloor(
            Tx tx, @Nullable String tote, @Nullable String tracking, @Nullable String order) {
        if (tote != null) {
            return holders.inTote(tx, tote);
        } else if (tracking != null) {
            return holders.labelled(tx, tracking);
        }
        return order == null ? List.of() : holders.ofOrder(tx, order);
    }

    /**
     * A lead has its tote in their hands at that station.
     *
     * @throws io.fulfillx.backend.platform.Fault CONFLICT when the parcel passed on since it was
     *     looked at, NOT_ALLOWED_NOW when it must stay where it is
     */
    public Claim recall(
            Tx tx,
            Parcel parcel,
            StationId station,
            @Nullable Integer seenEpoch,
            String actor,
            String why) {
        return moveParcel.move(
                tx, parcel, new MoveParcel.Wish(station, why, true, seenEpoch), actor);
    }

    /** A station that had the parcel before was the first to pack it: it is its own again. */
    public void takeOver(Tx tx, Parcel parcel, StationId station, String actor) {
        if (!parcel.stationId().equals(station)) {
            Claim _ = moveParcel.pass(tx, parcel, station, actor, "It was packed there first.");
            claims.worked(tx, station, List.of(parcel.parcelId()));
        }
    }

    /** Withdraws a parcel from its station until it has another label. */
    public void awaitNewLabel(Tx tx, Parcel parcel, String why) {
        parcels.move(tx, parcel, ParcelStatus.Verb.REPLACE_LABEL);
        parcels.obstacle(tx, parcel.parcelId(), why);
        changed(tx, parcel);
    }

    /** A page of the feed that ends there brings those parcels to the station. */
    public void told(Tx tx, StationId station, Collection<ParcelId> brought, String place) {
        claims.told(tx, station, brought, place);
    }

    /** The station goes on from there: it has taken in what the page before brought. */
    public void heard(Tx tx, StationId station, String place) {
        claims.heard(tx, station, place);
    }

    /** The station does something with parcels that it holds. */
    public void worked(Tx tx, StationId station, Collection<ParcelId> some) {
        claims.worked(tx, station, some);
    }

    /** The newest claim on each parcel that the station ever held. */
    public Map<ParcelId, Claim> newestClaims(
            Tx tx, StationId station, Collection<ParcelId> wanted) {
        return claims.newest(tx, station, wanted);
    }

    /** The claims under which a station acts; without parcels that it never had. */
    public Map<ParcelId, Claim> meantClaims(Tx tx, StationId station, List<NamedClaim> named) {
        return claims.meant(tx, station, named);
    }

    /** Whether the station came to take the parcel in only after its time was over. */
    public boolean isLate(Claim claim) {
        return claims.isLate(claim);
    }

    /** The tote into which each parcel was picked last; those without one are missing. */
    public Map<ParcelId, String> totesOf(Tx tx, Collection<ParcelId> parcels) {
        return picks.totes(tx, parcels);
    }

    private void changed(Tx tx, Parcel parcel) {
        feed.add(tx, PARCEL_CHANGED, parcel.parcelId().value(), parcel.stationId().value());
    }

    /**
     * @param wanted each for another parcel
     * @param despiteHolds true when a lead decided that the parcels go out anyway
     */
    public Map<ParcelId, FactOutcome> packed(
            Tx tx, List<Packing> wanted, boolean despiteHolds, String actor) {
        return packParcel.pack(tx, wanted, despiteHolds, actor);
    }

    /**
     * @param wanted each for another parcel
     * @return what became of each pick
     */
    public Map<ParcelId, List<FactOutcome>> picked(Tx tx, List<ParcelPicks> wanted, String actor) {
        return pickParcelLine.pick(tx, wanted, actor);
    }

    /**
     * @param finding the station's command; booked once
     */
    public FactOutcome missing(
            Tx tx,
            Parcel parcel,
            CommandId finding,
            OrderLineId line,
            Quantity units,
            Cause cause,
            String actor) {
        LostUnits lost = new LostUnits(finding, line, units, cause);
        return writeOffUnits.writeOff(tx, parcel, lost, actor);
    }

    public FactOutcome setAside(Tx tx, Parcel parcel, String reason, String actor) {
        return setAsideParcel.setAside(tx, parcel, reason, actor);
    }

    /** Everything in the parcel's tote lies in its bin again. */
    public void putBack(Tx tx, Parcel parcel, String actor) {
        int _ = putBackParcel.putBack(tx, parcel, actor);
    }
}
