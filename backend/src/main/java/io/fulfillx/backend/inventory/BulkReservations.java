package io.fulfillx.backend.inventory;

import io.fulfillx.backend.inventory.SettleMany.Settlement;
import io.fulfillx.backend.platform.Correlation;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.sql.Settled;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.stock.ReserveOutcome;
import io.fulfillx.model.stock.ReserveStockRequest;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Promises for many orders of another system, made and ended with one commit. */
final class BulkReservations {
    private final Transactions transactions;
    private final ReserveStock reserveStock;
    private final SettleMany settle;

    BulkReservations(Transactions transactions, ReserveStock reserveStock, SettleMany settle) {
        this.transactions = transactions;
        this.reserveStock = reserveStock;
        this.settle = settle;
    }

    /** Up to 1,000 orders, each once; promises are made before others end. */
    record Work(@Nullable List<ReserveStockRequest> reserve, @Nullable List<Ending> end) {}

    /** How an order's promises end. */
    enum How {
        RELEASE,
        SHIP
    }

    /**
     * The end of all that is promised to an order.
     *
     * @param key 1 to 60 characters, unique among all endings of the organisation
     */
    record Ending(@Nullable String key, @Nullable OrderId orderId, @Nullable How how) {}

    /** Outcomes in the order of the request. */
    record Done(List<Reserved> reserve, List<BulkOutcome> end) {}

    /** What became of an order's wish; code and detail when it was refused. */
    record Reserved(
            @Nullable ReserveOutcome outcome, @Nullable String code, @Nullable String detail) {}

    /**
     * @throws Fault INVALID when a list is too long, or an order or key is missing or comes twice
     */
    Done work(OrgId org, Work wanted, String actor) {
        List<ReserveStockRequest> reserve = wanted.reserve() == null ? List.of() : wanted.reserve();
        List<Settlement> end = settlements(wanted.end() == null ? List.of() : wanted.end());
        if (reserve.size() > BulkMovements.MOST || reserve.size() + end.size() == 0) {
            throw Fault.invalid("/reserve", "There are 1 to 1,000 orders.");
        }
        for (int i = 0; i < reserve.size(); i++) {
            ReservationRoutes.require(reserve.get(i), "/reserve/" + i);
        }
        String correlation = Correlation.current();
        List<ReserveStock.Ask> asks =
                reserve.stream()
                        .map(each -> new ReserveStock.Ask(each, actor, correlation))
                        .toList();
        return transactions.inOrg(org, tx -> work(tx, asks, end, actor));
    }

    private Done work(Tx tx, List<ReserveStock.Ask> asks, List<Settlement> end, String actor) {
        List<Reserved> reserved =
                asks.isEmpty()
                        ? List.of()
                        : reserveStock.reserveAll(tx, asks).stream()
                                .map(BulkReservations::reserved)
                                .toList();
        return new Done(reserved, end.isEmpty() ? List.of() : settle.settle(tx, end, actor));
    }

    private static Reserved reserved(Settled<ReserveOutcome> settled) {
        return switch (settled) {
            case Settled.Done<ReserveOutcome>(ReserveOutcome outcome) ->
                    new Reserved(outcome, null, null);
            case Settled.Refused<ReserveOutcome>(Fault why) ->
                    new Reserved(null, why.code().slug(), why.detail());
        };
    }

    private static List<Settlement> settlements(List<Ending> endings) {
        if (endings.size() > BulkMovements.MOST) {
            throw Fault.invalid("/end", "There are 1 to 1,000 orders.");
        }
        Set<Object> seen = new HashSet<>();
        List<Settlement> settlements = new ArrayList<>();
        for (Ending ending : endings) {
            String at = "/end/" + settlements.size();
            String key = ending.key();
            OrderId order = ending.orderId();
            if (key == null || !key.matches("[!-~]{1,60}") || !seen.add(key)) {
                throw Fault.invalid(at + "/key", "A key has 1 to 60 characters and comes once.");
            }
            if (order == null || ending.how() == null || !seen.add(order)) {
                throw Fault.invalid(at, "An ending has an orderId, which comes once, and a how.");
            }
            settlements.add(new Settlement(key, order, ending.how() == How.SHIP));
        }
        return settlements;
    }
}
