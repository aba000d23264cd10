package io.fulfillx.backend.fulfillment.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** When a parcel may pass from one station to another. Pure. */
public final class ClaimPolicy {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private ClaimPolicy() {}

    /**
     * Why the parcel stays where it is; empty when it may be given away. No timer takes back what a
     * station has taken in: only a person who has the tote in their hands does.
     *
     * @param givenUp its order is being cancelled
     */
    public static Optional<String> againstMove(
            Claim claim, ParcelStatus status, boolean givenUp, boolean toteInHand, Instant now) {
        if (status == ParcelStatus.PACKED) {
            return Optional.of("This parcel has left the bench.");
        } else if (status == ParcelStatus.CANCELLED || givenUp) {
            return Optional.of(
                    "The order of this parcel is given up. Whoever has its tote confirms the"
                            + " cancel.");
        } else if (toteInHand) {
            return Optional.empty();
        }
        return switch (claim.state()) {
            case COMMITTED ->
                    Optional.of(
                            "The station has taken this parcel in and may be working on it without"
                                    + " the network. Fetch its tote, then say that it is in your"
                                    + " hands.");
            case SOFT ->
                    hasEnded(claim, now)
                            ? Optional.empty()
                            : Optional.of(
                                    "The station has until "
                                            + MINUTE.format(claim.leaseUntil())
                                            + " to take this parcel in. Wait, or fetch its tote.");
            case REVOKED -> throw new IllegalStateException("a revoked claim holds nothing");
        };
    }

    /** Whether the station came to take the parcel in only after its time was over. */
    public static boolean isLate(Claim claim, Instant now) {
        Instant taken = claim.committedAt();
        return hasEnded(claim, now) || taken != null && taken.isAfter(claim.leaseUntil());
    }

    /** Whether a soft claim's time is over. */
    private static boolean hasEnded(Claim claim, Instant now) {
        return claim.state() == Claim.State.SOFT && claim.leaseUntil().isBefore(now);
    }
}
