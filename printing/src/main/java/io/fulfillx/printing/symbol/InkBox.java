package io.fulfillx.printing.symbol;

import java.awt.image.BufferedImage;

/** The box of the dark pixels of a part of a page. */
final class InkBox {
    private InkBox() {}

    static Symbol.Area of(BufferedImage page, Symbol.Area area) {
        Dots dots = Dots.of(page, area);
        int left = dots.width();
        int right = 0;
        int top = dots.height();
        int bottom = 0;
        for (int y = 0; y < dots.height(); y++) {
            for (int x = 0; x < dots.width(); x++) {
                if (dots.get(x, y) == 1) {
                    left = Math.min(left, x);
                    right = Math.max(right, x + 1);
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return right <= left
                ? new Symbol.Area(area.x(), area.y(), 0, 0)
                : new Symbol.Area(area.x() + left, area.y() + top, right - left, bottom - top);
    }
}
