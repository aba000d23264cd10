package io.fulfillx.backend.server;

import io.fulfillx.backend.carriers.CarrierCatalog;
import io.fulfillx.backend.catalog.CatalogModule;
import io.fulfillx.backend.channels.ChannelCatalog;
import io.fulfillx.backend.channels.PoBox;
import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.identity.IdentityModule;
import io.fulfillx.backend.insight.InsightModule;
import io.fulfillx.backend.inventory.InventoryModule;
import io.fulfillx.backend.orders.OrderDeskModule;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.platform.crypto.SecretFiles;
import io.fulfillx.backend.platform.crypto.Tokens;
import io.fulfillx.backend.platform.http.ApiServer;
import io.fulfillx.backend.platform.http.ApiServer.Surroundings;
import io.fulfillx.backend.platform.http.Idempotency;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.sql.Database;
import io.fulfillx.backend.printing.PrintingModule;
import io.fulfillx.backend.rules.RulesModule;
import io.fulfillx.backend.shipping.ShippingModule;
import io.fulfillx.backend.sync.SyncModule;
import io.fulfillx.model.id.OrgId;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import java.util.List;

/** Wires the server by hand: foundation, features, listener. */
public final class Assembly implements AutoCloseable {
    private final Foundation foundation;
    private final IdentityModule identity;
    private final CatalogModule catalog;
    private final InventoryModule inventory;
    private final OrdersModule orders;
    private final OrderDeskModule orderDesk;
    private final RulesModule rules;
    private final FulfillmentModule fulfillment;
    private final ShippingModule shipping;
    private final PrintingModule printing;
    private final SyncModule sync;
    private final InsightModule insight;
    private final List<Feature> features;
    private final ApiServer server;

    public Assembly(ServerConfig config) {
        foundation = new Foundation(config);
        identity =
                new IdentityModule(
                        foundation.transactions(),
                        foundation.redis(),
                        foundation.feed(),
                        foundation.keyFile(),
                        foundation.clock(),
                        foundation.ids());
        catalog =
                new CatalogModule(
                        foundation.transactions(),
                        foundation.outbox(),
                        foundation.documents(),
                        foundation.ids());
        inventory =
                new InventoryModule(
                        new InventoryModule.Surroundings(
                                foundation.transactions(),
                                foundation.reads(),
                                foundation.outbox(),
                                config.database().sharing(),
                                foundation.clock(),
                                foundation.ids(),
                                config.sealKeyFile()),
                        catalog);
        OrdersModule.Platform ordersPlatform =
                new OrdersModule.Platform(
                        foundation.transactions(),
                        foundation.reads(),
                        foundation.outbox(),
                        foundation.outboxWorkers(),
                        foundation.feed(),
                        foundation.sealer(),
                        foundation.clock(),
                        foundation.ids());
        orders =
                new OrdersModule(
                        ordersPlatform, catalog, inventory, new ChannelCatalog(foundation.http()));
        orderDesk =
                new OrderDeskModule(
                        ordersPlatform, orders, foundation.documents(), foundation.instanceName());
        rules =
                new RulesModule(
                        foundation.transactions(),
                        orders,
                        foundation.outboxWorkers(),
                        foundation.ids());
        fulfillment = wireFulfillment(config);
        shipping = wireShipping(config.carrier());
        printing = wirePrinting(config);
        sync = wireSync();
        insight = wireInsight();
        features = wire();
        welcome(config);
        server = start(config);
    }

    private List<Feature> wire() {
        OutboxRoutes outboxRoutes =
                new OutboxRoutes(
                        foundation.transactions(), new DeadLetterStore(), foundation.clock());
        return List.of(
                new Feature("identity", Role.GATEWAY, identity.routes(), List.of()),
                new Feature("catalog", Role.INVENTORY, catalog.routes(), List.of()),
                new Feature("inventory", Role.INVENTORY, inventory.routes(), inventory.workers()),
                new Feature("orders", Role.ORDERS, orders.routes(), orders.workers()),
                new Feature("order-desk", Role.ORDERS, orderDesk.routes(), orderDesk.workers()),
                new Feature("order-index", Role.INSIGHT, List.of(), orderDesk.following()),
                new Feature("stock-reads", Role.INSIGHT, inventory.reading(), List.of()),
                new Feature("insight", Role.INSIGHT, insight.routes(), insight.workers()),
                new Feature("order-reads", Role.INSIGHT, orders.reading(), List.of()),
                new Feature("rules", Role.RULES, rules.routes(), rules.workers()),
                new Feature("outbox", Role.GATEWAY, outboxRoutes.routes(), List.of()),
                new Feature(
                        "fulfillment", Role.SHIPPING, fulfillment.routes(), fulfillment.workers()),
                new Feature("shipping", Role.SHIPPING, shipping.routes(), shipping.workers()),
                new Feature("printing", Role.SHIPPING, printing.routes(), printing.workers()),
                new Feature("sync", Role.GATEWAY, sync.routes(), List.of()));
    }

    private FulfillmentModule wireFulfillment(ServerConfig config) {
        return new FulfillmentModule(
                new FulfillmentModule.Platform(
                        foundation.transactions(),
                        foundation.outbox(),
                        foundation.outboxWorkers(),
                        foundation.feed(),
                        foundation.clock(),
                        foundation.ids()),
                new FulfillmentModule.Neighbors(identity, catalog, inventory, orders),
                config.claimLease());
    }

    private ShippingModule wireShipping(ServerConfig.CarrierConfig config) {
        return new ShippingModule(
                new ShippingModule.Surroundings(
                        foundation.transactions(),
                        foundation.outboxWorkers(),
                        foundation.documents(),
                        foundation.clock(),
                        foundation.ids()),
                fulfillment,
                orders,
                new CarrierCatalog(foundation.http()).all(),
                PoBox::isPoBox,
                config.shipping());
    }

    private PrintingModule wirePrinting(ServerConfig config) {
        return new PrintingModule(
                new PrintingModule.Surroundings(
                        foundation.transactions(),
                        foundation.feed(),
                        foundation.documents(),
                        foundation.instanceName(),
                        foundation.clock(),
                        foundation.ids()),
                new PrintingModule.Neighbors(orders, fulfillment, shipping),
                config.printing());
    }

    private SyncModule wireSync() {
        return new SyncModule(
                new SyncModule.Surroundings(
                        foundation.transactions(),
                        foundation.feed(),
                        foundation.poke(),
                        foundation.documents(),
                        foundation.precedence(),
                        foundation.clock(),
                        foundation.ids()),
                new SyncModule.Neighbors(
                        identity, catalog, orders, fulfillment, shipping, printing));
    }

    private InsightModule wireInsight() {
        return new InsightModule(
                new InsightModule.Surroundings(
                        foundation.transactions(),
                        foundation.reads(),
                        foundation.feed(),
                        foundation.answers(),
                        foundation.clock()),
                OrdersModule.ORDER_CHANGED);
    }

    private void welcome(ServerConfig config) {
        ServerConfig.Welcome welcome = config.welcome();
        String password =
                welcome.adminPassword()
                        .orElseGet(
                                () ->
                                        SecretFiles.loadOrCreate(
                                                config.data().resolve("keys/admin.password")));
        welcome.organizations()
                .forEach(
                        (slug, name) -> {
                            OrgId org = identity.ensureOrganization(slug, name);
                            catalog.ensureCartons(org);
                            identity.ensureUser(
                                    org, welcome.adminEmail(), "Administrator", password, "admin");
                        });
    }

    private ApiServer start(ServerConfig config) {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        metrics.gauge("fulfillx.database.waiting", foundation.database(), Database::waiting);
        List<Feature> mine =
                features.stream().filter(f -> config.roles().contains(f.role())).toList();
        List<Route> routes = mine.stream().flatMap(f -> f.routes().stream()).toList();
        Surroundings around =
                new Surroundings(
                        identity.authenticator(),
                        new Idempotency(foundation.transactions()),
                        () -> Tokens.random(9),
                        foundation.precedence(),
                        metrics);
        ApiServer started =
                ApiServer.start(
                        config.http(),
                        routes,
                        around,
                        new OperationsPages(foundation, metrics, routes));
        mine.stream().flatMap(f -> f.workers().stream()).forEach(foundation.workers()::start);
        return started;
    }

    /** Every feature, whatever roles this process has. */
    public List<Feature> features() {
        return features;
    }

    public IdentityModule identity() {
        return identity;
    }

    public CatalogModule catalog() {
        return catalog;
    }

    public InventoryModule inventory() {
        return inventory;
    }

    public OrdersModule orders() {
        return orders;
    }

    public InsightModule insight() {
        return insight;
    }

    public FulfillmentModule fulfillment() {
        return fulfillment;
    }

    public ShippingModule shipping() {
        return shipping;
    }

    public Foundation foundation() {
        return foundation;
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.close();
        printing.close();
        foundation.close();
    }
}
