package io.fulfillx.backend.fulfillment.claims;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.ClaimPolicy;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The claims of an organisation, in the caller's transaction. */
public final class Claims {
    private final ClaimStore store = new ClaimStore();
    private final Clock clock;
    private final Duration lease;

    public Claims(Clock clock, Duration lease) {
        this.clock = clock;
        this.lease = lease;
    }

    /** Gives parcels that nobody holds to a station, for the time of a lease. */
    public void give(
            Tx tx, Collection<ParcelId> parcels, StationId station, String by, String why) {
        if (!parcels.isEmpty()) {
            store.make(tx, parcels, station, clock.instant().plus(lease), by, why);
        }
    }

    /** Takes a parcel from its holder and gives it to another station. */
    public Claim pass(Tx tx, ParcelId parcel, StationId station, String by, String why) {
        store.revoke(tx, parcel, by, why);
        give(tx, List.of(parcel), station, by, why);
        return live(tx, parcel).orElseThrow();
    }

    /** A page of the feed that ends there brings those parcels to the station. */
    public void told(Tx tx, StationId station, Collection<ParcelId> parcels, String place) {
        if (!parcels.isEmpty()) {
            store.told(tx, station, parcels, place);
        }
    }

    /** The station goes on from there: it has taken in what the page before brought. */
    public void heard(Tx tx, StationId station, String place) {
        store.commitTold(tx, station, place);
    }

    /** The station does something with a parcel that it holds. */
    public void worked(Tx tx, StationId station, ParcelId parcel) {
        store.commit(tx, station, parcel, "The station worked on it.");
    }

    /** All claims on a parcel, newest first. */
    public List<Claim> of(Tx tx, ParcelId parcel) {
        return store.of(tx, parcel);
    }

    /** The claim of whoever holds the parcel. */
    public Optional<Claim> live(Tx tx, ParcelId parcel) {
        return of(tx, parcel).stream().filter(claim -> !claim.isRevoked()).findFirst();
    }

    /** The newest claim on each parcel that the station ever held. */
    public Map<ParcelId, Claim> newest(Tx tx, StationId station, Collection<ParcelId> parcels) {
        return parcels.isEmpty()
                ? Map.of()
                : store.newest(tx, station, parcels).stream()
                        .collect(Collectors.toMap(Claim::parcelId, Function.identity()));
    }

    /**
     * The claim under which a station acts: the one it names, if that was ever its own; else the
     * newest that it held.
     */
    public Optional<Claim> meant(
            Tx tx, ParcelId parcel, StationId station, @Nullable Integer epoch) {
        List<Claim> own =
                of(tx, parcel).stream().filter(claim -> claim.stationId().equals(station)).toList();
        return own.stream()
                .filter(claim -> epoch != null && claim.epoch() == epoch)
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    /** Whether the station came to take the parcel in only after its time was over. */
    public boolean isLate(Claim claim) {
        return ClaimPolicy.isLate(claim, clock.instant());
    }

    /** Why the parcel stays where it is; see {@link ClaimPolicy#againstMove}. */
    public Optional<String> againstMove(
            Claim claim, ParcelStatus status, boolean givenUp, boolean toteInHand) {
        return ClaimPolicy.againstMove(claim, status, givenUp, toteInHand, clock.instant());
    }
}
