package io.fulfillx.backend.channels;

import java.time.Duration;
import java.util.Optional;

/** The channel's answer to a shipment confirmation. */
public sealed interface ConfirmOutcome {

    /**
     * @param channelShipmentId the channel's id of the shipment it made
     */
    record Confirmed(String channelShipmentId) implements ConfirmOutcome {}

    /** The channel has had this tracking number before. */
    record AlreadyConfirmed(String channelShipmentId) implements ConfirmOutcome {}

    /** Try again later; the effect may or may not have happened. */
    record Retry(String reason, Optional<Duration> retryAfter) implements ConfirmOutcome {}

    /** Trying the same again is pointless; somebody has to look. */
    record Rejected(String code, String detail) implements ConfirmOutcome {}
}
