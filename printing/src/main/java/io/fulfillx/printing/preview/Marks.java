package io.fulfillx.printing.preview;

import io.fulfillx.printing.raster.Bitmap;

/** Lines, bars and frames. Measures are in dots. */
final class Marks {
    private Marks() {}

    static Page.Ink bar(int left, int top, int width, int height, boolean black) {
        return paper -> paper.fill(left, top, bounded(width), bounded(height), black);
    }

    /** Black becomes white and white black. */
    static Page.Ink reversed(int left, int top, int width, int height) {
        return paper -> {
            int bottom = Math.min(paper.height(), top + bounded(height));
            int right = Math.min(paper.width(), left + bounded(width));
            for (int y = Math.max(0, top); y < bottom; y++) {
                for (int x = Math.max(0, left); x < right; x++) {
                    paper.set(x, y, !paper.get(x, y));
                }
            }
        };
    }

    /** A frame inside these corners, the second one not included. */
    static Page.Ink frame(int left, int top, int right, int bottom, int thickness) {
        int across = bounded(right - left);
        int down = bounded(bottom - top);
        int thick = Math.clamp(thickness, 1, 5000);
        return paper -> {
            paper.fill(left, top, across, thick, true);
            paper.fill(left, bottom - thick, across, thick, true);
            paper.fill(left, top, thick, down, true);
            paper.fill(right - thick, top, thick, down, true);
        };
    }

    /** A line that is thick to the right and down, as CPCL draws it. */
    static Page.Ink line(int fromX, int fromY, int toX, int toY, int thickness) {
        int thick = Math.clamp(thickness, 1, 5000);
        if (fromY == toY) {
            return bar(Math.min(fromX, toX), fromY, Math.abs(toX - fromX), thick, true);
        }
        if (fromX == toX) {
            return bar(fromX, Math.min(fromY, toY), thick, Math.abs(toY - fromY), true);
        }
        return paper -> slanted(paper, fromX, fromY, toX, toY, thick);
    }

    private static void slanted(
            Bitmap paper, int fromX, int fromY, int toX, int toY, int thickness) {
        int steps = Math.min(50_000, Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY)));
        for (int i = 0; i <= steps; i++) {
            int x = fromX + (int) ((long) (toX - fromX) * i / steps);
            int y = fromY + (int) ((long) (toY - fromY) * i / steps);
            paper.fill(x, y, thickness, 1, true);
        }
    }

    private static int bounded(int length) {
        return Math.clamp(length, 0, 40_000);
    }
}
