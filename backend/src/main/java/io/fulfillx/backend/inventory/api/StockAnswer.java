package io.fulfillx.backend.inventory.api;

import java.time.Instant;

/** What became of a figure that was sent to a channel. */
public sealed interface StockAnswer {
    /** The channel shows it. */
    record Shown() implements StockAnswer {}

    /** The channel does not sell the item. */
    record Unlisted() implements StockAnswer {}

    /** To be sent again. */
    record Again(String reason, Instant next) implements StockAnswer {}

    /** To the dead letters, where a person decides. A newer figure is sent all the same. */
    record Dead(String reason) implements StockAnswer {}
}
