package io.fulfillx.backend.carriers;

import java.time.Duration;
import java.util.Optional;

/** How a purchase ended. Only {@link Unknown} leaves open whether money was spent. */
public sealed interface BuyOutcome {

    record Bought(PurchasedLabel label) implements BuyOutcome {}

    /** Surely not bought, and buying the same again is pointless. */
    record Declined(String code, String detail) implements BuyOutcome {}

    /** Surely not bought: the carrier was not reached, or said to come back. Try again later. */
    record NotReached(String reason, Optional<Duration> retryAfter) implements BuyOutcome {}

    /** Perhaps bought. Only a look-up by reference may settle it; never buy again before. */
    record Unknown(String reason) implements BuyOutcome {}
}
