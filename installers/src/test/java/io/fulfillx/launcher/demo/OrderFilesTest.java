package io.fulfillx.launcher.demo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.launcher.demo.DemoOrder.Bundle;
import io.fulfillx.launcher.process.ProgramFailed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class OrderFilesTest {
    private static final String ORDER =
            "{ \"id\": 7 , \"name\":\"#7\",\"line_items\":[{\"sku\":null,\"quantity\":2}]}";

    @Test
    void findsOrdersInAllThreeFormsAndKeepsABareOneByteForByte(@TempDir Path folder)
            throws IOException {
        Files.createDirectories(folder.resolve("deep"));
        Files.writeString(folder.resolve("a.json"), ORDER);
        Files.writeString(
                folder.resolve("deep/b.json"), "{\"order\":" + ORDER.replace('7', '8') + "}");
        Files.writeString(
                folder.resolve("c.json"), "{\"orders\":[" + ORDER.replace('7', '9') + "]}");

        Bundle bundle = OrderFiles.read(folder);

        assertEquals(
                List.of("7", "9", "8"),
                bundle.orders().stream().map(DemoOrder::channelOrderId).toList());
        assertArrayEquals(
                ORDER.getBytes(StandardCharsets.UTF_8), bundle.orders().getFirst().body());
    }

    @Test
    void tellsWhyAFileIsNoOrder(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.json"), ORDER);
        Files.writeString(folder.resolve("broken.json"), "{");
        Files.writeString(folder.resolve("refund.json"), "{\"id\":1,\"order_id\":7}");

        Bundle bundle = OrderFiles.read(folder);

        assertEquals(1, bundle.orders().size());
        assertEquals(
                "it is something else than an order: it has order_id",
                bundle.skipped().get("refund.json"));
        assertEquals(List.of(true), List.of(bundle.skipped().containsKey("broken.json")));
    }

    @Test
    void refusesAFolderWithoutAnyOrder(@TempDir Path folder) {
        assertThrows(ProgramFailed.class, () -> OrderFiles.read(folder));
    }
}
