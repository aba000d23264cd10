package io.fulfillx.backend.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationCommand.ItemDamaged;
import io.fulfillx.model.sync.StationCommand.ParcelSetAside;
import io.fulfillx.model.sync.StationCommand.PickShort;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Whatever happens in whatever order, the books stay true and nothing leaves twice. */
class RandomShiftTest {
    private final Floor floor = new Floor(TestBackend.assembly());

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theLedgerAgreesAfterAnyShift(long seed) {
        Random random = new Random(seed);
        floor.item("MUG", 300, 40);
        floor.item("CUP", 150, 40);
        List<OrderId> orders = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            orders.add(floor.order(random.nextBoolean() ? "MUG" : "CUP", 1 + random.nextInt(3)));
        }
        floor.wave();
        List<OrderId> labelled =
                orders.stream()
                        .filter(order -> floor.shipment(order).hasNonNull("trackingNumber"))
                        .toList();
        List<CommandEnvelope> journal = new ArrayList<>();
        int sent = 0;
        for (int step = 0; step < 40; step++) {
            OrderId order = labelled.get(random.nextInt(labelled.size()));
            if (random.nextInt(10) == 0) {
                disturb(random, order);
            } else {
                journal.add(floor.envelope(journal.size() + 1, act(random, order)));
            }
            if (random.nextInt(4) == 0) {
                // Half of the time the answer is lost and rows come again.
                int from = random.nextBoolean() ? sent : Math.max(0, sent - 3);
                assertEquals(200, floor.hand("e", journal.subList(from, journal.size())).status());
                sent = journal.size();
            }
        }
        JsonNode last = floor.hand("e", journal).json();
        assertEquals(journal.size(), last.path("lastN").asInt());
        assertBooks(orders);
    }

    private StationCommand act(Random random, OrderId order) {
        return switch (random.nextInt(6)) {
            case 0 -> floor.picked(order, 1);
            case 1 -> new PickShort(floor.parcel(order), floor.line(order), new Quantity(1));
            case 2 -> new ItemDamaged(floor.parcel(order), floor.line(order), new Quantity(1));
            case 3 -> new ParcelSetAside(floor.parcel(order), "wet");
            default -> floor.packed(order);
        };
    }

    /** What the office does meanwhile; a refusal is as good as a success. */
    private void disturb(Random random, OrderId order) {
        String path = "/api/v1/orders/" + order;
        if (random.nextBoolean()) {
            floor.admin().post(path + "/cancel", Map.of("reason", "Changed my mind."));
        } else {
            floor.admin().post(path + "/holds", Map.of("type", "FRAUD", "reason", "Ask."));
        }
    }

    private void assertBooks(List<OrderId> orders) {
        JsonNode check = floor.get("/stock/check");
        assertEquals(0, check.path("driftUnits").asInt());
        assertEquals(0, check.path("oversoldUnits").asInt());
        Set<String> numbers = new HashSet<>();
        for (OrderId order : orders) {
            JsonNode shipment = floor.shipment(order);
            String number = shipment.path("trackingNumber").asText("");
            assertTrue(number.isEmpty() || number.equals("null") || numbers.add(number), number);
        }
    }
}
