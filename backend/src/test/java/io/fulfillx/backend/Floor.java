package io.fulfillx.backend;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.server.Assembly;
import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.Ids;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** An organisation with a shop, stock and one enrolled station, worked over HTTP. */
public final class Floor {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String PASSWORD = "correct horse battery";
    private static final String API = "/api/v1";

    public static final String WEBHOOK_SECRET = "secret-secret-secret";

    /** Paths of the roles shipping, inventory and rules. */
    private static final Pattern BACK =
            Pattern.compile("/(items|stock|waves|shipments|rules|reservations|printers|print-).*");

    private final Assembly assembly;
    private final int backPort;
    private final String slug;
    private final OrgId org;
    private final ApiClient admin;
    private final String channelId;
    private final StationId stationId;
    private final ApiClient station;
    private final OperatorId operator;
    private final Ids ids = Ids.system();
    private int orderCount;
    private long lastN;

    public Floor(Assembly assembly) {
        this(assembly, assembly);
    }

    /**
     * @param front has the roles gateway and orders
     * @param back has all others
     */
    public Floor(Assembly front, Assembly back) {
        this.assembly = front;
        this.backPort = back.port();
        this.slug = "floor-" + COUNT.incrementAndGet();
        this.org = assembly.identity().ensureOrganization(slug, "Floor");
        assembly.catalog().ensureCartons(org);
        this.admin = as("admin");
        this.channelId =
                created(
                                "/channels",
                                Map.of(
                                        "kind",
                                        "shopify",
                                        "shopDomain",
                                        slug + ".example.com",
                                        "baseUrl",
                                        "http://127.0.0.1:1",
                                        "accessToken",
                                        "token",
                                        "webhookSecret",
                                        WEBHOOK_SECRET))
                        .path("channelId")
                        .asText();
        JsonNode expected = created("/stations", Map.of("name", "Bench"));
        this.stationId = new StationId(UUID.fromString(expected.path("stationId").asText()));
        this.station = enrol(front.port(), slug, expected);
        JsonNode hired =
                created("/operators", Map.of("name", "Ola", "pin", "1234", "role", "packer"));
        this.operator = new OperatorId(UUID.fromString(hired.path("operatorId").asText()));
    }

    /**
     * Enrols a station as its program would, and signs it in.
     *
     * @param expected the answer to making the station
     */
    public static ApiClient enrol(int port, String slug, JsonNode expected) {
        ApiClient anybody = new ApiClient(port, "");
        String code = expected.path("enrolmentCode").asText();
        JsonNode enrolled =
                anybody.post(
                                API + "/stations/enrol",
                                Map.of("organization", slug, "code", code, "machine", "test"))
                        .json();
        JsonNode token =
                anybody.post(
                                API + "/auth/station",
                                Map.of(
                                        "organization",
                                        slug,
                                        "stationId",
                                        enrolled.path("stationId").asText(),
                                        "secret",
                                        enrolled.path("secret").asText()))
                        .json();
        return new ApiClient(port, token.path("accessToken").asText());
    }

    public ApiClient as(String role) {
        String email = role + "@" + slug;
        assembly.identity().ensureUser(org, email, role, PASSWORD, role);
        return ApiClient.signIn(assembly.port(), slug, email, PASSWORD);
    }

    public String slug() {
        return slug;
    }

    public String channelId() {
        return channelId;
    }

    public OrgId org() {
        return org;
    }

    public OperatorId operator() {
        return operator;
    }

    public StationId stationId() {
        return stationId;
    }

    private ApiClient admin(String path) {
        return BACK.matcher(path).matches() ? admin.at(backPort) : admin;
    }

    public ApiClient admin() {
        return admin;
    }

    public ApiClient station() {
        return station;
    }

    public JsonNode created(String path, Object body) {
        Answer answer = admin(path).post(API + path, body);
        if (answer.status() >= 300) {
            throw new AssertionError(path + ": " + answer.json());
        }
        return answer.json();
    }

    public JsonNode get(String path) {
        Answer answer = admin(path).get(API + path);
        if (answer.status() != 200) {
            throw new AssertionError(path + ": " + answer.json());
        }
        return answer.json();
    }

    public void item(String sku, int grams, int units) {
        item(sku, grams, units, "A-01");
    }

    public void item(String sku, int grams, int units, String location) {
        created(
                "/items",
                Map.of(
                        "sku",
                        sku,
                        "title",
                        "Item " + sku,
                        "barcodes",
                        List.of("B-" + sku),
                        "weightGrams",
                        grams,
                        "lengthMm",
                        90,
                        "widthMm",
                        80,
                        "heightMm",
                        70,
                        "location",
                        location));
        created(
                "/stock/receive",
                Map.of("sku", sku, "location", location, "quantity", units, "reason", "test"));
    }

    public OrderId order(String sku, int units) {
        return order(Map.of(sku, units));
    }

    /** An order that is paid, addressed, reserved and decided by the rules. */
    public OrderId order(Map<String, Integer> lines) {
        return take(PaidOrder.of(++orderCount, lines));
    }

    /** Takes in an order as the shop wrote it and waits until it is decided, or lacks stock. */
    public OrderId take(Map<String, Object> shopify) {
        Answer answer = admin.post(API + "/channels/" + channelId + "/orders/import", shopify);
        String id = answer.json().path("results").path(0).path("orderId").asText();
        if (id.isEmpty()) {
            throw new AssertionError(answer.json());
        }
        OrderId order = OrderId.of(id);
        // The rules lock the order while they decide, and a wave passes over locked orders.
        await(() -> assembly.foundation().transactions().inOrg(org, tx -> isDecided(tx, order)));
        return order;
    }

    private static boolean isDecided(Tx tx, OrderId order) {
        return tx.sql(
                        "select decided_at is not null or status = 'BACKORDERED' as decided"
                                + " from sales_order where org_id = :org and order_id = :id")
                .with("id", order.value())
                .get(row -> row.flag("decided"));
    }

    /** Sets the rules, JSON as the API takes it. */
    public void rules(String json) {
        Answer answer =
                admin("/rules")
                        .send(
                                "PUT",
                                API + "/rules",
                                json.getBytes(StandardCharsets.UTF_8),
                                Map.of("Idempotency-Key", ids.get().toString()));
        if (answer.status() != 200) {
            throw new AssertionError(answer.json());
        }
    }

    /** Types of the holds that are not released. */
    public List<String> holds(OrderId order) {
        return get("/orders/" + order)
                .path("holds")
                .valueStream()
                .filter(hold -> !hold.has("releasedAt"))
                .map(hold -> hold.path("type").asText())
                .toList();
    }

    /** Releases everything that is ready and waits for the labels. */
    public String wave() {
        // An order that is being changed at the moment comes with the next wave.
        List<String> released = new ArrayList<>();
        await(
                () -> {
                    Optional.of(release().path("waveId").asText(""))
                            .filter(id -> !id.isEmpty())
                            .ifPresent(released::add);
                    return !released.isEmpty();
                });
        String wave = released.getFirst();
        await(() -> !get("/waves/" + wave).path("state").asText().equals("LABELLING"));
        return wave;
    }

    private JsonNode release() {
        return created("/waves", Map.of("stationId", stationId.toString(), "maxOrders", 200));
    }

    public JsonNode shipment(OrderId order) {
        return get("/shipments?orderId=" + order).path("items").path(0);
    }

    public ParcelId parcel(OrderId order) {
        return ParcelId.of(shipment(order).path("parcelId").asText());
    }

    public TrackingNumber tracking(OrderId order) {
        return new TrackingNumber(shipment(order).path("trackingNumber").asText());
    }

    public OrderLineId line(OrderId order) {
        return OrderLineId.of(
                get("/orders/" + order).path("lines").path(0).path("lineId").asText());
    }

    public String status(OrderId order) {
        return get("/orders/" + order).path("status").asText();
    }

    public int onHand(String sku) {
        return get("/stock?sku=" + sku).path("items").path(0).path("onHand").asInt();
    }

    public JsonNode feed(String cursor, int waitMillis) {
        return station.get(API + "/sync/feed?cursor=" + cursor + "&waitMillis=" + waitMillis)
                .json();
    }

    public ParcelPacked packed(OrderId order) {
        return new ParcelPacked(parcel(order), tracking(order), "S", new Weight(500));
    }

    public PickConfirmed picked(OrderId order, int units) {
        return new PickConfirmed(parcel(order), line(order), new Quantity(units), "T1");
    }

    public CommandEnvelope envelope(long n, StationCommand command) {
        return new CommandEnvelope(
                n, new CommandId(ids.get()), operator, Instant.now(), "test", command);
    }

    /** Hands commands in as the next rows of the journal. */
    public JsonNode send(StationCommand... commands) {
        List<CommandEnvelope> rows = new ArrayList<>();
        for (StationCommand command : commands) {
            rows.add(envelope(++lastN, command));
        }
        return hand("e1", rows).json();
    }

    public Answer hand(String epoch, List<CommandEnvelope> rows) {
        return station.post(API + "/sync/commands", new CommandBatch(epoch, rows));
    }

    public static void await(Supplier<Boolean> condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(60));
        while (!condition.get()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("waited in vain");
            }
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
