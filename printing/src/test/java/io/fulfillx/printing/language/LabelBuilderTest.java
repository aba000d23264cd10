package io.fulfillx.printing.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;
import io.fulfillx.printing.symbol.Symbology;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.util.List;

class LabelBuilderTest {
    private static final LabelSetup SETUP = LabelSetup.of(new Media(60_000, 40_000), Dpi.DPI_203);

    private static String text(LabelBuilder builder) {
        return new String(builder.bytes(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "ZPL, '^FO8,16^A0N,40^FH^FDHello^FS'",
        "EPL, 'A8,16,0,3,2,2,N,\"Hello\"'",
        "TSPL, 'TEXT 8,16,\"2\",0,2,2,\"Hello\"'",
        "CPCL, 'TEXT 0 0 8 16 Hello'"
    })
    void plainTextIsTheLanguagesOwn(LabelLanguage language, String command) {
        String label = text(language.builder(SETUP).text(8, 16, 40, "Hello"));
        assertTrue(label.contains(command), label);
    }

    @ParameterizedTest
    @CsvSource({
        "ZPL, '^BY3^BCN,80,N,N,N^FH^FD>:AB>012'",
        "EPL, 'B8,16,0,1,3,3,80,N,\"AB>12\"'",
        "TSPL, 'BARCODE 8,16,\"128\",80,0,0,3,3,\"AB>12\"'",
        "CPCL, 'BARCODE 128 3 1 80 8 16 AB>12'"
    })
    void aCode128IsTheLanguagesOwn(LabelLanguage language, String command) {
        Barcode code = Barcode.code128("AB>12", 3, 80);
        String label = text(language.builder(SETUP).barcode(8, 16, code));
        assertTrue(label.contains(command), label);
    }

    @Test
    void aFrameIsFourLinesWhereTheLanguageHasNoFrames() {
        String label = text(LabelLanguage.TSPL.builder(SETUP).box(10, 20, 100, 50, 4));
        assertTrue(label.contains("BAR 10,20,100,4\r\nBAR 10,66,100,4\r\n"), label);
        assertTrue(label.contains("BAR 10,20,4,50\r\nBAR 106,20,4,50\r\n"), label);
        String filled = text(LabelLanguage.TSPL.builder(SETUP).box(10, 20, 100, 50, 25));
        assertTrue(filled.contains("BAR 10,20,100,50\r\n"), filled);
    }

    @Test
    void aGs1CodeBeginsWithItsFunctionCharacter() {
        Barcode code = Barcode.gs1("00123456789012345675", 3, 80);
        String label = text(LabelLanguage.ZPL.builder(SETUP).barcode(0, 0, code));
        assertTrue(label.contains("^FD>;>800123456789012345675^FS"), label);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^XZ^XA^JUF^XZ",
                "~JR",
                "_5EXZ",
                "\u001b!R",
                "a\r\nPRINT 9\r\n",
                "a\nN\nP9\n",
                "\"\nP9\n",
                "say \"hi\"",
                "C:\\new",
                "\\\"\r\nPRINT 2",
                "\u0010\u0004\u0001",
                "\u017b\u00f3\u0142w"
            })
    void nothingInATextBecomesACommand(String data) {
        byte[] zpl = LabelLanguage.ZPL.builder(SETUP).text(0, 0, 24, data).bytes();
        assertInstanceOf(GuardVerdict.Safe.class, ZplGuard.inspect(zpl));
        byte[] epl = LabelLanguage.EPL.builder(SETUP).text(0, 0, 24, data).bytes();
        assertEquals(new GuardVerdict.Safe(1), EplGuard.inspect(epl));
        String plain = text(LabelLanguage.TSPL.builder(SETUP).text(0, 0, 24, "x"));
        String tspl = text(LabelLanguage.TSPL.builder(SETUP).text(0, 0, 24, data));
        assertFalse(tspl.contains("TEXT") && !data.matches("[^\"\\\\\\p{Cntrl}]*"), tspl);
        assertTrue(tspl.startsWith(plain.substring(0, plain.indexOf("TEXT"))), tspl);
        String cpcl = text(LabelLanguage.CPCL.builder(SETUP).text(0, 0, 24, data));
        assertTrue(!cpcl.contains("TEXT") || data.matches("[ -~]*"), cpcl);
    }

    @Test
    void lettersThatAPrinterLacksAreDrawn() {
        String label = text(LabelLanguage.EPL.builder(SETUP).text(0, 0, 40, "\u0141\u00f3d\u017a"));
        assertTrue(label.contains("GW") && !label.contains("\nA"), label);
        Bitmap drawn = DrawnText.of("\u0141\u00f3d\u017a", 40);
        assertEquals(40, drawn.height());
        assertTrue(drawn.blackDots() > 200 && drawn.width() > 60, drawn.toString());
        assertEquals(0, drawn.crop(0, 0, drawn.width(), 2).blackDots());
    }

    @Test
    void drawnBarsStandOnWholeDots() {
        Bitmap drawn = DrawnBarcode.of(Barcode.code128("FXT17", 3, 20));
        for (int x = 0; x < drawn.width(); x++) {
            assertEquals(drawn.get(x / 3 * 3, 5), drawn.get(x, 19), "column " + x);
        }
        Bitmap square = DrawnBarcode.of(Barcode.dataMatrix("FXT17", 4));
        assertEquals(square.width(), square.height());
    }

    @ParameterizedTest
    @EnumSource(LabelLanguage.class)
    void everyKindOfCodeComesInEveryLanguage(LabelLanguage language) {
        for (Barcode code :
                List.of(
                        Barcode.code128("A\"1", 2, 40),
                        Barcode.gs1("10LOT", 2, 40),
                        Barcode.qrCode("https://x.example/\"", 3),
                        Barcode.dataMatrix("~1_2", 3))) {
            int empty = language.builder(SETUP).bytes().length;
            assertTrue(language.builder(SETUP).barcode(8, 8, code).bytes().length > empty + 10);
        }
    }

    @Test
    void anImpossibleCodeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Barcode.code128("\u00e4", 2, 40));
        assertThrows(
                IllegalArgumentException.class, () -> new Barcode(Symbology.MAXICODE, "x", 2, 0));
    }

    @Test
    void aStoredFormIsFilledInAFewBytes() {
        for (LabelLanguage language : List.of(LabelLanguage.ZPL, LabelLanguage.EPL)) {
            StoredForms forms = language.storedForms().orElseThrow();
            byte[] stored =
                    forms.store("tote", SETUP, List.of(new StoredForms.Field(8, 8, 24, 20)));
            assertTrue(stored.length > 40);
            String filled =
                    new String(
                            forms.fill("tote", SETUP, List.of("17^XZ\nP9")),
                            StandardCharsets.UTF_8);
            assertTrue(filled.length() < 80 && filled.contains("TOTE"), filled);
            assertFalse(filled.contains("17^XZ\nP9"), filled);
        }
        assertTrue(LabelLanguage.CPCL.storedForms().isEmpty());
    }

    @Test
    void anEplDocumentPassesOnlyWhenItDraws() {
        assertEquals(new GuardVerdict.Safe(1), epl("N\nq812\nA1,2,0,3,1,1,N,\"a\\\"b\"\nP1\n"));
        assertInstanceOf(GuardVerdict.Unsafe.class, epl("N\nA1,2,0,3,1,1,N,\"a\"\nP2\n"));
        assertInstanceOf(GuardVerdict.Unsafe.class, epl("N\n^@\nP1\n"));
        assertInstanceOf(GuardVerdict.Unsafe.class, epl("N\nGK\"X\"\nP1\n"));
        assertInstanceOf(GuardVerdict.Unsafe.class, epl("N\nGW0,0,200,200,ab\nP1\n"));
        assertInstanceOf(GuardVerdict.Unsafe.class, epl("N\nA1,2,0,3,1,1,N,\"a\"\n"));
    }

    private static GuardVerdict epl(String document) {
        return LabelLanguage.EPL.guard().inspect(document.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aDocumentThatNoGuardReadsIsUnsafe() {
        assertInstanceOf(
                GuardVerdict.Unsafe.class, LabelLanguage.CPCL.guard().inspect(new byte[0]));
    }
}
