package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Bitmap;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

/**
 * Turns outlines into dots: a dot is black where the outline covers half of it. Exact areas, so
 * that every machine draws the same.
 */
final class OutlineFiller {
    private static final double FLATNESS = 0.05;

    /** Nothing on a label is as big as this many dots. */
    private static final double MOST_DOTS = 12_000_000;

    /** Dots of one outline and where they belong. */
    record Spot(Bitmap dots, int left, int top) {}

    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final float[] covered;

    private OutlineFiller(Rectangle2D bounds) {
        left = (int) Math.floor(bounds.getMinX());
        top = (int) Math.floor(bounds.getMinY());
        width = (int) Math.ceil(bounds.getMaxX()) - left + 1;
        height = (int) Math.ceil(bounds.getMaxY()) - top + 1;
        covered = new float[(width + 2) * height];
    }

    /**
     * @param shape in dots, y downwards
     * @return empty when it covers nothing, or more than any label
     */
    static Optional<Spot> fill(Shape shape) {
        Rectangle2D bounds = shape.getBounds2D();
        double dots = (bounds.getWidth() + 4) * (bounds.getHeight() + 4);
        if (bounds.isEmpty() || !(dots < MOST_DOTS)) {
            return Optional.empty();
        }
        OutlineFiller filler = new OutlineFiller(bounds);
        filler.edges(shape.getPathIterator(null, FLATNESS));
        return Optional.of(new Spot(filler.dots(), filler.left, filler.top));
    }

    private void edges(PathIterator path) {
        double[] at = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> {
                    edge(x, y, startX, startY);
                    startX = at[0] - left;
                    startY = at[1] - top;
                    x = startX;
                    y = startY;
                }
                case PathIterator.SEG_CLOSE -> {
                    edge(x, y, startX, startY);
                    x = startX;
                    y = startY;
                }
                default -> {
                    edge(x, y, at[0] - left, at[1] - top);
                    x = at[0] - left;
                    y = at[1] - top;
                }
            }
        }
        edge(x, y, startX, startY);
    }

    private void edge(double x0, double y0, double x1, double y1) {
        if (y0 < y1) {
            descend(x0, y0, x1, y1, 1);
        } else if (y1 < y0) {
            descend(x1, y1, x0, y0, -1);
        }
    }

    private void descend(double x0, double y0, double x1, double y1, int direction) {
        double slope = (x1 - x0) / (y1 - y0);
        double x = x0;
        int last = Math.min(height, (int) Math.ceil(y1));
        for (int y = (int) y0; y < last; y++) {
            double part = Math.min(y + 1, y1) - Math.max(y, y0);
            double next = x + slope * part;
            share(y, Math.min(x, next), Math.max(x, next), part * direction);
            x = next;
        }
    }

    /** Books what lies right of a piece of an edge within one row. */
    private void share(int y, double from, double to, double weight) {
        int row = y * (width + 2);
        int first = (int) from;
        int end = (int) Math.ceil(to);
        if (end <= first + 1) {
            double middle = (from + to) / 2 - first;
            covered[row + first] += (float) (weight * (1 - middle));
            covered[row + first + 1] += (float) (weight * middle);
            return;
        }
        double span = to - from;
        double before = 0;
        for (int x = first; x < end; x++) {
            double start = Math.max(from, x);
            double open = x + 1 - Math.min(x + 1, to);
            double wide = x + 1 - start;
            double total = ((wide * wide - open * open) / 2 + start - from) / span;
            covered[row + x] += (float) (weight * (total - before));
            before = total;
        }
        covered[row + end] += (float) (weight * (1 - before));
    }

    private Bitmap dots() {
        int bytesPerRow = (width + 7) / 8;
        byte[] rows = new byte[bytesPerRow * height];
        for (int y = 0; y < height; y++) {
            float sum = 0;
            for (int x = 0; x < width; x++) {
                sum += covered[y * (width + 2) + x];
                if (Math.abs(sum) >= 0.4999f) {
                    rows[y * bytesPerRow + (x >> 3)] |= (byte) (0x80 >> (x & 7));
                }
            }
        }
        return Bitmap.of(width, height, rows);
    }
}
