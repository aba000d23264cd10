package io.fulfillx.printing.document;

import io.fulfillx.printing.raster.GrayImage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A page in cells of about a millimeter: which hold ink, and which lie within bars. */
final class InkGrid {
    /** Lighter than this is paper, a shaded ground or a watermark. */
    private static final int INK = 200;

    /** Bars are judged in windows of five by five cells. */
    private static final int REACH = 2;

    /** Mean step from pixel to pixel across bars; a lone rule has half of it. */
    private static final int BAR_STEP = 40;

    /** How much stronger the steps across bars are than those along them. */
    private static final int BAR_BIAS = 4;

    private final GrayImage page;
    private final int cell;
    private final int width;
    private final int height;
    private final boolean[] ink;
    private final boolean[] bars;

    /**
     * @param cell edge of a cell in pixels
     */
    InkGrid(GrayImage page, int cell) {
        this.page = page;
        this.cell = cell;
        this.width = (page.width() + cell - 1) / cell;
        this.height = (page.height() + cell - 1) / cell;
        this.ink = new boolean[width * height];
        this.bars = new boolean[width * height];
        judge();
    }

    private void judge() {
        long[] across = new long[width * height];
        long[] down = new long[width * height];
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                int shade = page.get(x, y);
                int at = y / cell * width + x / cell;
                ink[at] |= shade < INK;
                across[at] += Math.abs(shade - page.get(x + 1, y));
                down[at] += Math.abs(shade - page.get(x, y + 1));
            }
        }
        CellSums acrossSums = new CellSums(across, width, height);
        CellSums downSums = new CellSums(down, width, height);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                long pixels = (long) acrossSums.cells(x, y, REACH) * cell * cell;
                long stepsAcross = acrossSums.around(x, y, REACH);
                long stepsDown = downSums.around(x, y, REACH);
                long strong = Math.max(stepsAcross, stepsDown);
                bars[y * width + x] =
                        ink[y * width + x]
                                && strong >= BAR_STEP * pixels
                                && strong >= BAR_BIAS * Math.min(stepsAcross, stepsDown);
            }
        }
    }

    int cell() {
        return cell;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Number of cells within bars. */
    int bars(Box cells) {
        return count(bars, cells);
    }

    /** Number of cells with ink. */
    int ink(Box cells) {
        return count(ink, cells);
    }

    private int count(boolean[] set, Box cells) {
        int count = 0;
        for (int y = cells.top(); y < cells.bottom(); y++) {
            for (int x = cells.left(); x < cells.right(); x++) {
                count += set[y * width + x] ? 1 : 0;
            }
        }
        return count;
    }

    Box all() {
        return new Box(0, 0, width, height);
    }

    /** Groups of ink with no white gap wider than so many cells inside, as boxes. */
    List<Box> groups(int gap) {
        boolean[] near = spread(gap);
        boolean[] seen = new boolean[near.length];
        int[] stack = new int[near.length];
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < near.length; i++) {
            if (near[i] && !seen[i]) {
                Box box = group(near, seen, stack, i);
                if (box != null) {
                    boxes.add(box);
                }
            }
        }
        return boxes;
    }

    /** Takes the ink of lone frames away that are too large for a label. */
    void eraseFrames(Predicate<Box> tooLarge) {
        boolean[] seen = new boolean[ink.length];
        int[] stack = new int[ink.length];
        for (int i = 0; i < ink.length; i++) {
            if (ink[i] && !seen[i]) {
                Box box = group(ink, seen, stack, i);
                if (box != null && tooLarge.test(box) && framed(box) >= LabelShape.FRAMED) {
                    eraseOutline(box);
                }
            }
        }
    }

    private void eraseOutline(Box box) {
        for (int y = box.top(); y < box.bottom(); y++) {
            for (int x = box.left(); x < box.right(); x++) {
                boolean inside =
                        x >= box.left() + 2
                                && x < box.right() - 2
                                && y >= box.top() + 2
                                && y < box.bottom() - 2;
                ink[y * width + x] &= inside;
            }
        }
    }

    /** Ink and what lies at most half the gap to the right and below of it and as much before. */
    private boolean[] spread(int gap) {
        int before = gap / 2;
        int after = gap - before;
        boolean[] rows = new boolean[ink.length];
        boolean[] result = new boolean[ink.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (ink[y * width + x]) {
                    int to = Math.min(width - 1, x + after);
                    for (int k = Math.max(0, x - before); k <= to; k++) {
                        rows[y * width + k] = true;
                    }
                }
            }
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (rows[y * width + x]) {
                    int to = Math.min(height - 1, y + after);
                    for (int k = Math.max(0, y - before); k <= to; k++) {
                        result[k * width + x] = true;
                    }
                }
            }
        }
        return result;
    }

    private @Nullable Box group(boolean[] near, boolean[] seen, int[] stack, int start) {
        int depth = 0;
        stack[depth++] = start;
        seen[start] = true;
        Box box = null;
        while (depth > 0) {
            int at = stack[--depth];
            int x = at % width;
            int y = at / width;
            if (ink[at]) {
                Box one = new Box(x, y, x + 1, y + 1);
                box = box == null ? one : box.with(one);
            }
            for (int side = 0; side < 4; side++) {
                int nextX = x + (side == 0 ? 1 : side == 1 ? -1 : 0);
                int nextY = y + (side == 2 ? 1 : side == 3 ? -1 : 0);
                int next = nextY * width + nextX;
                if (nextX >= 0
                        && nextY >= 0
                        && nextX < width
                        && nextY < height
                        && near[next]
                        && !seen[next]) {
                    seen[next] = true;
                    stack[depth++] = next;
                }
            }
        }
        return box;
    }

    /** The share of the box's edge, its weakest side, that carries ink or short gaps: 0 to 1. */
    double framed(Box box) {
        boolean[] near = spread(3);
        double weakest = 1;
        weakest = Math.min(weakest, edge(near, box.left(), box.top(), box.width(), true));
        weakest = Math.min(weakest, edge(near, box.left(), box.bottom() - 1, box.width(), true));
        weakest = Math.min(weakest, edge(near, box.left(), box.top(), box.height(), false));
        return Math.min(weakest, edge(near, box.right() - 1, box.top(), box.height(), false));
    }

    private double edge(boolean[] near, int x, int y, int length, boolean across) {
        int inked = 0;
        for (int i = 0; i < length; i++) {
            int at = (across ? y : y + i) * width + (across ? x + i : x);
            inked += near[at] ? 1 : 0;
        }
        return (double) inked / length;
    }

    /** The same box in pixels, tight around its ink; the box itself when it holds none. */
    Box pixels(Box cells) {
        Box outer = cells.times(cell, page.width(), page.height());
        int left = outer.right();
        int top = outer.bottom();
        int right = outer.left();
        int bottom = outer.top();
        for (int y = outer.top(); y < outer.bottom(); y++) {
            for (int x = outer.left(); x < outer.right(); x++) {
                if (page.get(x, y) < INK) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return left < right ? new Box(left, top, right, bottom) : outer;
    }
}
