package io.fulfillx.printing.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What every language's encoder keeps: the dots that were put in come out of the printer. */
abstract class LabelEncoderContract {
    /** 25 x 30 mm at 203 dpi: 200 x 240 dots. */
    static final LabelSetup SMALL = LabelSetup.of(new Media(25_000, 30_000), Dpi.DPI_203);

    private static final int WIDTH = 200;
    private static final int HEIGHT = 240;

    /** What comes out: the picture in the size of the media, and how often. */
    record Printed(Bitmap picture, int copies) {}

    abstract LabelLanguage language();

    /** Prints as the language's manual tells, with nothing of the encoder's. */
    abstract Printed print(byte[] sent) throws IOException;

    private void assertComesOut(Bitmap label, LabelSetup setup) throws IOException {
        Printed printed = print(language().encoder().encode(label, setup));
        assertEquals(setup.copies(), printed.copies());
        assertEquals(label.crop(0, 0, WIDTH, HEIGHT), printed.picture().crop(0, 0, WIDTH, HEIGHT));
    }

    @ParameterizedTest
    @EnumSource(RasterForm.class)
    void everyDotComesOut(RasterForm form) throws IOException {
        for (Bitmap label : labels()) {
            assertComesOut(label, SMALL.withForm(form));
        }
    }

    private static List<Bitmap> labels() {
        List<Bitmap> labels = new ArrayList<>();
        labels.add(new Bitmap(WIDTH, HEIGHT));
        Random random = new Random(7);
        for (int width : new int[] {1, 7, 8, 9, 63, 129, 199, WIDTH}) {
            Bitmap black = new Bitmap(width, HEIGHT);
            black.fill(0, 0, width, HEIGHT, true);
            labels.add(black);
            Bitmap corners = new Bitmap(width, HEIGHT);
            corners.set(0, 0, true);
            corners.set(width - 1, HEIGHT - 1, true);
            labels.add(corners);
            labels.add(noise(width, random, 2));
            labels.add(noise(width, random, 400));
            labels.add(bars(width, random));
        }
        return labels;
    }

    private static Bitmap noise(int width, Random random, int oneIn) {
        Bitmap label = new Bitmap(width, HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < width; x++) {
                label.set(x, y, random.nextInt(oneIn) == 0);
            }
        }
        return label;
    }

    private static Bitmap bars(int width, Random random) {
        Bitmap label = new Bitmap(width, HEIGHT);
        for (int i = 0; i < 12; i++) {
            int left = random.nextInt(width);
            int top = random.nextInt(HEIGHT);
            label.fill(left, top, 1 + random.nextInt(width), 1 + random.nextInt(30), i % 4 != 3);
        }
        return label;
    }

    @Test
    void everyCopyComesOut() throws IOException {
        Bitmap label = bars(WIDTH, new Random(3));
        assertComesOut(label, SMALL.withCopies(3));
    }

    @Test
    void theSmallestFormIsNotLargerThanAnyOther() {
        for (Bitmap label : labels()) {
            int smallest = language().encoder().encode(label, SMALL).length;
            for (RasterForm form : RasterForm.values()) {
                int size = language().encoder().encode(label, SMALL.withForm(form)).length;
                assertTrue(smallest <= size + 40, form + ": " + smallest + " > " + size);
            }
        }
    }

    @Test
    void speedAndDarknessAreToldOnlyWhenWanted() throws IOException {
        Bitmap label = bars(WIDTH, new Random(5));
        LabelSetup dark = new LabelSetup(SMALL.media(), Dpi.DPI_203, RasterForm.AUTO, 1, 5, 60);
        assertComesOut(label, dark);
    }

    @Test
    void theBytesStayWhatTheyWere() throws IOException {
        String name = "golden/" + language().name().toLowerCase(Locale.ROOT) + ".label";
        Bitmap label = new Bitmap(40, 60);
        label.fill(0, 5, 40, 4, true);
        label.fill(9, 20, 3, 30, true);
        label.set(39, 59, true);
        byte[] encoded = language().encoder().encode(label, SMALL.withForm(RasterForm.RLE));
        try (InputStream golden = LabelEncoderContract.class.getResourceAsStream(name)) {
            assertTrue(golden != null, "no file " + name);
            assertArrayEquals(golden.readAllBytes(), encoded);
        }
    }
}
