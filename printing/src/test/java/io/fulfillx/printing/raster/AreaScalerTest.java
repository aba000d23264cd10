package io.fulfillx.printing.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AreaScalerTest {
    private static GrayImage halves() {
        GrayImage image = new GrayImage(6, 4);
        for (int y = 0; y < 4; y++) {
            for (int x = 0; x < 3; x++) {
                image.set(x, y, 0);
            }
        }
        return image;
    }

    @Test
    void eachPixelIsTheMeanOfWhatItCovers() {
        GrayImage half = AreaScaler.scale(halves(), 0, 0, 0.5, 3, 2);
        assertEquals(0, half.get(0, 0));
        assertEquals(128, half.get(1, 1), 1);
        assertEquals(255, half.get(2, 1));
        GrayImage same = AreaScaler.shrink(halves(), 2);
        assertEquals(half.get(1, 0), same.get(1, 0), 1);
    }

    @Test
    void aShiftByHalfAPixelMixesNeighbors() {
        GrayImage shifted = AreaScaler.scale(halves(), 0.5, 0, 1, 6, 4);
        assertEquals(128, shifted.get(2, 0), 1);
        assertEquals(255, shifted.get(5, 3), "outside is white");
    }

    @Test
    void growingRepeatsPixels() {
        GrayImage grown = AreaScaler.scale(halves(), 0, 0, 3, 18, 12);
        assertEquals(0, grown.get(8, 11));
        assertEquals(255, grown.get(9, 0));
    }
}
