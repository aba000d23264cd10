package io.fulfillx.printing.preview.zpl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.preview.RenderedLabel;
import io.fulfillx.printing.raster.Bitmap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;

class ZplGraphicsTest {
    /** A row with its outer dots black, two black rows, a white row. */
    private static final byte[] GATE = {(byte) 0x80, 1, -1, -1, -1, -1, 0, 0};

    private static void assertGate(Bitmap picture) {
        assertEquals("8,16 16x3", Drawn.ink(picture));
        assertEquals(34, picture.blackDots());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8001FFFFFFFF0000",
                "8001\nFFFF\r\n FFFF0000",
                "8H01JF:,",
                "8H01!:,",
                "8H01!!,",
                "8001GFGFGFGF:J0"
            })
    void runsCommasExclamationMarksAndColonsAreHexadecimalDigits(String data) {
        assertGate(Drawn.picture("^FO8,16^GFA,8,8,2," + data + "^FS"));
    }

    @Test
    void runsOfTwentiesAreAddedUp() {
        assertEquals("0,0 412x1", Drawn.ink("^FO0,0^GFA,52,52,52,kIF,^FS"));
    }

    private static String deflated() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(GATE);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    @Test
    void base64IsDrawnAndItsChecksumChecked() {
        String data = ":B64:" + Base64.getEncoder().encodeToString(GATE);
        RenderedLabel right = Drawn.label("^FO8,16^GFA,8,8,2," + data + ":108b^FS");
        RenderedLabel wrong = Drawn.label("^FO8,16^GFA,8,8,2," + data + ":0001^FS");
        assertGate(right.picture());
        assertGate(wrong.picture());
        assertEquals(List.of(), right.warnings());
        assertTrue(wrong.warnings().get(0).contains("checksum"), wrong.warnings().toString());
    }

    @Test
    void deflatedGraphicsAreDrawn() throws IOException {
        assertGate(Drawn.picture("^FO8,16^GFA,8,8,2,:Z64:" + deflated() + ":0000^FS"));
    }

    @Test
    void aDamagedDeflatedGraphicIsAWarning() {
        RenderedLabel label = Drawn.label("^FO0,0^GB9,9^FS^GFA,8,8,2,:Z64:AAAA:0000^FS");
        assertTrue(label.warnings().toString().contains("deflated"), label.toString());
    }

    @Test
    void binaryGraphicsMayHoldPrefixes() {
        byte[] label = "^XA^FO8,16^GFB,8,8,2,........^FS^XZ".getBytes(StandardCharsets.UTF_8);
        byte[] dots = {'^', 'X', '~', 'Z', '^', '^', 0, 1};
        System.arraycopy(dots, 0, label, 21, 8);
        Bitmap picture = Drawn.labels(label).get(0).picture();
        assertEquals("9,16 15x4", Drawn.ink(picture));
    }

    @Test
    void downloadedGraphicsAreRecalledMagnified() {
        String stored = "~DGR:GATE.GRF,8,2,8001FFFFFFFF0000";
        List<RenderedLabel> labels = Drawn.labels(stored + "^XA^FO8,16^XGR:GATE.GRF,2,3^FS^XZ");
        assertEquals("8,16 32x9", Drawn.ink(labels.get(0).picture()));
        assertGate(Drawn.labels(stored + "^XA^FO8,16^IMR:GATE.GRF^FS^XZ").get(0).picture());
    }

    @Test
    void aGraphicNobodyStoredIsAWarning() {
        RenderedLabel label = Drawn.label("^FO0,0^XGR:NONE.GRF,1,1^FS^FO0,0^GB5,5,5^FS");
        assertTrue(label.warnings().toString().contains("NONE"));
    }

    @Test
    void aBoxIsAFrameOfItsThickness() {
        Bitmap picture = Drawn.picture("^FO10,20^GB100,50,4^FS");
        assertEquals("10,20 100x50", Drawn.ink(picture));
        assertEquals(100 * 50 - 92 * 42, picture.blackDots());
    }

    @Test
    void aBoxThinnerThanItsThicknessIsALine() {
        assertEquals("10,20 100x8", Drawn.ink("^FO10,20^GB100,0,8^FS"));
        assertEquals("10,20 8x100", Drawn.ink("^FO10,20^GB0,100,8^FS"));
    }

    @Test
    void roundedCornersStayWhite() {
        Bitmap picture = Drawn.picture("^FO10,20^GB80,80,80,B,8^FS");
        assertEquals("10,20 80x80", Drawn.ink(picture));
        assertFalse(picture.get(12, 22));
        assertTrue(Math.abs(picture.blackDots() - Math.PI * 40 * 40) < 30);
    }

    @Test
    void circlesEllipsesAndDiagonalsKeepTheirBoxes() {
        assertEquals("5,6 60x60", Drawn.ink("^FO5,6^GC60,3^FS"));
        assertEquals("5,6 60x30", Drawn.ink("^FO5,6^GE60,30,3^FS"));
        assertEquals("6,6 61x30", Drawn.ink("^FO5,6^GD60,30,3,B,L^FS"));
        assertTrue(Drawn.picture("^FO5,6^GD60,30,3,B,R^FS").get(7, 35));
    }

    @Test
    void reversedFieldsTurnBlackIntoWhite() {
        Bitmap picture = Drawn.picture("^FO0,0^GB50,50,50^FS^FO25,0^FR^GB50,50,50^FS");
        assertTrue(picture.get(10, 10));
        assertFalse(picture.get(30, 10));
        assertTrue(picture.get(60, 10));
    }

    @Test
    void whiteBoxesEraseAndReverseModeHoldsForTheLabel() {
        assertEquals("0,0 20x50", Drawn.ink("^FO0,0^GB50,50,50^FS^FO20,0^GB30,50,30,W^FS"));
        assertEquals("0,0 20x50", Drawn.ink("^LRY^FO0,0^GB50,50,50^FS^FO20,0^GB30,50,30^FS^LRN"));
    }

    @Test
    void homeShiftAndTurningMoveTheWholeLabel() {
        assertEquals("30,40 10x10", Drawn.ink("^LH20,30^FO10,10^GB10,10,10^FS"));
        assertEquals("5,14 10x10", Drawn.ink("^LS5^LT4^FO10,10^GB10,10,10^FS"));
        assertEquals("580,380 10x10", Drawn.ink("^POI^FO10,10^GB10,10,10^FS"));
        assertEquals("580,10 10x10", Drawn.ink("^PMY^FO10,10^GB10,10,10^FS"));
    }

    @Test
    void aNarrowerPrintWidthIsCenteredAndCutsOff() {
        assertEquals("100,0 400x5", Drawn.ink("^PW400^FO0,0^GB900,5,5^FS"));
    }
}
