package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.event.Feed.Change;
import io.fulfillx.backend.platform.event.Feed.Cursor;
import io.fulfillx.backend.platform.event.Poke;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.CartonChoice;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.station.PackJob;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Gives a station what changed for it, or waits until something does. */
final class ReadFeed {
    private static final int MAX_CHANGES = 200;
    private static final String CARTONS_CHANGED = "cartons";
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** What was committed is hidden from readers while an older transaction is still open. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Transactions transactions;
    private final Feed feed;
    private final Poke poke;
    private final IdentityModule identity;
    private final JobBoard board;
    private final Clock clock;

    ReadFeed(
            Transactions transactions,
            Feed feed,
            Poke poke,
            IdentityModule identity,
            JobBoard board,
            Clock clock) {
        this.transactions = transactions;
        this.feed = feed;
        this.poke = poke;
        this.identity = identity;
        this.board = board;
        this.clock = clock;
    }

    /** A page whose label documents are not read yet. */
    private record Look(
            FeedPlace place,
            boolean reset,
            List<JobBoard.Draft> jobs,
            List<OperatorCard> operators,
            List<CartonChoice> cartons,
            boolean more) {
        boolean tells() {
            return reset || more || !jobs.isEmpty() || !operators.isEmpty() || !cartons.isEmpty();
        }
    }

    /**
     * @param cursor as an earlier page gave it; empty to begin
     * @param wait how long to wait when nothing changed
     */
    FeedPage read(OrgId org, StationId station, Optional<String> cursor, Duration wait) {
        Instant end = clock.instant().plus(wait);
        Optional<String> from = cursor;
        cursor.ifPresent(place -> transactions.inOrg(org, tx -> heard(tx, station, place)));
        boolean poked = false;
        while (true) {
            long seen = poke.seen();
            Optional<String> here = from;
            Look look = transactions.inOrg(org, tx -> look(tx, station, here));
            Duration left = Duration.between(clock.instant(), end);
            if (look.tells() || !left.isPositive() || Thread.currentThread().isInterrupted()) {
                return new FeedPage(
                        look.place().toString(),
                        look.reset(),
                        board.complete(look.jobs()),
                        look.operators(),
                        look.cartons(),
                        look.more());
            }
            from = Optional.of(look.place().toString());
            Duration pause = poked ? LOOK_AGAIN : LOOK;
            poked = poke.await(seen, left.compareTo(pause) < 0 ? left : pause);
        }
    }

    private boolean heard(Tx tx, StationId station, String place) {
        board.orders().heard(tx, station, place);
        return true;
    }

    /** The page's end is remembered for each parcel it takes from the station. */
    private Look look(Tx tx, StationId station, Optional<String> cursor) {
        Look look = changes(tx, station, cursor);
        List<ParcelId> withdrawn =
                look.jobs().stream()
                        .map(JobBoard.Draft::job)
                        .filter(job -> job.state() == JobState.WITHDRAWN)
                        .map(PackJob::parcelId)
                        .toList();
        board.orders().told(tx, station, withdrawn, look.place().toString());
        return look;
    }

    private Look changes(Tx tx, StationId station, Optional<String> cursor) {
        Cursor end = feed.end(tx);
        Optional<FeedPlace> place =
                cursor.flatMap(FeedPlace::find)
                        .filter(found -> found.cursor().epoch().equals(end.epoch()))
                        .filter(found -> !found.cursor().isBeyond(end));
        if (place.isEmpty()) {
            return begin(tx, station, FeedPlace.beginning(end), cursor.isPresent());
        }
        return place.get().after().isPresent()
                ? begin(tx, station, place.get(), false)
                : follow(tx, station, place.get());
    }

    /** All that the station can work on; what changes meanwhile comes after it. */
    private Look begin(Tx tx, StationId station, FeedPlace place, boolean reset) {
        UUID after = place.after().orElseThrow();
        List<Parcel> parcels = board.fulfillment().liveAtStation(tx, station, after, MAX_CHANGES);
        boolean more = parcels.size() == MAX_CHANGES;
        return new Look(
                more ? place.took(parcels.getLast().parcelId().value()) : place.following(),
                reset,
                board.drafts(tx, parcels),
                place.isFirst() ? identity.roster(tx) : List.of(),
                place.isFirst() ? board.cartons(tx) : List.of(),
                more);
    }

    private Look follow(Tx tx, StationId station, FeedPlace place) {
        List<Change> changes = feed.read(tx, place.cursor(), station.value(), MAX_CHANGES);
        if (changes.isEmpty()) {
            return new Look(place, false, List.of(), List.of(), List.of(), false);
        }
        return new Look(
                new FeedPlace(changes.getLast().cursor(), Optional.empty()),
                false,
                board.drafts(tx, parcels(tx, station, changes)),
                has(changes, IdentityModule.ROSTER_CHANGED) ? identity.roster(tx) : List.of(),
                has(changes, CARTONS_CHANGED) ? board.cartons(tx) : List.of(),
                changes.size() == MAX_CHANGES);
    }

    private static boolean has(List<Change> changes, String kind) {
        return changes.stream().anyMatch(change -> change.kind().equals(kind));
    }

    /** The station's own parcels among those that changed, each once. */
    private Collection<Parcel> parcels(Tx tx, StationId station, List<Change> changes) {
        Map<ParcelId, Parcel> found = new LinkedHashMap<>();
        for (Change change : changes) {
            List<Parcel> changed =
                    switch (change.kind()) {
                        case FulfillmentModule.PARCEL_CHANGED ->
                                board
                                        .fulfillment()
                                        .find(tx, new ParcelId(change.subject()))
                                        .stream()
                                        .toList();
                        case OrdersModule.ORDER_CHANGED ->
                                board.fulfillment().ofOrder(tx, new OrderId(change.subject()));
                        default -> List.of();
                    };
            changed.stream()
                    .filter(parcel -> parcel.stationId().equals(station))
                    .forEach(parcel -> found.put(parcel.parcelId(), parcel));
        }
        return found.values();
    }
}
