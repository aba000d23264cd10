package io.fulfillx.backend.orders.bulk;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.orders.bulk.BulkStore.BulkJob;
import io.fulfillx.backend.orders.bulk.BulkStore.Failure;
import io.fulfillx.backend.orders.bulk.BulkStore.State;
import io.fulfillx.backend.orders.search.OrderFilter;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Field;
import io.fulfillx.backend.platform.http.Page;
import io.fulfillx.backend.platform.http.Query;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Jobs over many orders, over HTTP. */
public final class BulkRoutes {
    private static final int MOST_IDS = 10_000;
    private static final int MOST = 1_000_000;
    private static final String BASE = "/api/v1/bulk-jobs";

    private final Transactions transactions;
    private final Supplier<UUID> ids;
    private final BulkStore jobs = new BulkStore();

    public BulkRoutes(Transactions transactions, Supplier<UUID> ids) {
        this.transactions = transactions;
        this.ids = ids;
    }

    /**
     * What is to be done, and to which orders: those listed, or those that a filter means now.
     *
     * @param orderIds 1 to 10,000
     */
    record NewJob(
            @Field(needed = true) @Nullable BulkAction action,
            @Field(min = 1, max = MOST_IDS) @Nullable List<OrderId> orderIds,
            @Nullable OrderFilter filter) {}

    /** Nothing needs to be said. */
    record Nothing() {}

    /** A page of orders that were left as they were; go on with the last position. */
    record Failures(List<Failure> items) {}

    public List<Route> routes() {
        return List.of(
                Route.get(
                                BASE,
                                Roles.LEADS,
                                "List jobs over many orders, newest first",
                                BulkJob[].class,
                                this::list)
                        .paged()
                        .problems(),
                Route.post(
                                BASE,
                                Roles.LEADS,
                                "Do one thing to many orders, one after the other",
                                NewJob.class,
                                BulkJob.class,
                                this::create)
                        .goesOn()
                        .problems(),
                Route.get(
                                BASE + "/{bulkJobId}",
                                Roles.LEADS,
                                "Show how far a job is",
                                BulkJob.class,
                                call ->
                                        Reply.ok(
                                                transactions.inOrg(
                                                        call.org(), tx -> job(tx, call))))
                        .problems(),
                Route.get(
                                BASE + "/{bulkJobId}/failures",
                                Roles.LEADS,
                                "List the orders that were left as they were, and why",
                                Failures.class,
                                this::failures)
                        .query(
                                Query.whole("limit", "How many rows at most.", 50, 1, 200),
                                Query.whole("after", "Go on behind this position.", 0, 0, MOST))
                        .problems(),
                Route.post(
                                BASE + "/{bulkJobId}/cancel",
                                Roles.LEADS,
                                "Stop a job; what was done stays",
                                Nothing.class,
                                BulkJob.class,
                                this::cancel)
                        .problems());
    }

    private BulkJob job(Tx tx, Call call) {
        return jobs.find(tx, call.id("bulkJobId", "job")).orElseThrow(() -> Fault.notFound("job"));
    }

    private Reply list(Call call) {
        int limit = call.limit();
        Optional<UUID> after = Page.after(call);
        List<BulkJob> found = transactions.inOrg(call.org(), tx -> jobs.list(tx, after, limit + 1));
        return Reply.ok(Page.of(found, limit, BulkJob::bulkJobId));
    }

    private Reply create(Call call) {
        NewJob body = call.body(NewJob.class);
        BulkAction given = body.action();
        if (given == null) {
            throw Fault.invalid("/action", "Say what is to be done.");
        }
        BulkAction action = given.checked();
        List<OrderId> listed = body.orderIds();
        OrderFilter filter = body.filter();
        if ((listed == null) == (filter == null)) {
            throw Fault.invalid("/orderIds", "Either orders or a filter are expected.");
        }
        if (listed != null && (listed.isEmpty() || listed.size() > MOST_IDS)) {
            throw Fault.invalid("/orderIds", "1 to " + MOST_IDS + " orders are expected.");
        }
        UUID id = ids.get();
        return Reply.accepted(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            jobs.insert(tx, id, action, Actor.of(call));
                            long total =
                                    filter == null
                                            ? jobs.add(tx, id, listed == null ? List.of() : listed)
                                            : jobs.add(tx, id, filter.checked().condition(), MOST);
                            jobs.setTotal(tx, id, total);
                            tx.wakeAfterCommit(BulkWorker.TOPIC);
                            return jobs.find(tx, id).orElseThrow();
                        }));
    }

    private Reply failures(Call call) {
        int limit = call.limit();
        int after = call.number("after", 0, 0, MOST);
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx ->
                                new Failures(
                                        jobs.failures(
                                                tx, job(tx, call).bulkJobId(), after, limit))));
    }

    private Reply cancel(Call call) {
        return Reply.ok(
                transactions.inOrg(
                        call.org(),
                        tx -> {
                            jobs.end(tx, job(tx, call).bulkJobId(), State.CANCELLED);
                            return job(tx, call);
                        }));
    }
}
