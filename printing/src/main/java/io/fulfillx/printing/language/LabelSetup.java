package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

/**
 * How a label is to be printed.
 *
 * @param form how the picture is packed
 * @param copies how often, 1 and up
 * @param speedInchesPerSecond 0 leaves the printer's own setting
 * @param darkness percent of the printer's range; -1 leaves its own setting
 */
public record LabelSetup(
        Media media, Dpi dpi, RasterForm form, int copies, int speedInchesPerSecond, int darkness) {
    public LabelSetup {
        if (copies < 1 || darkness > 100) {
            throw new IllegalArgumentException("copies count from 1, darkness to 100");
        }
    }

    /** One copy in the smallest form, with the printer's own speed and darkness. */
    public static LabelSetup of(Media media, Dpi dpi) {
        return new LabelSetup(media, dpi, RasterForm.AUTO, 1, 0, -1);
    }

    public LabelSetup withForm(RasterForm other) {
        return new LabelSetup(media, dpi, other, copies, speedInchesPerSecond, darkness);
    }

    public LabelSetup withCopies(int number) {
        return new LabelSetup(media, dpi, form, number, speedInchesPerSecond, darkness);
    }
}
