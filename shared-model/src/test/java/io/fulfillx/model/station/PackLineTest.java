package io.fulfillx.model.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.item.Sku;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

class PackLineTest {
    private static final PackLine PLAIN =
            new PackLine(
                    new OrderLineId(new UUID(1, 2)),
                    new Sku("CUP"),
                    "Cup",
                    List.of("B-CUP"),
                    new Quantity(12),
                    new Weight(100),
                    "A-1");

    @Test
    void aLineWithoutPacksIsWrittenAsBeforeThereWereAny() {
        String text = Json.text(PLAIN);
        assertFalse(text.contains("packs"), text);
        assertEquals(PLAIN, Json.read(text, PackLine.class));
    }

    @Test
    void packsTravelWithTheirUnits() {
        PackLine cased =
                new PackLine(
                        PLAIN.lineId(),
                        PLAIN.sku(),
                        PLAIN.title(),
                        PLAIN.barcodes(),
                        PLAIN.quantity(),
                        PLAIN.unitWeight(),
                        PLAIN.location(),
                        null,
                        null,
                        List.of(new PackCode("C-CUP", 12)));
        assertEquals(cased, Json.read(Json.text(cased), PackLine.class));
        assertEquals(12, cased.packs().getFirst().units());
    }
}
