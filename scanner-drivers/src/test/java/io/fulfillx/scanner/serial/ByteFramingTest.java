package io.fulfillx.scanner.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.device.transport.AddressText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

class ByteFramingTest {
    private static final byte[] THREE_SCANS =
            "4006381333931\r]C10109521234543213\u001d21A\r\nMüller\n"
                    .getBytes(StandardCharsets.UTF_8);
    private static final List<String> TEXTS =
            List.of("4006381333931", "]C10109521234543213\u001d21A", "Müller");

    private static ByteFraming framing(String settings) {
        URI uri = URI.create("serial:/dev/ttyACM0" + settings);
        return new ByteFraming(FramingSettings.of(new AddressText(uri, "scanner")));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void howTheBytesAreSplitDoesNotMatter(int size) {
        ByteFraming framing = framing("");
        List<String> scans = new ArrayList<>();
        for (int at = 0; at < THREE_SCANS.length; at += size) {
            int end = Math.min(THREE_SCANS.length, at + size);
            scans.addAll(framing.bytes(Arrays.copyOfRange(THREE_SCANS, at, end), at));
        }
        assertEquals(TEXTS, scans);
    }

    @Test
    void aScannerWithoutSuffixIsReadAfterAPause() {
        ByteFraming framing = framing("");
        assertEquals(List.of(), framing.bytes(bytes("12345"), 0));
        assertEquals(Duration.ofMillis(50), framing.patience(millis(50)));
        assertEquals(List.of(), framing.idle(millis(50)));
        assertEquals(List.of("12345"), framing.idle(millis(101)));
    }

    @Test
    void aReaderThatComesLateDoesNotCutAScanInTwo() {
        ByteFraming framing = framing("");
        framing.bytes(bytes("12"), 0);
        assertEquals(List.of("12345"), framing.bytes(bytes("345\r"), millis(5_000)));
    }

    @Test
    void withNothingPendingTheReaderMaySleepForLong() {
        ByteFraming framing = framing("");
        framing.bytes(bytes("12345\r"), 0);
        assertTrue(framing.patience(1).compareTo(Duration.ofMinutes(1)) > 0);
    }

    @Test
    void noiseWithoutEndIsThrownAwayUpToTheNextLineEnd() {
        ByteFraming framing = framing("");
        assertEquals(List.of(), framing.bytes(new byte[20_000], 0));
        assertEquals(List.of("12345"), framing.bytes(bytes("\r12345\r"), 1));
    }

    @ParameterizedTest
    @CsvSource({"cr,'a\nb\r'", "lf,'a\nb\n'", "crlf,'a\nb\r\n'"})
    void onlyTheEndThatWasToldEndsAScan(String framing, String text) {
        String sent = framing.equals("lf") ? text.replace("a\nb", "a\rb") : text;
        String meant = framing.equals("lf") ? "a\rb" : "a\nb";
        assertEquals(List.of(meant), framing("?framing=" + framing).bytes(bytes(sent), 0));
    }

    @Test
    void whatIsNotBetweenPrefixAndSuffixIsNoise() {
        ByteFraming framing = framing("?framing=prefix&prefix=%02&suffix=%03");
        byte[] sent = bytes("xx\u0002first\u0003noise\u0002se\rcond\u0003");
        assertEquals(List.of("first", "se\rcond"), framing.bytes(sent, 0));
    }

    @Test
    void withoutSuffixTheNextPrefixOrAPauseEndsAScan() {
        ByteFraming framing = framing("?framing=prefix&prefix=%3E%3E");
        assertEquals(List.of("one"), framing.bytes(bytes(">>one>>two"), 0));
        assertEquals(List.of("two"), framing.idle(millis(150)));
    }

    @Test
    void scansOfFixedLengthNeedNoEnd() {
        ByteFraming framing = framing("?framing=length&length=4");
        assertEquals(List.of("1234", "5678"), framing.bytes(bytes("1234567890"), 0));
        assertEquals(List.of(), framing.idle(millis(150)));
        assertEquals(List.of("abcd"), framing.bytes(bytes("abcd"), millis(200)));
    }

    @Test
    void aPauseAloneEndsAScanWhenThatWasTold() {
        ByteFraming framing = framing("?framing=idle&idle=30ms");
        assertEquals(List.of(), framing.bytes(bytes("a\rb"), 0));
        assertEquals(List.of("a\rb"), framing.idle(millis(31)));
    }

    @Test
    void whatIsNotUtf8IsReadAsLatin1() {
        byte[] latin = "Straße\r".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(List.of("Straße"), framing("").bytes(latin, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-16le", "utf-16be", "windows-1252", "shift_jis", "gb18030"})
    void anyCharsetCanBeTold(String name) {
        String text = name.startsWith("win") ? "Straße €" : "箱 01";
        byte[] sent = (text + "\r").getBytes(Charset.forName(name));
        assertEquals(List.of(text), framing("?charset=" + name).bytes(sent, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?framing=prefix",
                "?framing=length",
                "?framing=what",
                "?idle=soon",
                "?charset=klingon",
                "?length=0"
            })
    void aWrongSettingIsRefusedInOneSentence(String settings) {
        IllegalArgumentException wrong =
                assertThrows(IllegalArgumentException.class, () -> framing(settings));
        assertTrue(String.valueOf(wrong.getMessage()).contains("is not a scanner address"));
    }
}
