package io.fulfillx.printing.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

class ZplUnitsTest {
    private static List<String> split(String zpl) {
        return ZplUnits.split(zpl.getBytes(StandardCharsets.ISO_8859_1)).stream()
                .map(unit -> new String(unit, StandardCharsets.ISO_8859_1))
                .toList();
    }

    @Test
    void everyFormatThatPrintsIsAUnit() {
        assertEquals(
                List.of("^XA^FDa^FS^XZ", "^xa^fdb^fs^xz"),
                split("^XA^FDa^FS^XZ\r\n ^xa^fdb^fs^xz\r\n"));
    }

    @Test
    void settingsGoWithTheLabelAfterThem() {
        assertEquals(
                List.of("^XA^PW812^XZ^XA^FDa^FS^XZ", "^XA^FDb^FS^XZ"),
                split("^XA^PW812^XZ\n^XA^FDa^FS^XZ\n^XA^FDb^FS^XZ\n^XA^MMT^XZ"));
    }

    @Test
    void theBytesOfABinaryGraphicAreNotRead() {
        String first = "^XA^GFB,6,6,1,^XZ^XA^FS^XZ";
        assertEquals(
                List.of(first, "^XA^GFA,1,1,1,FF^FS^XZ"), split(first + "^XA^GFA,1,1,1,FF^FS^XZ"));
    }
}
