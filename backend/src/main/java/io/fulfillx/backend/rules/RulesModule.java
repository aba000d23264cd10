package io.fulfillx.backend.rules;

import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.event.OutboxWorkers;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The rules' parts, wired. */
public final class RulesModule {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final RuleRoutes routes;
    private final Worker worker;

    public RulesModule(
            Transactions transactions,
            OrdersModule orders,
            OutboxWorkers outboxWorkers,
            Supplier<UUID> ids) {
        RuleStore store = new RuleStore();
        RuleCodec codec = new RuleCodec();
        EditRules editRules = new EditRules(transactions, store, codec);
        this.routes = new RuleRoutes(transactions, store, codec, editRules);
        this.worker =
                outboxWorkers.worker(
                        new EvaluateRules(transactions, orders, editRules, store, ids),
                        LONGEST_PAUSE);
    }

    public List<Route> routes() {
        return routes.routes();
    }

    public List<Worker> workers() {
        return List.of(worker);
    }
}
