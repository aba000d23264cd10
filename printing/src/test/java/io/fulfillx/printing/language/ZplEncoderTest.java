package io.fulfillx.printing.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.raster.Bitmap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.zip.InflaterInputStream;

class ZplEncoderTest extends LabelEncoderContract {
    @Override
    LabelLanguage language() {
        return LabelLanguage.ZPL;
    }

    @Override
    Printed print(byte[] sent) throws IOException {
        SentBytes zpl = new SentBytes(sent);
        zpl.upTo("^PW");
        Bitmap page = new Bitmap(zpl.numberUpTo("^LL"), 240);
        zpl.upTo("^FO");
        int left = zpl.numberUpTo(",");
        String top = zpl.upTo("^G");
        if (zpl.startsWith("FA,")) {
            zpl.upTo(",");
            int size = zpl.numberUpTo(",");
            assertEquals(size, zpl.numberUpTo(","));
            int octets = zpl.numberUpTo(",");
            byte[] rows = rows(zpl.upTo("^FS"), octets, size);
            SentBytes.draw(page, left, Integer.parseInt(top), octets, rows);
        }
        zpl.upTo("^PQ");
        int copies = zpl.numberUpTo("^XZ\n");
        assertTrue(zpl.isEmpty());
        return new Printed(page, copies);
    }

    private static byte[] rows(String data, int octets, int size) throws IOException {
        if (!data.startsWith(":Z64:")) {
            return runs(data, octets, size);
        }
        String base64 = data.substring(5, data.length() - 5);
        int sum = ZplPicture.crc16(base64.getBytes(StandardCharsets.US_ASCII));
        assertEquals(":%04X".formatted(sum), data.substring(data.length() - 5));
        byte[] packed = Base64.getDecoder().decode(base64);
        byte[] rows = new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes();
        assertEquals(size, rows.length);
        return rows;
    }

    private static byte[] runs(String data, int octets, int size) {
        StringBuilder digits = new StringBuilder();
        int width = octets * 2;
        int count = 0;
        for (int i = 0; i < data.length(); i++) {
            char letter = data.charAt(i);
            if (letter >= 'G' && letter <= 'Y') {
                count += letter - 'F';
            } else if (letter >= 'g' && letter <= 'z') {
                count += 20 * (letter - 'f');
            } else if (letter == ',') {
                digits.repeat('0', width - digits.length() % width);
            } else if (letter == ':') {
                digits.append(digits.substring(digits.length() - width));
            } else {
                assertTrue(Character.digit(letter, 16) >= 0, "letter " + letter);
                digits.repeat(letter, Math.max(1, count));
                count = 0;
            }
        }
        byte[] rows = HexFormat.of().parseHex(digits.toString());
        assertEquals(size, rows.length);
        return rows;
    }

    @ParameterizedTest
    @CsvSource({"123456789, 31C3", "AQID, CEC2"})
    void theSumIsXmodem(String text, String sum) {
        int crc = ZplPicture.crc16(text.getBytes(StandardCharsets.US_ASCII));
        assertEquals(sum, "%04X".formatted(crc));
    }

    @Test
    void runsThatReadersDisagreeAboutAreNotUsed() {
        Bitmap black = new Bitmap(200, 240);
        black.fill(0, 0, 199, 240, true);
        String zpl =
                new String(
                        language().encoder().encode(black, SMALL.withForm(RasterForm.RLE)),
                        StandardCharsets.ISO_8859_1);
        String data = zpl.substring(zpl.indexOf("^GFA"), zpl.lastIndexOf("^FS"));
        assertFalse(data.contains("!") || data.contains("Z"), data);
    }

    @Test
    void theGuardCountsOneLabel() {
        byte[] blank = language().encoder().encode(new Bitmap(200, 240), SMALL);
        GuardVerdict verdict = ZplGuard.inspect(blank);
        assertEquals(1, assertInstanceOf(GuardVerdict.Safe.class, verdict).labels());
    }
}
