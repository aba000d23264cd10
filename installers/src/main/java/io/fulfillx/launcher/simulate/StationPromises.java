package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.sync.api.JobPolicy;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.JobClaim;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;

import java.util.Optional;
import java.util.Set;

/** What a station must know once everything was told to it. */
final class StationPromises {
    private static final Set<ParcelStatus> LIVE =
            Set.of(ParcelStatus.LABELLED, ParcelStatus.PICKED, ParcelStatus.SET_ASIDE);
    private static final Set<JobState> OPEN = Set.of(JobState.READY, JobState.HELD);

    private StationPromises() {}

    static void check(World world, SimStation station) {
        Books books = world.server().books();
        for (Parcel parcel : books.parcels.rows()) {
            if (parcel.stationId().equals(station.id()) && isLive(world, parcel)) {
                same(world, station, parcel);
            }
        }
        for (StoredJob stored : station.store().jobs()) {
            if (OPEN.contains(stored.job().state())) {
                Optional<Parcel> parcel = books.parcels.find(stored.job().parcelId());
                Violation.unless(
                        parcel.filter(it -> it.stationId().equals(station.id()))
                                .filter(it -> isLive(world, it))
                                .isPresent(),
                        station + " goes on with a parcel that it has no more");
            }
        }
        packers(books, station.id());
    }

    private static boolean isLive(World world, Parcel parcel) {
        return LIVE.contains(parcel.status()) || world.server().house().lane().mayLackLabel(parcel);
    }

    private static void same(World world, SimStation station, Parcel parcel) {
        JobState wanted =
                JobPolicy.state(
                        parcel,
                        world.server().books().orders.get(parcel.orderId()),
                        world.server().house().lane().paper(parcel).mayLackLabel());
        Optional<StoredJob> stored = station.store().job(parcel.parcelId());
        String shown = stored.map(it -> it.job().state().name()).orElse("nothing");
        Violation.unless(
                shown.equals(wanted.name()),
                station + " shows " + shown + " where the server has " + wanted);
        JobClaim claim = stored.orElseThrow().job().claim();
        int epoch =
                world.server().house().claims().live(parcel.parcelId()).map(Claim::epoch).orElse(0);
        Violation.unless(
                claim != null && claim.epoch() == epoch,
                station + " works under another claim than the server gave it");
    }

    /** A parcel belongs to whoever's pack was booked. */
    private static void packers(Books books, StationId station) {
        books.rows
                .all()
                .forEach(
                        (place, row) -> {
                            if (row.isBooked()
                                    && place.life().station().equals(station)
                                    && row.command().orElse(null) instanceof ParcelPacked pack) {
                                Violation.unless(
                                        books.parcels
                                                .get(pack.parcelId())
                                                .stationId()
                                                .equals(station),
                                        "a parcel left one station and belongs to another");
                            }
                        });
    }
}
