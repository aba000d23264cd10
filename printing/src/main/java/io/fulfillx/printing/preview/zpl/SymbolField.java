package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

/** A symbol at its place, turned. */
record SymbolField(SymbolArt art, Place place, int quarters) implements Drawing {
    @Override
    public void on(Page page) {
        Bitmap dots = art.dots().turned(quarters);
        int x = place.next() ? (int) page.nextX() : place.x();
        int y = place.next() ? (int) page.nextY() : place.y();
        int width = art.dots().width();
        int height = art.dots().height();
        if (place.typeset()) {
            switch (quarters) {
                case 0 -> y = Math.max(y - height, 0);
                case 1 -> {}
                case 2 -> x -= width;
                default -> {
                    x = Math.max(x - height, 0);
                    y -= width;
                }
            }
        }
        SymbolArt.Shift shift = place.typeset() ? art.typesetShift() : art.shift();
        x += shift.right();
        y += shift.down();
        page.canvas().stamp(dots, x, y, Ink.BLACK);
        for (SymbolArt.Caption caption : art.captions()) {
            double right = caption.x();
            double down = caption.y();
            TextStyle style = caption.style();
            TextStyle turned =
                    new TextStyle(style.face(), style.height(), style.stretch(), quarters);
            switch (quarters) {
                case 0 -> page.write(caption.text(), x + right, y + down, turned);
                case 1 -> page.write(caption.text(), x + height - down, y + right, turned);
                case 2 -> page.write(caption.text(), x + width - right, y + height - down, turned);
                default -> page.write(caption.text(), x + down, y + width - right, turned);
            }
        }
    }
}
