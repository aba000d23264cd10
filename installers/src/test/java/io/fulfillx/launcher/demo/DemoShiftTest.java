package io.fulfillx.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

class DemoShiftTest {
    /** The difficult orders that the Shopify adapter is tested with. */
    private static final Path FIXTURES =
            Path.of(
                    System.getProperty("fulfillx.root", ".."),
                    "backend/src/test/resources/io/fulfillx/backend/channels/shopify");

    /** What a merchant expects of each. */
    private static final Map<String, String> OUTCOMES =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("plain", "shipped"),
                            Map.entry("cancelled", "cancelled"),
                            Map.entry("fulfilled", "nothing-to-ship"),
                            Map.entry("partly-fulfilled", "shipped"),
                            Map.entry("unpaid", "held"),
                            Map.entry("digital-only", "nothing-to-ship"),
                            Map.entry("no-sku", "held"),
                            Map.entry("zero-weight", "shipped"),
                            Map.entry("edited-to-zero", "nothing-to-ship"),
                            Map.entry("no-postcode", "held"),
                            Map.entry("po-box", "shipped"),
                            Map.entry("japan", "shipped"),
                            Map.entry("hong-kong", "shipped"),
                            Map.entry("three-hundred-units", "shipped"),
                            Map.entry("printer-controls", "shipped")));

    @Test
    void everyDifficultOrderEndsAsAMerchantExpectsThoughTheNetworkIsCut(@TempDir Path folder)
            throws IOException {
        Path orders = Files.createDirectory(folder.resolve("orders"));
        for (String name : OUTCOMES.keySet()) {
            String order = Files.readString(FIXTURES.resolve(name + ".json"));
            Files.writeString(orders.resolve(name + ".json"), ofAnotherBuyer(order, name));
        }
        Path out = folder.resolve("out");
        ShiftReport report =
                DemoRun.work(DemoRun.settings(folder, orders, true), out, (demo, shift) -> {});
        DemoRun.assertEverythingHeld(report);
        assertEquals(OUTCOMES.size(), report.orders().size());
        assertEquals(OUTCOMES, outcomes(orders, report));
        assertTrue(report.packedOffline() * 3 >= report.parcels());
        assertTrue(Files.exists(out.resolve("report.json")));
    }

    /** Else they are suspected to be one another's duplicates. */
    private static String ofAnotherBuyer(String order, String name) {
        int number = 1_000 + name.hashCode() % 1_000;
        return order.replace("ada@example.com", name + "@example.com")
                .replaceAll("\\+1503555010[01]", "+1503555" + number)
                .replace("12 Mill Lane", number + " Mill Lane");
    }

    private static Map<String, String> outcomes(Path orders, ShiftReport report)
            throws IOException {
        Map<String, String> outcomes = new TreeMap<>();
        for (String name : OUTCOMES.keySet()) {
            String json = Files.readString(orders.resolve(name + ".json"));
            report.orders().stream()
                    .filter(order -> json.contains(order.channelOrderId()))
                    .forEach(order -> outcomes.put(name, order.outcome()));
        }
        return outcomes;
    }
}
