package io.fulfillx.launcher.bench.stock;

import io.fulfillx.launcher.bench.Suite;

import java.util.List;

/** Stock and orders under load. */
public final class StockBench {
    private StockBench() {}

    /** The parts; a new one is a line here. */
    public static Suite suite() {
        return new Suite(
                "stock",
                "stock and orders under load",
                List.of(
                        new HotRow(),
                        new Oversell(),
                        new CreateOrders(),
                        new PoolSizes(),
                        new FeedCompleteness(),
                        new OrderReads(),
                        new ImportOrders(),
                        new PublishLag(),
                        new Kills()));
    }
}
