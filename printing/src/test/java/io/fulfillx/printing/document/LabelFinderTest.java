package io.fulfillx.printing.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.printing.raster.GrayImage;
import io.fulfillx.printing.raster.Media;

import org.junit.jupiter.api.Test;

import java.util.List;

class LabelFinderTest {
    /** A4 at four pixels to the millimeter. */
    private final GrayImage sheet = new GrayImage(840, 1188);

    private void fill(int left, int top, int width, int height) {
        for (int y = top * 4; y < (top + height) * 4; y++) {
            for (int x = left * 4; x < (left + width) * 4; x++) {
                sheet.set(x, y, 0);
            }
        }
    }

    private void bars(int left, int top, int width, int height) {
        for (int x = 0; x < width; x++) {
            for (int y = top * 4; y < (top + height) * 4; y++) {
                sheet.set((left + x) * 4, y, 0);
                sheet.set((left + x) * 4 + 1, y, 0);
            }
        }
    }

    private List<Box> found() {
        return LabelFinder.find(sheet, 101.6, Media.FOUR_BY_SIX).stream()
                .map(Region::content)
                .toList();
    }

    @Test
    void aWhiteSheetHoldsNoLabel() {
        assertEquals(List.of(), found());
    }

    @Test
    void aSheetWithoutBarsAndFramesIsTakenWhole() {
        fill(20, 20, 30, 5);
        fill(150, 250, 40, 5);
        assertEquals(List.of(new Box(80, 80, 760, 1020)), found());
    }

    @Test
    void partsThatFillTheMediaTogetherAreOneLabel() {
        fill(20, 20, 95, 3);
        bars(40, 25, 50, 12);
        fill(20, 40, 95, 15);
        fill(20, 85, 95, 12);
        bars(40, 100, 50, 40);
        fill(20, 142, 95, 3);
        assertEquals(List.of(new Box(80, 80, 460, 580)), found());
    }

    @Test
    void aCutLineAroundALabelBoundsIt() {
        for (int i = 0; i < 148; i += 5) {
            fill(20, 20 + i, 1, 3);
            fill(124, 20 + i, 1, 3);
        }
        for (int i = 0; i < 104; i += 5) {
            fill(20 + i, 20, 3, 1);
            fill(20 + i, 167, 3, 1);
        }
        bars(40, 60, 60, 30);
        fill(30, 140, 60, 3);
        fill(20, 175, 170, 3);
        fill(20, 182, 170, 3);
        assertEquals(List.of(new Box(80, 80, 500, 672)), found());
    }
}
