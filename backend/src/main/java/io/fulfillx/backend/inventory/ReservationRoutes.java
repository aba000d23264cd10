package io.fulfillx.backend.inventory;

import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.identity.api.Roles;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Call;
import io.fulfillx.backend.platform.http.Reply;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.http.SharedChange;
import io.fulfillx.backend.platform.sql.Settled;
import io.fulfillx.backend.platform.sql.SharedCommit;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.stock.ReserveOutcome;
import io.fulfillx.model.stock.ReserveStockRequest;

import java.util.List;

/** Reserving stock over HTTP. */
final class ReservationRoutes {
    private static final int MAX_LINES = 500;
    private static final String LANE = "reservations";

    private final ReserveStock reserveStock;
    private final BulkReservations bulk;
    private final SharedChange<Wanted> reservations;

    ReservationRoutes(
            Transactions transactions,
            SharedCommit.Limits limits,
            ReserveStock reserveStock,
            BulkReservations bulk) {
        this.reserveStock = reserveStock;
        this.bulk = bulk;
        this.reservations = new SharedChange<>(transactions, limits, this::reserveAll);
    }

    /** A request, and who sent it. */
    private record Wanted(ReserveStockRequest request, String actor) {}

    List<Route> routes() {
        return List.of(
                Route.postShared(
                                "/api/v1/reservations",
                                Roles.MANAGERS,
                                "Reserve all lines of an order, or none",
                                ReserveStockRequest.class,
                                ReserveOutcome.class,
                                this::reserve)
                        .problems(),
                Route.post(
                                "/api/v1/reservations/bulk",
                                Roles.MANAGERS,
                                "Reserve for many orders of another system, and release or ship"
                                        + " them",
                                BulkReservations.Work.class,
                                BulkReservations.Done.class,
                                call ->
                                        Reply.ok(
                                                bulk.work(
                                                        call.org(),
                                                        call.body(BulkReservations.Work.class),
                                                        Actor.of(call))))
                        .problems());
    }

    private Reply reserve(Call call) {
        ReserveStockRequest request = call.body(ReserveStockRequest.class);
        require(request, "");
        return reservations.run(call, LANE, new Wanted(request, Actor.of(call)));
    }

    /**
     * @param at pointer to the request in the body
     */
    static void require(ReserveStockRequest request, String at) {
        if (request.orderId() == null) {
            throw Fault.invalid(at + "/orderId", "This field is required.");
        }
        if (request.lines().isEmpty() || request.lines().size() > MAX_LINES) {
            throw Fault.invalid(at + "/lines", "There are 1 to " + MAX_LINES + " lines.");
        }
        for (int i = 0; i < request.lines().size(); i++) {
            ReserveStockRequest.Line line = request.lines().get(i);
            if (line.lineId() == null || line.sku() == null || line.quantity() == null) {
                throw Fault.invalid(
                        at + "/lines/" + i, "A line has a lineId, a sku and a quantity.");
            }
        }
    }

    private List<Settled<Reply>> reserveAll(Tx tx, List<SharedChange.Asked<Wanted>> asked) {
        List<ReserveStock.Ask> asks =
                asked.stream()
                        .map(
                                each ->
                                        new ReserveStock.Ask(
                                                each.request().request(),
                                                each.request().actor(),
                                                each.correlation()))
                        .toList();
        return reserveStock.reserveAll(tx, asks).stream()
                .map(outcome -> outcome.map(Reply::ok))
                .toList();
    }
}
