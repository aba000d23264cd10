package io.fulfillx.printing.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.raster.Bitmap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;

class SymbolReadersTest {
    private static String text(List<Symbol> symbols) {
        return String.join(
                " ", symbols.stream().map(s -> s.kind() + s.aimId() + s.payload()).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "CODE_128, 1ZA0B1C20391234567, CODE_128]C01ZA0B1C20391234567",
        "CODE_39, PN-4711/A, CODE_39]A0PN-4711/A",
        "CODE_93, TOTE 93, CODE_93]G0TOTE 93",
        "CODABAR, A12345678B, CODABAR]F012345678",
        "ITF, 10012345678902, ITF]I010012345678902",
        "EAN_13, 400638133393, EAN_13]E04006381333931",
        "EAN_8, 7351353, EAN_8]E473513537",
        "UPC_A, 03600029145, UPC_A]E00036000291452",
        "UPC_E, 0123456, UPC_E]E00012345000065",
        "DATA_MATRIX, PX0001112223, DATA_MATRIX]d1PX0001112223",
        "QR_CODE, parcel 12 of 13, QR_CODE]Q1parcel 12 of 13",
        "AZTEC, ticket-000815, AZTEC]z0ticket-000815",
        "PDF_417, sender and receiver in one, PDF_417]L2sender and receiver in one"
    })
    void everySymbologyIsReadInAllFourDirections(Symbology kind, String content, String read) {
        Bitmap upright = DrawnSymbol.of(kind, content).dots(3);
        for (int quarter = 0; quarter < 4; quarter++) {
            assertEquals(read, text(SymbolReaders.best().read(upright.turned(quarter))));
        }
    }

    @Test
    void fnc1IsKeptAsASeparator() {
        Bitmap label = DrawnSymbol.gs1("[420]98101[92]00190123456789012345").dots(2);
        assertEquals(
                "CODE_128]C142098101\u001d9200190123456789012345",
                text(new LinearReader().read(label)));
    }

    @Test
    void aCheckCharacterThatLooksLikeFnc1IsNoSeparator() {
        Bitmap label = DrawnSymbol.gs1("[00]773458952020550338").dots(2);
        String wanted = "CODE_128]C100773458952020550338";
        assertEquals(wanted, text(new LinearReader().read(label)));
        assertEquals(wanted, text(new ZxingReader().read(label)));
    }

    @Test
    void wornSquaresAreRead() {
        SplittableRandom random = new SplittableRandom(12);
        for (Symbology kind : List.of(Symbology.AZTEC, Symbology.DATA_MATRIX, Symbology.QR_CODE)) {
            for (int i = 0; i < 6; i++) {
                String text = "JJD" + random.nextLong(1_000_000_000_000L, 9_000_000_000_000L);
                Wear wear = new Wear(i % 3 - 1, i < 3 ? -2 : 2, 0.05, i);
                Bitmap worn = wear.on(DrawnSymbol.of(kind, text).dots(3));
                List<Symbol> read = new ZxingReader().read(worn);
                assertEquals(
                        List.of(text), read.stream().map(Symbol::payload).toList(), kind::name);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mixed 12345678 Case", "UPPER\u0001\u001f7", "ab\u0007CD12", "1234567"})
    void bothLinearReadersAgreeOnEveryCodeSet(String content) {
        Bitmap label = DrawnSymbol.of(Symbology.CODE_128, content).dots(2);
        assertEquals("CODE_128]C0" + content, text(new LinearReader().read(label)));
        assertEquals("CODE_128]C0" + content, text(new ZxingReader().read(label)));
    }

    @Test
    void randomNumbersSurviveWear() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 24; i++) {
            String number = "JJD" + random.nextLong(1_000_000_000_000L, 9_000_000_000_000L);
            Bitmap label = DrawnSymbol.of(Symbology.CODE_128, number).dots(2);
            Wear wear = new Wear(i % 3 - 1, random.nextInt(5) - 2, 0.05, i);
            Bitmap worn = wear.on(label);
            assertEquals(
                    "CODE_128]C0" + number, text(new LinearReader().read(worn)), wear::toString);
            assertEquals(
                    "CODE_128]C0" + number, text(new ZxingReader().read(worn)), wear::toString);
        }
    }

    @Test
    void severalSymbolsOnOneLabelAreReadFromTheTop() {
        Bitmap label = new Bitmap(700, 600);
        paste(label, DrawnSymbol.of(Symbology.CODE_128, "FIRST001").dots(2), 0, 0);
        paste(label, DrawnSymbol.of(Symbology.CODE_128, "SECOND02").dots(2).turned(1), 420, 0);
        paste(label, DrawnSymbol.of(Symbology.DATA_MATRIX, "third").dots(4), 0, 250);
        assertEquals(
                List.of("FIRST001", "SECOND02", "third"),
                SymbolReaders.best().read(label).stream().map(Symbol::payload).sorted().toList());
    }

    @Test
    void noiseSaysNothing() {
        SplittableRandom random = new SplittableRandom(5);
        Bitmap noise = new Bitmap(400, 400);
        for (int i = 0; i < 60_000; i++) {
            noise.set(random.nextInt(400), random.nextInt(400), true);
        }
        assertTrue(SymbolReaders.best().read(noise).isEmpty());
    }

    private static void paste(Bitmap label, Bitmap part, int left, int top) {
        for (int y = 0; y < part.height(); y++) {
            for (int x = 0; x < part.width(); x++) {
                if (part.get(x, y)) {
                    label.set(left + x, top + y, true);
                }
            }
        }
    }
}
