package io.fulfillx.printing.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.awt.image.BufferedImage;
import java.util.Random;

class GrayImageTest {
    private static Bitmap noise(int width, int height) {
        Bitmap noise = new Bitmap(width, height);
        Random random = new Random(7);
        for (int i = 0; i < width * height / 2; i++) {
            noise.set(random.nextInt(width), random.nextInt(height), true);
        }
        return noise;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, -1})
    void turningIsTheSameForShadesAndDots(int quarters) {
        Bitmap dots = noise(31, 17);
        assertEquals(dots.turned(quarters), Threshold.fixed(GrayImage.of(dots).turned(quarters)));
    }

    @Test
    void aPartReachesBeyondTheEdgeIntoWhite() {
        Bitmap dots = noise(31, 17);
        assertEquals(
                dots.crop(-5, 6, 40, 20), Threshold.fixed(GrayImage.of(dots).crop(-5, 6, 40, 20)));
    }

    @Test
    void colorsAreAsDarkAsEyesSeeThem() {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xffff0000);
        image.setRGB(1, 0, 0xffffff00);
        image.setRGB(2, 0, 0x00000000);
        GrayImage gray = GrayImage.of(image);
        assertEquals(76, gray.get(0, 0));
        assertEquals(226, gray.get(1, 0));
        assertEquals(255, gray.get(2, 0));
        assertEquals(gray.get(1, 0), GrayImage.of(gray.image()).get(1, 0));
    }
}
