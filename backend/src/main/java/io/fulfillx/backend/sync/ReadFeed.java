package io.fulfillx.backend.sync;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.orders.OrderTasksModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.event.Feed.Change;
import io.fulfillx.backend.platform.event.Feed.Cursor;
import io.fulfillx.backend.platform.event.FeedPlace;
import io.fulfillx.backend.platform.event.FeedSource;
import io.fulfillx.backend.platform.event.Poke;
import io.fulfillx.backend.platform.job.LongWork;
import io.fulfillx.backend.platform.sql.Commits;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.sync.api.JobSource;
import io.fulfillx.backend.sync.api.JobSource.Draft;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.CartonChoice;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.StationTask;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives a station what changed for it, or waits until something does. */
final class ReadFeed {
    private static final int MAX_CHANGES = 200;

    /** More than this is a backlog, whose pages are long work. */
    private static final int FEW_CHANGES = 20;

    private static final String CARTONS_CHANGED = "cartons";
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** What was committed is hidden from readers while an older transaction is still open. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Commits commits;
    private final FeedSource feed;
    private final Poke poke;
    private final JobSource jobs;
    private final Clock clock;
    private final LongWork longWork;

    /**
     * @param longWork where pages of more than a few changes are made
     */
    ReadFeed(
            Commits commits,
            FeedSource feed,
            Poke poke,
            JobSource jobs,
            Clock clock,
            LongWork longWork) {
        this.commits = commits;
        this.feed = feed;
        this.poke = poke;
        this.jobs = jobs;
        this.clock = clock;
        this.longWork = longWork;
    }

    /** A page whose label documents are not read yet. */
    private record Look(
            FeedPlace place,
            boolean reset,
            List<Draft> jobs,
            List<OperatorCard> operators,
            List<CartonChoice> cartons,
            boolean more,
            @Nullable List<StationTask> tasks) {
        boolean tells() {
            return reset
                    || more
                    || tasks != null
                    || !jobs.isEmpty()
                    || !operators.isEmpty()
                    || !cartons.isEmpty();
        }
    }

    private record Page(Look look, List<PackJob> jobs) {}

    /**
     * @param cursor as an earlier page gave it; empty to begin
     * @param wait how long to wait when nothing changed
     */
    FeedPage read(OrgId org, StationId station, Optional<String> cursor, Duration wait) {
        Instant end = clock.instant().plus(wait);
        Optional<String> from = cursor;
        cursor.ifPresent(place -> commits.inOrg(org, tx -> heard(tx, station, place)));
        boolean poked = false;
        while (true) {
            long seen = poke.seen(org);
            Optional<String> here = from;
            Page page = page(org, station, here);
            Look look = page.look();
            Duration left = Duration.between(clock.instant(), end);
            if (look.tells() || !left.isPositive() || Thread.currentThread().isInterrupted()) {
                if (!cursor.equals(Optional.of(look.place().toString()))) {
                    // A power cut must not take back numbers that a station has passed already.
                    commits.flush();
                }
                return new FeedPage(
                        look.place().toString(),
                        look.reset(),
                        page.jobs(),
                        look.operators(),
                        look.cartons(),
                        look.more(),
                        look.tasks());
            }
            from = Optional.of(look.place().toString());
            Duration pause = poked ? LOOK_AGAIN : LOOK;
            poked = poke.await(org, seen, left.compareTo(pause) < 0 ? left : pause);
        }
    }

    private Page page(OrgId org, StationId station, Optional<String> cursor) {
        return page(org, station, cursor, FEW_CHANGES)
                .orElseGet(
                        () ->
                                longWork.run(() -> page(org, station, cursor, MAX_CHANGES))
                                        .orElseThrow());
    }

    private Optional<Page> page(OrgId org, StationId station, Optional<String> cursor, int most) {
        return commits.inOrg(org, tx -> look(tx, station, cursor, most)).map(this::completed);
    }

    private Page completed(Look look) {
        return new Page(look, jobs.complete(look.jobs()));
    }

    private boolean heard(Tx tx, StationId station, String place) {
        jobs.heard(tx, station, place);
        return true;
    }

    /**
     * The page's end is remembered for each parcel it brings to the station or takes from it.
     *
     * @param most changes, unless it is the most of all
     * @return empty, and nothing remembered, when there are more
     */
    private Optional<Look> look(Tx tx, StationId station, Optional<String> cursor, int most) {
        Optional<Look> found = changes(tx, station, cursor, most);
        found.ifPresent(look -> told(tx, station, look));
        return found;
    }

    private void told(Tx tx, StationId station, Look look) {
        Map<Boolean, List<ParcelId>> parcels =
                look.jobs().stream()
                        .map(Draft::job)
                        .collect(
                                Collectors.partitioningBy(
                                        job -> job.state() == JobState.WITHDRAWN,
                                        Collectors.mapping(
                                                PackJob::parcelId, Collectors.toList())));
        String place = look.place().toString();
        jobs.told(
                tx,
                station,
                parcels.getOrDefault(false, List.of()),
                parcels.getOrDefault(true, List.of()),
                place);
    }

    private Optional<Look> changes(Tx tx, StationId station, Optional<String> cursor, int most) {
        Cursor end = feed.end(tx);
        Optional<FeedPlace> place =
                cursor.flatMap(FeedPlace::find)
                        .filter(found -> found.cursor().epoch().equals(end.epoch()))
                        .filter(found -> !found.cursor().isBeyond(end));
        boolean begins = place.isEmpty() || place.get().after().isPresent();
        if (begins && most < MAX_CHANGES) {
            return Optional.empty();
        } else if (begins) {
            boolean reset = place.isEmpty() && cursor.isPresent();
            return Optional.of(
                    begin(tx, station, place.orElseGet(() -> FeedPlace.beginning(end)), reset));
        }
        return follow(tx, station, place.get(), most);
    }

    /** All that the station can work on; what changes meanwhile comes after it. */
    private Look begin(Tx tx, StationId station, FeedPlace place, boolean reset) {
        UUID after = place.after().orElseThrow();
        List<Parcel> parcels = jobs.liveAtStation(tx, station, after, MAX_CHANGES);
        boolean more = parcels.size() == MAX_CHANGES;
        return new Look(
                more ? place.took(parcels.getLast().parcelId().value()) : place.following(),
                reset,
                jobs.drafts(tx, station, parcels),
                place.isFirst() ? jobs.roster(tx) : List.of(),
                place.isFirst() ? jobs.cartons(tx) : List.of(),
                more,
                place.isFirst() ? jobs.tasks(tx, station) : null);
    }

    private Optional<Look> follow(Tx tx, StationId station, FeedPlace place, int most) {
        List<Change> changes = feed.read(tx, place.cursor(), station.value(), MAX_CHANGES);
        if (changes.isEmpty()) {
            return Optional.of(
                    new Look(place, false, List.of(), List.of(), List.of(), false, null));
        } else if (changes.size() > most) {
            return Optional.empty();
        }
        return Optional.of(
                new Look(
                        new FeedPlace(changes.getLast().cursor(), Optional.empty()),
                        false,
                        jobs.drafts(tx, station, parcels(tx, station, changes)),
                        has(changes, IdentityModule.ROSTER_CHANGED) ? jobs.roster(tx) : List.of(),
                        has(changes, CARTONS_CHANGED) ? jobs.cartons(tx) : List.of(),
                        changes.size() == MAX_CHANGES,
                        has(changes, OrderTasksModule.TASK_CHANGED)
                                ? jobs.tasks(tx, station)
                                : null));
    }

    private static boolean has(List<Change> changes, String kind) {
        return changes.stream().anyMatch(change -> change.kind().equals(kind));
    }

    /** Those that changed, each once, of the parcels that the station has or had. */
    private Collection<Parcel> parcels(Tx tx, StationId station, List<Change> changes) {
        Map<ParcelId, Parcel> found = new LinkedHashMap<>();
        jobs.parcels(
                        tx,
                        subjects(changes, FulfillmentModule.PARCEL_CHANGED, ParcelId::new),
                        subjects(changes, OrdersModule.ORDER_CHANGED, OrderId::new))
                .forEach(parcel -> found.put(parcel.parcelId(), parcel));
        List<ParcelId> elsewhere =
                found.values().stream()
                        .filter(parcel -> !parcel.stationId().equals(station))
                        .map(Parcel::parcelId)
                        .toList();
        Set<ParcelId> had = jobs.everHeld(tx, station, elsewhere);
        elsewhere.stream().filter(parcel -> !had.contains(parcel)).forEach(found::remove);
        return found.values();
    }

    private static <T> Set<T> subjects(List<Change> changes, String kind, Function<UUID, T> id) {
        return changes.stream()
                .filter(change -> change.kind().equals(kind))
                .map(change -> id.apply(change.subject()))
                .collect(Collectors.toSet());
    }
}
