package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Claim;
import io.fulfillx.backend.platform.event.FeedPlace;
import io.fulfillx.launcher.simulate.Books.ClaimKey;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Claims in memory. */
final class MemoryClaims {
    static final Duration LEASE = Duration.ofHours(1);

    private final Books books;
    private final Clock clock;

    MemoryClaims(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** Newest first. */
    List<Claim> of(ParcelId parcel) {
        return books.claims.rows().stream()
                .filter(claim -> claim.parcelId().equals(parcel))
                .sorted(Comparator.comparingInt(Claim::epoch).reversed())
                .toList();
    }

    Optional<Claim> live(ParcelId parcel) {
        return of(parcel).stream().filter(claim -> !claim.isRevoked()).findFirst();
    }

    Optional<Claim> newest(ParcelId parcel, StationId station) {
        return of(parcel).stream().filter(claim -> claim.stationId().equals(station)).findFirst();
    }

    Optional<Claim> meant(ParcelId parcel, StationId station, @Nullable Integer epoch) {
        List<Claim> own =
                of(parcel).stream().filter(claim -> claim.stationId().equals(station)).toList();
        return own.stream()
                .filter(claim -> epoch != null && claim.epoch() == epoch)
                .findFirst()
                .or(() -> own.stream().findFirst());
    }

    void give(ParcelId parcel, StationId station, String by, String why) {
        int epoch = 1 + of(parcel).stream().mapToInt(Claim::epoch).max().orElse(0);
        put(
                new Claim(
                        parcel,
                        epoch,
                        station,
                        Claim.State.SOFT,
                        clock.instant().plus(LEASE),
                        clock.instant(),
                        by,
                        why,
                        null,
                        null));
    }

    void pass(ParcelId parcel, StationId station, String by, String why) {
        live(parcel).ifPresent(claim -> put(Rewrite.revoked(claim, clock.instant())));
        give(parcel, station, by, why);
    }

    void worked(StationId station, ParcelId parcel) {
        soft(station).stream().filter(claim -> claim.parcelId().equals(parcel)).forEach(this::keep);
    }

    void told(StationId station, List<ParcelId> brought, String place) {
        soft(station).stream()
                .filter(claim -> brought.contains(claim.parcelId()))
                .filter(claim -> House.isNews(books.told.find(key(claim)).orElse(null), place))
                .forEach(claim -> books.told.put(key(claim), place));
    }

    void heard(StationId station, String place) {
        soft(station).stream()
                .filter(
                        claim ->
                                books.told
                                        .find(key(claim))
                                        .filter(told -> FeedPlace.reaches(place, told))
                                        .isPresent())
                .forEach(this::keep);
    }

    private List<Claim> soft(StationId station) {
        return books.claims.where(
                claim -> claim.stationId().equals(station) && claim.state() == Claim.State.SOFT);
    }

    private void keep(Claim claim) {
        put(Rewrite.committed(claim, clock.instant()));
    }

    private void put(Claim claim) {
        books.claims.put(key(claim), claim);
    }

    private static ClaimKey key(Claim claim) {
        return new ClaimKey(claim.parcelId(), claim.epoch());
    }
}
