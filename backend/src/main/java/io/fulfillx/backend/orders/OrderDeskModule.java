package io.fulfillx.backend.orders;

import io.fulfillx.backend.orders.bulk.BulkRoutes;
import io.fulfillx.backend.orders.bulk.BulkWorker;
import io.fulfillx.backend.orders.duplicates.CheckDuplicatesWorker;
import io.fulfillx.backend.orders.duplicates.DuplicateRoutes;
import io.fulfillx.backend.orders.duplicates.FingerprintOrders;
import io.fulfillx.backend.orders.duplicates.SettleDuplicates;
import io.fulfillx.backend.orders.exchange.OrderExchange;
import io.fulfillx.backend.orders.notes.AttachmentRoutes;
import io.fulfillx.backend.orders.notes.DropAttachment;
import io.fulfillx.backend.orders.notes.NoteRoutes;
import io.fulfillx.backend.orders.notes.WriteNote;
import io.fulfillx.backend.orders.search.FollowOrdersWorker;
import io.fulfillx.backend.orders.search.IndexOrders;
import io.fulfillx.backend.orders.search.SavedFilterRoutes;
import io.fulfillx.backend.platform.blob.ObjectStore;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** What people at a desk do with orders: duplicates, notes, search, many at once, files. */
public final class OrderDeskModule {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final List<Route> routes;
    private final List<Worker> workers;
    private final List<Worker> following;

    /**
     * @param instance names this process, also after it was killed and started again
     */
    public OrderDeskModule(
            OrdersModule.Platform platform,
            OrdersModule orders,
            ObjectStore documents,
            String instance) {
        Transactions transactions = platform.transactions();
        OrderActs acts = orders.acts();
        SettleDuplicates settle = new SettleDuplicates(acts, platform.clock());
        OrderExchange exchange =
                new OrderExchange(
                        transactions, acts, documents, instance, platform.clock(), platform.ids());
        routes =
                Stream.of(
                                new BulkRoutes(transactions, platform.ids()).routes(),
                                exchange.routes(),
                                new DuplicateRoutes(transactions, acts, settle).routes(),
                                new NoteRoutes(transactions, acts, platform.ids()).routes(),
                                new SavedFilterRoutes(transactions, platform.ids()).routes(),
                                new AttachmentRoutes(
                                                transactions,
                                                acts,
                                                documents,
                                                platform.outbox(),
                                                platform.ids())
                                        .routes())
                        .flatMap(List::stream)
                        .toList();
        following =
                List.of(
                        new FollowOrdersWorker(
                                transactions,
                                platform.feed(),
                                OrdersModule.ORDER_CHANGED,
                                List.of(
                                        new FingerprintOrders(platform.sealer()),
                                        new IndexOrders())));
        workers =
                List.of(
                        new CheckDuplicatesWorker(transactions, settle, platform.clock()),
                        new BulkWorker(
                                transactions,
                                acts,
                                new WriteNote(platform.ids()),
                                platform.clock(),
                                instance),
                        exchange.worker(),
                        platform.outboxWorkers()
                                .worker(new DropAttachment(documents), LONGEST_PAUSE));
    }

    public List<Route> routes() {
        return routes;
    }

    public List<Worker> workers() {
        return workers;
    }

    /** Those that only derive something from orders; they may lag behind and run elsewhere. */
    public List<Worker> following() {
        return following;
    }
}
