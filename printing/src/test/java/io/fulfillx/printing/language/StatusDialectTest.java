package io.fulfillx.printing.language;

import static io.fulfillx.printing.language.PrinterCondition.CUTTER_FAULT;
import static io.fulfillx.printing.language.PrinterCondition.FAULT;
import static io.fulfillx.printing.language.PrinterCondition.HEAD_OPEN;
import static io.fulfillx.printing.language.PrinterCondition.OVER_TEMPERATURE;
import static io.fulfillx.printing.language.PrinterCondition.PAPER_NEAR_END;
import static io.fulfillx.printing.language.PrinterCondition.PAPER_OUT;
import static io.fulfillx.printing.language.PrinterCondition.PAUSED;
import static io.fulfillx.printing.language.PrinterCondition.PRINTING;
import static io.fulfillx.printing.language.PrinterCondition.READY;
import static io.fulfillx.printing.language.PrinterCondition.RIBBON_OUT;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

class StatusDialectTest {
    private static final String FINE =
            frame("030,0,0,1218,000,0,0,0,000,0,0,0")
                    + frame("001,0,0,0,0,2,6,0,00000000,1,000")
                    + frame("0000,0");

    private static String frame(String content) {
        return '\u0002' + content + "\u0003\r\n";
    }

    /** One whole answer of a printer and the conditions it tells. */
    static Stream<Arguments> answers() {
        return Stream.of(
                answer(LabelLanguage.ZPL, FINE, READY),
                answer(LabelLanguage.ZPL, FINE.replace("1218,000", "1218,002"), PRINTING),
                answer(LabelLanguage.ZPL, FINE.replace("030,0,0", "030,1,1"), PAPER_OUT, PAUSED),
                answer(
                        LabelLanguage.ZPL,
                        FINE.replace("001,0,0,0", "001,0,1,1"),
                        HEAD_OPEN,
                        RIBBON_OUT),
                answer(
                        LabelLanguage.ZPL,
                        FINE.replace("0,0,0\u0003", "0,0,1\u0003"),
                        OVER_TEMPERATURE),
                answer(LabelLanguage.ZPL, errors("00010005", "0"), PAPER_OUT, HEAD_OPEN, PAUSED),
                answer(LabelLanguage.ZPL, errors("8", "8"), CUTTER_FAULT, PAPER_NEAR_END),
                answer(LabelLanguage.ZPL, errors("0", "00000008") + FINE, PAPER_NEAR_END),
                answer(LabelLanguage.EPL, "00\r\n", READY),
                answer(LabelLanguage.EPL, "50P003L00112\r\n", PRINTING),
                answer(LabelLanguage.EPL, "00P002L00000\r\n", PRINTING),
                answer(LabelLanguage.EPL, "07P003L00112\r\n", PAPER_OUT),
                answer(LabelLanguage.EPL, "11\r\n", HEAD_OPEN),
                answer(LabelLanguage.EPL, "12\r\n", PAUSED),
                answer(LabelLanguage.EPL, "81\r\n", CUTTER_FAULT),
                answer(LabelLanguage.EPL, "02\r\n", FAULT),
                answer(LabelLanguage.TSPL, "\u0000", READY),
                answer(LabelLanguage.TSPL, " ", PRINTING),
                answer(LabelLanguage.TSPL, "\u0005", HEAD_OPEN, PAPER_OUT),
                answer(LabelLanguage.TSPL, "\u0018", PAUSED, RIBBON_OUT),
                answer(LabelLanguage.TSPL, "\u0080", FAULT),
                answer(LabelLanguage.CPCL, "\u0000", READY),
                answer(LabelLanguage.CPCL, "\u0001", PRINTING),
                answer(LabelLanguage.CPCL, "\u0006", PAPER_OUT, HEAD_OPEN),
                answer(LabelLanguage.ESCPOS, "\u0012\u0012\u0012\u0012", READY),
                answer(LabelLanguage.ESCPOS, "\u001a6\u0012r", HEAD_OPEN, PAPER_OUT),
                answer(LabelLanguage.ESCPOS, "\u001a\u0012\u001a\u0012", CUTTER_FAULT),
                answer(LabelLanguage.ESCPOS, "\u001aRR\u001e", OVER_TEMPERATURE, PAPER_NEAR_END),
                answer(LabelLanguage.ESCPOS, "\u001a\u0012\u0012\u0012", PAUSED));
    }

    private static String errors(String errors, String warnings) {
        return "\u0002\r\n  PRINTER STATUS\r\n   ERRORS:  1 00000000 "
                + errors
                + " \r\n WARNINGS: 1 00000000 "
                + warnings
                + "\r\n\u0003";
    }

    private static Arguments answer(
            LabelLanguage language, String answer, PrinterCondition... conditions) {
        return Arguments.of(language, answer, Set.of(conditions));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static DeviceStatus status(LabelLanguage language, String answer) {
        return Objects.requireNonNull(language.dialect().read(bytes(answer)).status());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerIsUnderstood(
            LabelLanguage language, String answer, Set<PrinterCondition> conditions) {
        assertEquals(conditions, status(language, answer).conditions());
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerIsReadOnlyWhenItIsWhole(
            LabelLanguage language, String answer, Set<PrinterCondition> conditions) {
        byte[] whole = bytes(answer);
        for (int length = 0; length < whole.length; length++) {
            var early = language.dialect().read(Arrays.copyOf(whole, length)).status();
            assertTrue(early == null || early.conditions().equals(conditions), "after " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void ofTwoAnswersTheLaterCounts(
            LabelLanguage language, String answer, Set<PrinterCondition> conditions) {
        String before =
                switch (language) {
                    case ZPL -> FINE.replace("1218,000", "1218,007");
                    case EPL -> "50\r\n";
                    case TSPL -> " ";
                    case CPCL -> "\u0001";
                    case ESCPOS -> "\u001a\u0012\u0012\u0012";
                };
        DeviceStatus later = status(language, before + answer);
        assertTrue(later.conditions().containsAll(conditions), later.toString());
    }

    @ParameterizedTest
    @EnumSource(LabelLanguage.class)
    void noiseIsNeverAFault(LabelLanguage language) {
        Random random = new Random(11);
        for (int round = 0; round < 3000; round++) {
            byte[] noise = new byte[random.nextInt(60)];
            for (int i = 0; i < noise.length; i++) {
                String likely = "\u0002\u0003\r\n0,17\"_FXC=[]PL?";
                noise[i] =
                        (byte)
                                (round % 2 == 0
                                        ? random.nextInt(256)
                                        : likely.charAt(random.nextInt(likely.length())));
            }
            assertNotNull(language.dialect().read(noise));
        }
    }

    @Test
    void countsAreReadOrRefused() {
        var zpl = LabelLanguage.ZPL.dialect();
        assertEquals(8560, zpl.read(bytes(FINE + "\"8560\"")).labelCount());
        assertEquals(8560, zpl.read(bytes("\"8560 LABELS\"")).labelCount());
        assertNull(zpl.read(bytes(FINE + "\"856")).labelCount());
        assertTrue(zpl.read(bytes(FINE + "\"?\"")).countRefused());
        assertTrue(LabelLanguage.EPL.dialect().read(bytes("00\r\n")).countRefused());
        assertEquals(12, LabelLanguage.CPCL.dialect().read(bytes("\u0000\"12\"")).labelCount());
        assertEquals(77, LabelLanguage.TSPL.dialect().read(bytes("\u0000FXC=77\r\n")).labelCount());
        var escpos = LabelLanguage.ESCPOS.dialect();
        assertEquals(3212, escpos.read(bytes("\u0012\u0012\u0012\u0012_3212\0")).labelCount());
        assertNull(escpos.read(bytes("_3212")).labelCount());
        assertTrue(escpos.read(bytes("_\0")).countRefused());
    }

    @Test
    void aCountThatBeginsAnewIsToldByItsDialect() {
        var tspl = LabelLanguage.TSPL.dialect();
        assertTrue(tspl.countRestarts());
        assertEquals(0, tspl.read(bytes("\u0000FXC=0\r\n")).labelCount());
        assertTrue(tspl.read(bytes("\u0000FXC=\r\n")).countRefused());
    }

    @Test
    void anEplPrinterAcknowledgesLabelsAndTellsStopsByWords() {
        var epl = LabelLanguage.EPL.dialect();
        String heard = "\u0006\u0006\u001507\r\n50\r\n";
        assertEquals(
                List.of(LabelWord.OUT, LabelWord.OUT, LabelWord.STOPPED), epl.words(bytes(heard)));
        assertEquals(PRINTING, status(LabelLanguage.EPL, heard).worst());
        assertNull(epl.read(bytes("\u001507\r\n")).status());
    }

    @Test
    void aLongReportIsPassedOver() {
        assertEquals(PAPER_OUT, status(LabelLanguage.TSPL, "\u0004\u0002E@@A\u0003\r\n").worst());
    }

    @Test
    void digitsOfACountAreNoStatus() {
        assertNull(LabelLanguage.TSPL.dialect().read(bytes("FXC=1")).status());
        assertNull(LabelLanguage.CPCL.dialect().read(bytes("\"12\"\r\n")).status());
        assertNull(LabelLanguage.ESCPOS.dialect().read(bytes("_2222226666\0")).status());
    }

    @Test
    void aZplLabelIsAskedToAnnounceItselfBeforeItsEnd() {
        var dialect = LabelLanguage.ZPL.dialect();
        String label = text(dialect.announced(bytes("^XA^FDhi^FS^XZ\n"), "job7"));
        assertTrue(label.startsWith("^XA^FDhi^FS") && label.endsWith("^XZ\n"), label);
        assertTrue(label.contains("^FN999^FDjob7^FS^HV999,4,FXJ[,],L^FS"), label);
        assertEquals(
                List.of("job7", "x"), dialect.read(bytes("FXJ[job7]\r\nFXJ[x]FXJ[y")).announced());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aReceiptPrinterReturnsATokenInPartsOfFour() {
        var dialect = LabelLanguage.ESCPOS.dialect();
        for (String token : List.of("a", "abc", "abcdefg", "A2345678901234567890bcde")) {
            String sent = text(dialect.announced(new byte[0], token));
            StringBuilder returned = new StringBuilder("\u0012\u0012");
            for (int i = 0; i < sent.length(); i += 11) {
                returned.append("7\"").append(sent, i + 7, i + 11).append('\0');
            }
            var reading = dialect.read(bytes(returned + "\u0012\u0012"));
            assertEquals(List.of(token), reading.announced());
            assertEquals(READY, Objects.requireNonNull(reading.status()).worst());
        }
    }

    @ParameterizedTest
    @EnumSource(LabelLanguage.class)
    void aLanguageThatCannotAnnounceLeavesTheLabelAsItIs(LabelLanguage language) {
        byte[] label = bytes("^XA^XZ");
        if (!language.dialect().announces()) {
            assertArrayEquals(label, language.dialect().announced(label, "job"));
        }
    }
}
