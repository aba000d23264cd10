package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

/**
 * A place that may hold bars.
 *
 * @param lying whether the bars lie, so that the symbol reads from top to bottom
 */
record BarRegion(Symbol.Area area, boolean lying) {
    /** Its dots, turned so that the bars stand. */
    Dots upright(Bitmap picture) {
        Dots dots = Dots.of(picture, area);
        return lying ? dots.turned() : dots;
    }

    /** Where an area of the upright dots lies in the picture. */
    Symbol.Area inPicture(Symbol.Area upright) {
        if (!lying) {
            return new Symbol.Area(
                    area.x() + upright.x(),
                    area.y() + upright.y(),
                    upright.width(),
                    upright.height());
        }
        return new Symbol.Area(
                area.x() + upright.y(),
                area.y() + area.height() - upright.x() - upright.width(),
                upright.height(),
                upright.width());
    }
}
