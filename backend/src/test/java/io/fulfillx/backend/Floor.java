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
import io.fulfillx.model.sync.StationCommand.ItemDamaged;
import io.fulfillx.model.sync.StationCommand.LabelPrinted;
import io.fulfillx.model.sync.StationCommand.ParcelPacked;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickConfirmed;
import io.fulfillx.model.sync.StationCommand.PickShort;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            Pattern.compile("/(items|stock|waves|shipments|rules|reservations)\\b.*");

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
        this.station = signIn(expected.path("enrolmentCode").asText());
        JsonNode hired =
                created("/operators", Map.of("name", "Ola", "pin", "1234", "role", "packer"));
        this.operator = new OperatorId(UUID.fromString(hired.path("operatorId").asText()));
    }

    private ApiClient signIn(String code) {
        ApiClient anybody = new ApiClient(assembly.port(), "");
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
        return new ApiClient(assembly.port(), token.path("accessToken").asText());
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
        return take(shopify(++orderCount, lines));
    }

    /** Takes in an order as the shop wrote it and waits until it is decided. */
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
                        "select decided_at is not null as decided from sales_order"
                                + " where org_id = :org and order_id = :id")
                .with("id", order.value())
                .get(row -> row.flag("decided"));
    }

    /** A paid order with a good address, as the shop would write it. */
    public static Map<String, Object> shopify(int number, Map<String, Integer> units) {
        return shopify(number, units, "12 Mill Lane");
    }

    public static Map<String, Object> shopify(
            int number, Map<String, Integer> units, String street) {
        List<Map<String, Object>> lines = new ArrayList<>();
        units.forEach(
                (sku, quantity) -> {
                    Map<String, Object> line = new LinkedHashMap<>();
                    line.put("id", number * 100L + lines.size() + 1);
                    line.put("sku", sku);
                    line.put("title", "Item " + sku);
                    line.put("quantity", quantity);
                    line.put("current_quantity", quantity);
                    line.put("fulfillable_quantity", quantity);
                    line.put("grams", 200);
                    line.put("price", "12.50");
                    line.put("requires_shipping", true);
                    lines.add(line);
                });
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("name", "Ada Brook");
        address.put("address1", street);
        address.put("city", "Portland");
        address.put("province_code", "OR");
        address.put("zip", "97205");
        address.put("country_code", "US");
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", 5_000L + number);
        order.put("name", "#" + (1_000 + number));
        order.put("created_at", "2026-03-02T09:15:00-05:00");
        order.put("currency", "USD");
        order.put("total_price", "25.00");
        order.put("financial_status", "paid");
        order.put("line_items", lines);
        order.put("shipping_address", address);
        order.put("shipping_lines", List.of(Map.of("title", "Standard", "code", "Standard")));
        return order;
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
        JsonNode released =
                created("/waves", Map.of("stationId", stationId.toString(), "maxOrders", 200));
        String wave = released.path("waveId").asText();
        await(() -> !get("/waves/" + wave).path("state").asText().equals("LABELLING"));
        return wave;
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

    /** One act of each kind. */
    public static List<StationCommand> everyCommand(String parcelId, String lineId) {
        ParcelId parcel = ParcelId.of(parcelId);
        OrderLineId line = OrderLineId.of(lineId);
        Quantity one = new Quantity(1);
        TrackingNumber number = new TrackingNumber("FX0000000000017");
        return List.of(
                new PickConfirmed(parcel, line, one, "T1"),
                new PickShort(parcel, line, one),
                new ItemDamaged(parcel, line, one),
                new LabelPrinted(parcel, number, "zebra", 1, "device-counter"),
                new ParcelPacked(parcel, number, "S", new Weight(500)),
                new ParcelSetAside(parcel, "wet"));
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
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
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
