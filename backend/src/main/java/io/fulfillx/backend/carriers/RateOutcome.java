package io.fulfillx.backend.carriers;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The answer to a question for rates. */
public sealed interface RateOutcome {

    /** May be empty: the carrier does not go there. */
    record Rated(List<CarrierRate> rates) implements RateOutcome {
        public Rated {
            rates = List.copyOf(rates);
        }
    }

    /** The carrier will not rate this parcel, now or later. */
    record Declined(String code, String detail) implements RateOutcome {}

    /** Ask again later. */
    record Unavailable(String reason, Optional<Duration> retryAfter) implements RateOutcome {}
}
