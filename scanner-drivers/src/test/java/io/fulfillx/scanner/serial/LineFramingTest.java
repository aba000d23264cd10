package io.fulfillx.scanner.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

class LineFramingTest {
    private static final byte[] THREE_SCANS =
            "4006381333931\r]C10109521234543213\u001d21A\r\nMüller\n"
                    .getBytes(StandardCharsets.UTF_8);
    private static final List<String> TEXTS =
            List.of("4006381333931", "]C10109521234543213\u001d21A", "Müller");

    private final LineFraming framing = new LineFraming();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void howTheBytesAreSplitDoesNotMatter(int size) {
        List<String> scans = new ArrayList<>();
        for (int at = 0; at < THREE_SCANS.length; at += size) {
            int end = Math.min(THREE_SCANS.length, at + size);
            scans.addAll(framing.bytes(Arrays.copyOfRange(THREE_SCANS, at, end), at));
        }
        assertEquals(TEXTS, scans);
    }

    @Test
    void aScannerWithoutSuffixIsReadAfterAPause() {
        assertEquals(List.of(), framing.bytes("12345".getBytes(StandardCharsets.UTF_8), 0));
        assertEquals(List.of(), framing.idle(TimeUnit.MILLISECONDS.toNanos(50)));
        assertEquals(List.of("12345"), framing.idle(TimeUnit.MILLISECONDS.toNanos(101)));
    }

    @Test
    void noiseWithoutEndIsThrownAwayUpToTheNextLineEnd() {
        assertEquals(List.of(), framing.bytes(new byte[10_000], 0));
        byte[] next = "\r12345\r".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("12345"), framing.bytes(next, 1));
    }

    @Test
    void whatIsNotUtf8IsReadAsLatin1() {
        byte[] latin = "Straße\r".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of("Straße"), framing.bytes(latin, 0));
    }
}
