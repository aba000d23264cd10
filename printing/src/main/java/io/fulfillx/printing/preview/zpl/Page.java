package io.fulfillx.printing.preview.zpl;

import java.util.Optional;

/** One label while it is drawn: the dots, and where typeset text without a place goes on. */
final class Page {
    private final Canvas dots;
    private final Canvas layer;
    private final GlyphCase glyphs;
    private Canvas target;
    private double nextX;
    private double nextY;

    Page(int width, int height, GlyphCase glyphs) {
        dots = new Canvas(width, height);
        layer = new Canvas(width, height);
        target = dots;
        this.glyphs = glyphs;
    }

    /** Draws; a reversed drawing turns what it covers into its opposite. */
    void draw(Drawing drawing, boolean reversed) {
        if (!reversed) {
            drawing.on(this);
            return;
        }
        layer.clear();
        target = layer;
        drawing.on(this);
        target = dots;
        dots.stamp(layer, Ink.INVERT);
    }

    Canvas canvas() {
        return target;
    }

    Canvas result() {
        return dots;
    }

    double nextX() {
        return nextX;
    }

    double nextY() {
        return nextY;
    }

    void continueAt(double x, double y) {
        nextX = x;
        nextY = y;
    }

    /** Sets a line of text from a point on its baseline. */
    void write(String text, double x, double y, TextStyle style) {
        int[] codePoints = text.codePoints().toArray();
        double along = 0;
        for (int codePoint : codePoints) {
            switch (style.quarters()) {
                case 0 -> glyph(style, codePoint, x + along, y);
                case 1 -> glyph(style, codePoint, x, y + along);
                case 2 -> glyph(style, codePoint, x - along, y);
                default -> glyph(style, codePoint, x, y - along);
            }
            along += style.face().advance(codePoint) * style.height() * style.stretch();
        }
    }

    private void glyph(TextStyle style, int codePoint, double x, double y) {
        boolean across = style.quarters() % 2 == 0;
        long steps = Math.round((across ? x : y) * GlyphCase.STEPS);
        int step = (int) Math.floorMod(steps, (long) GlyphCase.STEPS);
        int whole = (int) Math.floorDiv(steps, (long) GlyphCase.STEPS);
        int other = (int) Math.round(across ? y : x);
        Optional<OutlineFiller.Spot> spot = glyphs.glyph(style, codePoint, step);
        if (spot.isPresent()) {
            OutlineFiller.Spot ink = spot.get();
            target.stamp(
                    ink.dots(),
                    ink.left() + (across ? whole : other),
                    ink.top() + (across ? other : whole),
                    Ink.BLACK);
        }
    }
}
