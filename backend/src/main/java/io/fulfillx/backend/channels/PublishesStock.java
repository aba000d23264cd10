package io.fulfillx.backend.channels;

import java.time.Duration;

/** A channel that shows how much can be sold. */
public interface PublishesStock {

    /**
     * Makes the channel show these figures. Safe to repeat.
     *
     * @param deadline the most time the whole conversation may take
     */
    PublishOutcome publish(ShopConnection shop, StockFigures figures, Duration deadline);
}
