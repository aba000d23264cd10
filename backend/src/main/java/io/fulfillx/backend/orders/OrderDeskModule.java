package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.duplicates.CheckDuplicatesWorker;
import io.fulfillx.backend.orders.duplicates.DuplicateRoutes;
import io.fulfillx.backend.orders.duplicates.FingerprintOrders;
import io.fulfillx.backend.orders.duplicates.SettleDuplicates;
import io.fulfillx.backend.orders.notes.NoteRoutes;
import io.fulfillx.backend.orders.search.FollowOrdersWorker;
import io.fulfillx.backend.orders.search.IndexOrders;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;

import java.util.List;
import java.util.stream.Stream;

/** What people at a desk do with orders: duplicates, notes, search, many at once, files. */
public final class OrderDeskModule {
    private final List<Route> routes;
    private final List<Worker> workers;

    public OrderDeskModule(OrdersModule.Platform platform, OrdersModule orders) {
        Transactions transactions = platform.transactions();
        OrderActs acts = orders.acts();
        SettleDuplicates settle = new SettleDuplicates(acts, platform.clock());
        routes =
                Stream.of(
                                new DuplicateRoutes(transactions, acts, settle).routes(),
                                new NoteRoutes(transactions, acts, platform.ids()).routes())
                        .flatMap(List::stream)
                        .toList();
        workers =
                List.of(
                        new FollowOrdersWorker(
                                transactions,
                                platform.feed(),
                                OrdersModule.ORDER_CHANGED,
                                List.of(
                                        new FingerprintOrders(platform.sealer()),
                                        new IndexOrders())),
                        new CheckDuplicatesWorker(transactions, settle, platform.clock()));
    }

    public List<Route> routes() {
        return routes;
    }

    public List<Worker> workers() {
        return workers;
    }
}
