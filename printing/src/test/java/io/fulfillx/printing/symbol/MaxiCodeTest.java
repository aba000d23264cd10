package io.fulfillx.printing.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.fulfillx.printing.raster.Bitmap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.MaxiCode;
import uk.org.okapibarcode.output.Java2DRenderer;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Set;

class MaxiCodeTest {
    private static final String UPS = "1ZA0B1C20391234567";
    private static final String HEADER = "[)>\u001e01\u001d96";
    private static final String REST =
            "1Z91234567\u001dUPSN\u001dA0B1C2\u001d326\u001d\u001d1/1\u001d10\u001dY\u001d\u001dYORK"
                + "\u001dPA\u001e\u0004";

    /** The library's unit in dots of 203 dpi: columns are 2.46 units or 0.88 mm apart. */
    private static final double UNIT = 0.88 / 2.46 * 8;

    private static final uk.org.okapibarcode.graphics.Color PAPER =
            uk.org.okapibarcode.graphics.Color.WHITE;
    private static final uk.org.okapibarcode.graphics.Color INK =
            uk.org.okapibarcode.graphics.Color.BLACK;

    /** A label of 4 by 4 inches with the symbol between lines, words and bars. */
    private static Bitmap label(int mode, String primary) {
        MaxiCode code = new MaxiCode();
        code.setMode(mode);
        code.setPrimary(primary);
        code.setHumanReadableLocation(HumanReadableLocation.NONE);
        code.setContent(HEADER + REST);
        BufferedImage page = new BufferedImage(812, 812, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = page.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, 812, 812);
        canvas.setColor(Color.BLACK);
        canvas.fillRect(0, 290, 812, 8);
        canvas.drawString("SHIP TO: 12 ORCHARD LANE", 300, 340);
        canvas.translate(20, 310);
        new Java2DRenderer(canvas, UNIT, PAPER, INK).render(code);
        canvas.dispose();
        Bitmap label = Bitmap.of(page);
        Bitmap bars = DrawnSymbol.of(Symbology.CODE_128, "4210405000").dots(2);
        for (int y = 70; y < 180; y++) {
            for (int x = 70; x < bars.width() - 70; x++) {
                label.set(x + 230, y + 330, label.get(x + 230, y + 330) || bars.get(x, y));
            }
        }
        return label;
    }

    @ParameterizedTest
    @CsvSource({
        "2, 981010000840003, 981010000",
        "3, 'AB1234   826003', AB1234",
    })
    void aMaxiCodeAmongOtherThingsIsReadAndKeepsThePromise(
            int mode, String primary, String postal) {
        Bitmap label = label(mode, primary);
        String country = primary.substring(primary.length() - 6, primary.length() - 3);
        String wanted = HEADER + postal + "\u001d" + country + "\u001d003\u001d" + REST;
        for (int quarters = 0; quarters < 2; quarters++) {
            List<Symbol> read = SymbolReaders.best().read(label.turned(quarters));
            assertEquals(
                    List.of("]C0 4210405000", "]U1 " + wanted),
                    read.stream().map(s -> s.aimId() + " " + s.payload()).sorted().toList());
        }
        assertInstanceOf(
                PreflightResult.Passed.class, Preflight.check(label, new Promise(Set.of(UPS))));
    }
}
