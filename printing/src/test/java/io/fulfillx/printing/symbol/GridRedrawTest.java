package io.fulfillx.printing.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.symbol.GridRedraw.Redrawn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

class GridRedrawTest {
    private static final String NUMBER = "1ZA0B1C20391234567";

    @ParameterizedTest
    @ValueSource(doubles = {1.52, 1.7, 2.2, 2.64, 3.3})
    void barsLieOnWholeDotsAfterwards(double module) {
        BufferedImage page = DrawnSymbol.of(Symbology.CODE_128, NUMBER).fine(module);
        Redrawn redrawn = GridRedraw.redraw(page, DrawnSymbol.plain(page));
        Symbol symbol = redrawn.redrawn().getFirst();
        assertEquals(NUMBER, symbol.payload());
        int middle = symbol.area().y() + symbol.area().height() / 2;
        int unit = run(redrawn.picture(), symbol.area().x(), middle) / 2;
        int x = symbol.area().x();
        while (x < symbol.area().x() + symbol.area().width()) {
            int run = run(redrawn.picture(), x, middle);
            assertEquals(0, run % unit, "a bar or space is not of whole modules at " + x);
            x += run;
        }
    }

    private static int run(Bitmap picture, int from, int y) {
        int x = from;
        while (x < picture.width() && picture.get(x, y) == picture.get(from, y)) {
            x++;
        }
        return x - from;
    }

    @Test
    void lyingBarsAreRedrawnToo() {
        BufferedImage page = turned(DrawnSymbol.of(Symbology.CODE_128, NUMBER).fine(2.3));
        Redrawn redrawn = GridRedraw.redraw(page, DrawnSymbol.plain(page));
        assertEquals(NUMBER, redrawn.redrawn().getFirst().payload());
        assertEquals(NUMBER, new ZxingReader().read(redrawn.picture()).getFirst().payload());
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATA_MATRIX", "QR_CODE", "AZTEC"})
    void squaresKeepTheirPayloadOnWholeDots(Symbology kind) {
        BufferedImage page = DrawnSymbol.of(kind, "JJD000390012345678").fine(2.7);
        Redrawn redrawn = GridRedraw.redraw(page, DrawnSymbol.plain(page));
        Symbol symbol = redrawn.redrawn().getFirst();
        assertEquals("JJD000390012345678", symbol.payload());
        assertEquals(0, symbol.area().width() % 3);
        assertEquals(
                symbol.payload(), new ZxingReader().read(redrawn.picture()).getFirst().payload());
    }

    @Test
    void unreadableBarsAreLeftAloneBitByBit() {
        BufferedImage page = DrawnSymbol.of(Symbology.CODE_128, NUMBER).fine(2.3);
        Graphics2D graphics = page.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(900, 0, 100, page.getHeight());
        graphics.dispose();
        Bitmap plain = DrawnSymbol.plain(page);
        Redrawn redrawn = GridRedraw.redraw(page, plain);
        assertTrue(redrawn.redrawn().isEmpty());
        assertEquals(plain, redrawn.picture());
    }

    @Test
    void aSymbolThatIsOnWholeDotsKeepsEveryDot() {
        BufferedImage page = DrawnSymbol.of(Symbology.CODE_128, NUMBER).fine(3);
        Bitmap plain = DrawnSymbol.plain(page);
        Symbol before = new LinearReader().read(plain).getFirst();
        Symbol after = GridRedraw.redraw(page, plain).redrawn().getFirst();
        assertEquals(before.area().width(), after.area().width(), 1);
    }

    private static BufferedImage turned(BufferedImage page) {
        BufferedImage result =
                new BufferedImage(page.getHeight(), page.getWidth(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                result.getRaster()
                        .setSample(
                                page.getHeight() - 1 - y,
                                x,
                                0,
                                page.getRaster().getSample(x, y, 0));
            }
        }
        return result;
    }
}
