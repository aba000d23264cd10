package io.fulfillx.scanner.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class Gs1MessageTest {
    private static Gs1Message parse(String scanned) {
        return Gs1Message.parse(scanned).orElseThrow();
    }

    @Test
    void fixedLengthsNeedNoSeparator() {
        Gs1Message message = parse("010952123454321317261231" + "10LOT7");
        assertEquals("09521234543213", message.gtin().orElseThrow().digits());
        assertEquals(Optional.of("LOT7"), message.lot());
        assertEquals(List.of("01", "17", "10"), List.copyOf(message.elements().keySet()));
    }

    @Test
    void variableLengthsEndAtTheSeparator() {
        Gs1Message message = parse("]d2\u001d0109521234543213" + "10LOT7\u001d21SER-9/1");
        assertEquals(Optional.of("LOT7"), message.lot());
        assertEquals(Optional.of("SER-9/1"), message.serial());
    }

    @Test
    void contentAndCountAreRead() {
        Gs1Message message = parse("0209521234543213" + "3724");
        assertEquals(Optional.of(24), message.count());
        assertEquals("09521234543213", message.gtin().orElseThrow().digits());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "]C1",
                "0109521234543214",
                "01095212345432",
                "0109521234543213" + "17261331",
                "0109521234543213" + "99X",
                "0109521234543213" + "10",
                "0109521234543213" + "30ABC",
                "0109521234543213" + "21with space",
                "10A\u001d10B",
                "5006381333931"
            })
    void whatIsNotWholeIsNoMessage(String scanned) {
        assertTrue(Gs1Message.parse(scanned).isEmpty());
    }
}
