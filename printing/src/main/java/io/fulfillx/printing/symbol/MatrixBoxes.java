package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the places that may hold a two-dimensional symbol: dots that lie close to each other. */
final class MatrixBoxes {
    private static final int[] GAPS = {4, 8, 16};
    private static final int SMALLEST = 18;

    private MatrixBoxes() {}

    /** The largest first. */
    static List<Symbol.Area> find(Bitmap picture) {
        Set<Symbol.Area> boxes = new LinkedHashSet<>();
        for (int cell : GAPS) {
            for (Symbol.Area blob : blobs(picture, cell)) {
                Symbol.Area box = shrink(picture, blob);
                if (likely(picture, box)) {
                    boxes.add(box);
                }
            }
        }
        List<Symbol.Area> sorted = new ArrayList<>(boxes);
        sorted.sort(Comparator.comparingInt(box -> -box.width() * box.height()));
        return sorted;
    }

    private static List<Symbol.Area> blobs(Bitmap picture, int cell) {
        CellBlobs blobs =
                new CellBlobs(
                        (picture.width() + cell - 1) / cell, (picture.height() + cell - 1) / cell);
        for (int y = 0; y < picture.height(); y++) {
            for (int i = 0; i < picture.bytesPerRow(); i++) {
                int octet = picture.octet(i, y);
                if ((octet & 0xf0) != 0) {
                    blobs.mark(i * 8 / cell, y / cell);
                }
                if ((octet & 0x0f) != 0) {
                    blobs.mark((i * 8 + 4) / cell, y / cell);
                }
            }
        }
        return blobs.boxes().stream()
                .filter(box -> box.width() * cell >= SMALLEST && box.height() * cell >= SMALLEST)
                .map(
                        box ->
                                new Symbol.Area(
                                        box.x() * cell,
                                        box.y() * cell,
                                        box.width() * cell,
                                        box.height() * cell))
                .toList();
    }

    /** The box of its black dots. */
    private static Symbol.Area shrink(Bitmap picture, Symbol.Area box) {
        int left = box.x() + box.width();
        int right = box.x();
        int top = box.y() + box.height();
        int bottom = box.y();
        OctetSpan span = new OctetSpan(picture, box.x(), box.width());
        for (int y = box.y(); y < box.y() + box.height(); y++) {
            for (int i = span.first(); i <= span.last(); i++) {
                int octet = span.octet(i, y);
                if (octet != 0) {
                    left = Math.min(left, i * 8 + Integer.numberOfLeadingZeros(octet) - 24);
                    right = Math.max(right, i * 8 + 8 - Integer.numberOfTrailingZeros(octet));
                    top = Math.min(top, y);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new Symbol.Area(left, top, right - left, bottom - top);
    }

    private static boolean likely(Bitmap picture, Symbol.Area box) {
        int shorter = Math.min(box.width(), box.height());
        int longer = Math.max(box.width(), box.height());
        if (shorter < SMALLEST || longer > 8 * shorter) {
            return false;
        }
        int black = 0;
        int across = 0;
        int down = 0;
        OctetSpan span = new OctetSpan(picture, box.x(), box.width());
        for (int y = box.y(); y < box.y() + box.height(); y++) {
            int before = 0;
            for (int i = span.first(); i <= span.last(); i++) {
                int octet = span.octet(i, y);
                black += Integer.bitCount(octet);
                across += Integer.bitCount(octet ^ (octet >> 1 | before << 7 & 0x80));
                down += Integer.bitCount(octet ^ span.octet(i, y - 1));
                before = octet;
            }
        }
        int all = box.height() * box.width();
        boolean busy = across >= box.height() * 6 || down >= box.width() * 6;
        return black > all / 4 && black < all * 4 / 5 && busy;
    }
}
