package io.fulfillx.backend.rules;

import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.event.Backoff;
import io.fulfillx.backend.platform.event.OutboxWorker;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/** The rules' parts, wired. */
public final class RulesModule {
    private static final Duration RETRY_BASE = Duration.ofMillis(500);
    private static final Duration RETRY_CAP = Duration.ofMinutes(1);

    private final RuleRoutes routes;
    private final Worker worker;

    public RulesModule(
            Transactions transactions, OrdersModule orders, Clock clock, Supplier<UUID> ids) {
        RuleStore store = new RuleStore();
        RuleCodec codec = new RuleCodec();
        EditRules editRules = new EditRules(transactions, store, codec);
        this.routes = new RuleRoutes(transactions, store, codec, editRules);
        this.worker =
                new OutboxWorker(
                        transactions,
                        new EvaluateRules(transactions, orders, editRules, store, ids),
                        new Backoff(RETRY_BASE, RETRY_CAP, new SecureRandom()),
                        clock);
    }

    public List<Route> routes() {
        return routes.routes();
    }

    public List<Worker> workers() {
        return List.of(worker);
    }
}
