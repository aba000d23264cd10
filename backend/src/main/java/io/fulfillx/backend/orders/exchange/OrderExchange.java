package io.fulfillx.backend.orders.exchange;

import io.fulfillx.backend.orders.OrderActs;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The parts of this package, wired. */
public final class OrderExchange {
    private final List<Route> routes;
    private final Worker worker;

    /**
     * @param instance names this process, also after it was killed and started again
     */
    public OrderExchange(
            Transactions transactions,
            OrderActs orders,
            ObjectStore documents,
            String instance,
            Clock clock,
            Supplier<UUID> ids) {
        FileParts parts = new FileParts(documents);
        routes =
                Stream.of(
                                new ImportRoutes(transactions, orders, new StartImport(parts), ids)
                                        .routes(),
                                new ExportRoutes(transactions).routes())
                        .flatMap(List::stream)
                        .toList();
        worker = new ImportOrdersWorker(transactions, orders, parts, clock, instance);
    }

    public List<Route> routes() {
        return routes;
    }

    public Worker worker() {
        return worker;
    }
}
