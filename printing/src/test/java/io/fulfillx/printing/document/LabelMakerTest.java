package io.fulfillx.printing.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.GrayImage;
import io.fulfillx.printing.raster.Media;

import org.junit.jupiter.api.Test;

import java.util.List;

class LabelMakerTest {
    private static final int PER_MILLIMETER = 4;

    private static void fill(GrayImage sheet, Box millimeters) {
        for (int y = millimeters.top() * PER_MILLIMETER;
                y < millimeters.bottom() * PER_MILLIMETER;
                y++) {
            for (int x = millimeters.left() * PER_MILLIMETER;
                    x < millimeters.right() * PER_MILLIMETER;
                    x++) {
                sheet.set(x, y, 0);
            }
        }
    }

    @Test
    void whatStandsCloseBesideALabelIsNotPrintedWithIt() throws Exception {
        GrayImage sheet = new GrayImage(840, 1188);
        fill(sheet, new Box(20, 20, 110, 21));
        fill(sheet, new Box(20, 154, 110, 155));
        fill(sheet, new Box(20, 20, 21, 155));
        fill(sheet, new Box(109, 20, 110, 155));
        for (int x = 30; x < 90; x++) {
            for (int y = 200; y < 400; y++) {
                sheet.set(x * PER_MILLIMETER, y, 0);
                sheet.set(x * PER_MILLIMETER + 1, y, 0);
            }
        }
        fill(sheet, new Box(113, 20, 190, 280));
        PicturePage page = new PicturePage(sheet, 25.4 * PER_MILLIMETER);
        List<LabelPage> labels = new LabelMaker(Media.FOUR_BY_SIX, Dpi.DPI_203).labels(page);
        assertEquals(1, labels.size());
        Bitmap label = labels.getFirst().dots();
        assertEquals(90 * 8, Scanned.ink(label).width(), 1);
        assertEquals(135 * 8, Scanned.ink(label).height(), 1);
    }
}
