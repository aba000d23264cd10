package io.fulfillx.backend.fulfillment.claims;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.fulfillment.api.ClaimPolicy;
import io.fulfillx.backend.fulfillment.api.NamedClaim;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
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

    /** The station does something with parcels that it holds. */
    public void worked(Tx tx, StationId station, Collection<ParcelId> parcels) {
        store.commit(tx, station, parcels, "The station worked on it.");
    }

    /** All claims on a parcel, newest first. */
    public List<Claim> of(Tx tx, ParcelId parcel) {
        return store.of(tx, List.of(parcel));
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
     * The claims under which a station acts: those it names, if they were ever its own; else the
     * newest that it held. Without parcels that it never had.
     */
    public Map<ParcelId, Claim> meant(Tx tx, StationId station, List<NamedClaim> named) {
        Map<ParcelId, List<Claim>> own =
                store.of(tx, named.stream().map(NamedClaim::parcel).toList()).stream()
                        .filter(claim -> claim.stationId().equals(station))
                        .collect(Collectors.groupingBy(Claim::parcelId));
        Map<ParcelId, Claim> meant = new HashMap<>();
        for (NamedClaim each : named) {
            List<Claim> claims = own.getOrDefault(each.parcel(), List.of());
            Integer epoch = each.epoch();
            claims.stream()
                    .filter(claim -> epoch != null && claim.epoch() == epoch)
                    .findFirst()
                    .or(() -> claims.stream().findFirst())
                    .ifPresent(claim -> meant.put(each.parcel(), claim));
        }
        return meant;
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
