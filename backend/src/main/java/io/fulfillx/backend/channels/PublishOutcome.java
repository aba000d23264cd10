package io.fulfillx.backend.channels;

import io.fulfillx.model.item.Sku;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The channel's answer to stock figures. */
public sealed interface PublishOutcome {
    /** One answer for each figure. */
    record Told(Map<Sku, Figure> figures) implements PublishOutcome {
        public Told {
            figures = Map.copyOf(figures);
        }
    }

    /** Try all of it again later; some of it may have happened. */
    record Retry(String reason, Optional<Duration> retryAfter) implements PublishOutcome {}

    /** Trying the same again is pointless; somebody has to look. */
    record Rejected(String code, String detail) implements PublishOutcome {}

    /** What became of one figure. */
    sealed interface Figure {
        /** The channel shows it. */
        record Shown() implements Figure {}

        /** The channel does not sell the item. */
        record NotListed() implements Figure {}

        /** Somebody else changed it meanwhile, or it was sent with one that was refused. */
        record Again(String reason) implements Figure {}

        /** The channel will not take it; somebody has to look. */
        record Refused(String code, String detail) implements Figure {}
    }
}
