package io.fulfillx.backend.channels.shopify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.channels.AddressField;
import io.fulfillx.backend.channels.AddressPolicy;
import io.fulfillx.backend.channels.ChannelOrder;
import io.fulfillx.backend.channels.IntakePolicy;
import io.fulfillx.backend.channels.IntakeProblem;
import io.fulfillx.backend.channels.OrderReading;
import io.fulfillx.backend.channels.PaymentState;
import io.fulfillx.backend.channels.PoBox;
import io.fulfillx.backend.channels.PostalRules;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.quantity.Money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

class ShopifyOrdersTest {
    private final ShopifyOrders orders = new ShopifyOrders();
    private final IntakePolicy intake = new IntakePolicy(new AddressPolicy(PostalRules.bundled()));

    private List<OrderReading> readings(String fixture) {
        return orders.read(Fixtures.bytes(fixture));
    }

    private ChannelOrder order(String fixture) {
        return assertInstanceOf(OrderReading.Read.class, readings(fixture).getFirst()).order();
    }

    private OrderReading.MalformedOrder malformed(String json) {
        List<OrderReading> found = orders.read(json.getBytes(StandardCharsets.UTF_8));
        return assertInstanceOf(OrderReading.MalformedOrder.class, found.getFirst());
    }

    private static List<Integer> toShip(ChannelOrder order) {
        return order.lines().stream().map(line -> line.toShip().units()).toList();
    }

    private static Address shipTo(ChannelOrder order) {
        return Objects.requireNonNull(order.shipTo());
    }

    @Test
    void readsAPlainOrderExactly() {
        ChannelOrder order = order("plain");
        assertEquals("6100000000000001001", order.channelOrderId());
        assertEquals("#1001", order.name());
        assertEquals(Instant.parse("2026-03-02T14:14:58Z"), order.placedAt());
        assertEquals(new Money(2500, "USD"), order.total());
        assertEquals(List.of("vip", "wholesale"), order.tags());
        assertEquals("Gift wrap please", order.note());
        assertEquals("ada@example.com", order.email());
        assertEquals("Standard", order.requestedService());
        assertEquals(PaymentState.PAID, order.paymentState());
        assertEquals(List.of(2), toShip(order));
        assertEquals("OR", shipTo(order).stateCode());
        assertEquals(List.of(), intake.problems(order));
    }

    @Test
    void readsTheSameBytesToTheSameOrder() {
        assertEquals(readings("plain"), readings("plain"));
    }

    @Test
    void keepsIdsBeyondTheRangeOfDoubles() {
        assertEquals("7100000000000002", order("plain").lines().getFirst().channelLineId());
    }

    @Test
    void tellsWhenAnOrderWasCancelled() {
        ChannelOrder order = order("cancelled");
        assertEquals(Instant.parse("2026-03-03T13:00:00Z"), order.cancelledAt());
        assertEquals(0, order.unitsToShip());
    }

    @Test
    void shipsNothingOfAFulfilledOrder() {
        assertEquals(List.of(0), toShip(order("fulfilled")));
    }

    @Test
    void takesOffOnlyFulfillmentsThatHappenedAndUnitsRefundedBeforeThem() {
        assertEquals(List.of(2, 0, 3), toShip(order("partly-fulfilled")));
    }

    @Test
    void holdsAnUnpaidOrder() {
        assertEquals(
                List.of(new IntakeProblem.PaymentOpen(PaymentState.PENDING)),
                intake.problems(order("unpaid")));
    }

    @Test
    void asksForNoAddressWhenEverythingIsDigital() {
        ChannelOrder order = order("digital-only");
        assertNull(order.shipTo());
        assertEquals(0, order.unitsToShip());
        assertEquals(List.of(), intake.problems(order));
    }

    @Test
    void namesEveryLineWithoutSku() {
        List<IntakeProblem> problems = intake.problems(order("no-sku"));
        assertEquals(2, problems.size());
        problems.forEach(problem -> assertInstanceOf(IntakeProblem.MissingSku.class, problem));
    }

    @Test
    void acceptsZeroWeight() {
        assertEquals(0, order("zero-weight").lines().getFirst().unitWeight().grams());
    }

    @Test
    void shipsNothingOfLinesEditedToZero() {
        assertEquals(List.of(0, 0), toShip(order("edited-to-zero")));
    }

    @Test
    void missesThePostalCodeWhereTheCountryHasOne() {
        IntakeProblem problem = intake.problems(order("no-postcode")).getFirst();
        var gap = assertInstanceOf(IntakeProblem.AddressIncomplete.class, problem);
        assertEquals(AddressField.POSTAL_CODE, gap.field());
    }

    @Test
    void missesNoPostalCodeInHongKong() {
        assertEquals(List.of(), intake.problems(order("hong-kong")));
    }

    @Test
    void seesAPoBox() {
        assertTrue(PoBox.isPoBox(shipTo(order("po-box"))));
        assertFalse(PoBox.isPoBox(shipTo(order("plain"))));
    }

    @Test
    void keepsJapaneseAndCountsYenWithoutDecimals() {
        ChannelOrder order = order("japan");
        assertEquals(new Money(3000, "JPY"), order.total());
        assertEquals("山田 花子", shipTo(order).name());
        assertEquals("千代田区", shipTo(order).city());
        assertEquals(List.of(), intake.problems(order));
    }

    @Test
    void readsLargeOrders() {
        assertEquals(300, order("three-hundred-units").unitsToShip());
        assertEquals(50, order("fifty-lines").lines().size());
    }

    @Test
    void letsNoControlCharacterThrough() {
        Address address = shipTo(order("printer-controls"));
        assertEquals("Eve^XZ~JR ^XA^FDowned^FS Jones", address.name());
        assertEquals("1 Road", address.line1());
    }

    @Test
    void unwrapsOneOrderAndSeveral() {
        assertEquals(1, readings("wrapped").size());
        List<OrderReading> several = readings("several");
        assertEquals(3, several.size());
        var bad = assertInstanceOf(OrderReading.MalformedOrder.class, several.get(1));
        assertEquals("/orders/1/line_items/0/quantity", bad.pointer());
        assertNotNull(bad.channelOrderId());
        assertInstanceOf(OrderReading.Read.class, several.get(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fulfillment-webhook", "refund-webhook", "product-webhook"})
    void recognizesWhatIsNoOrder(String fixture) {
        assertInstanceOf(OrderReading.NotAnOrder.class, readings(fixture).getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "3", "\"order\"", "{\"foo\":\"bar\"}", "null"})
    void takesArbitraryJsonForNoOrder(String json) {
        List<OrderReading> found = orders.read(json.getBytes(StandardCharsets.UTF_8));
        assertInstanceOf(OrderReading.NotAnOrder.class, found.getFirst());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|''",
                "''|''",
                "{\"orders\":{}}|/orders",
                "{\"order\":7}|/order",
                "{\"order\":{\"id\":1,\"currency\":\"USD\",\"created_at\":\"2026-01-01T00:00:00Z\","
                        + "\"total_price\":\"1.00\"}}|/order/line_items",
                "{\"line_items\":[]}|/id",
                "{\"id\":1.5,\"line_items\":[]}|/id",
                "{\"id\":1,\"line_items\":[{\"id\":2,\"quantity\":-1}],\"currency\":\"USD\","
                        + "\"created_at\":\"2026-01-01T00:00:00Z\",\"total_price\":\"1.00\"}"
                        + "|/line_items/0/quantity",
                "{\"id\":1,\"line_items\":[3],\"currency\":\"USD\","
                        + "\"created_at\":\"2026-01-01T00:00:00Z\",\"total_price\":\"1.00\"}"
                        + "|/line_items/0",
                "{\"id\":1,\"line_items\":[],\"currency\":\"USD\",\"email\":4,"
                        + "\"created_at\":\"2026-01-01T00:00:00Z\",\"total_price\":\"1.00\"}|/email"
            })
    void pointsAtTheValueThatCannotBeRead(String json, String pointer) {
        assertEquals(pointer, malformed(json).pointer());
    }

    private static ChannelOrder parsed(String json) {
        List<OrderReading> readings =
                new ShopifyOrders().read(json.getBytes(StandardCharsets.UTF_8));
        return assertInstanceOf(OrderReading.Read.class, readings.getFirst()).order();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"currency\":\"EURO\"|/currency",
                "\"created_at\":\"soon\"|/created_at",
                "\"currency\":\"JPY\",\"total_price\":\"much\"|/total_price",
                "\"currency\":\"USD\",\"total_price\":\"1e999999\"|/total_price"
            })
    void keepsAnOrderWhosePriceOrDateMakesNoSenseAndSaysWhere(String field, String pointer) {
        ChannelOrder order = parsed("{\"id\":1,\"line_items\":[]," + field + "}");
        assertEquals(
                List.of(pointer),
                order.unreadable().stream().map(IntakeProblem.Unreadable::pointer).toList());
    }

    @Test
    void anOrderThatLeavesOutItsPricesAndDatesIsNoProblem() {
        assertEquals(List.of(), parsed("{\"id\":1,\"line_items\":[]}").unreadable());
    }
}
