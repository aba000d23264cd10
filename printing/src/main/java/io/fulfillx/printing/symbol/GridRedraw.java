package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws bar codes again on whole dots. A symbol is touched only when the picture of high resolution
 * gives its modules away, and only when it then reads the same; every other one stays as it is, bit
 * by bit.
 */
public final class GridRedraw {
    /**
     * @param picture the target with symbols redrawn
     * @param redrawn the symbols that now lie on whole dots, places in the target
     */
    public record Redrawn(Bitmap picture, List<Symbol> redrawn) {
        public Redrawn {
            redrawn = List.copyOf(redrawn);
        }
    }

    private GridRedraw() {}

    /**
     * @param page the whole label, gray, three to four times as fine as the target
     * @param target the same label at print resolution; not changed
     */
    public static Redrawn redraw(BufferedImage page, Bitmap target) {
        Bitmap picture = Bitmap.of(target.width(), target.height(), target.rows());
        PageScale scale =
                new PageScale(
                        (double) page.getWidth() / target.width(),
                        (double) page.getHeight() / target.height());
        List<Symbol> redrawn = new ArrayList<>();
        for (BarRegion region : BarRegions.find(target)) {
            redrawn.addAll(BarRedraw.redraw(page, scale, region, picture));
        }
        redrawn.addAll(MatrixRedraw.redraw(page, scale, target, picture));
        return new Redrawn(picture, redrawn);
    }
}
