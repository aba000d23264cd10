package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A part of a picture that holds all its black dots: whole bytes across, whole rows down.
 *
 * @param octet the byte of the row where it begins; eight dots each
 * @param top its first row
 */
record InkBox(int octet, int top, int octets, int rows) {
    /** The smallest box around everything black; empty when the picture is white. */
    static Optional<InkBox> around(Bitmap picture) {
        return around(picture, 0, picture.height());
    }

    /**
     * Boxes around the black rows, from the top.
     *
     * @param gap so many white rows in a row part two boxes
     * @param maxRows no box is higher
     */
    static List<InkBox> bands(Bitmap picture, int gap, int maxRows) {
        List<InkBox> bands = new ArrayList<>();
        int top = 0;
        while (top < picture.height()) {
            if (isWhite(picture, top)) {
                top++;
                continue;
            }
            int end = endOfBand(picture, top, gap, maxRows);
            around(picture, top, end).ifPresent(bands::add);
            top = end;
        }
        return bands;
    }

    private static int endOfBand(Bitmap picture, int top, int gap, int maxRows) {
        int limit = Math.min(picture.height(), top + maxRows);
        int white = 0;
        int end = top;
        while (end < limit && white < gap) {
            white = isWhite(picture, end) ? white + 1 : 0;
            end++;
        }
        return end - white;
    }

    private static boolean isWhite(Bitmap picture, int y) {
        for (int i = 0; i < picture.bytesPerRow(); i++) {
            if (picture.octet(i, y) != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<InkBox> around(Bitmap picture, int from, int to) {
        return new InkBox(0, from, picture.bytesPerRow(), to - from).trimmed(picture);
    }

    /** Without white rows and bytes at its edges; empty when all of it is white. */
    Optional<InkBox> trimmed(Bitmap picture) {
        int first = octet + octets;
        int last = -1;
        int highest = -1;
        int lowest = -1;
        for (int y = top; y < top + rows; y++) {
            for (int i = octet; i < octet + octets; i++) {
                if (picture.octet(i, y) != 0) {
                    first = Math.min(first, i);
                    last = Math.max(last, i);
                    highest = highest < 0 ? y : highest;
                    lowest = y;
                }
            }
        }
        return last < 0
                ? Optional.empty()
                : Optional.of(new InkBox(first, highest, last - first + 1, lowest - highest + 1));
    }

    /** The first dot of it, across. */
    int left() {
        return octet * 8;
    }

    /** Its rows, one after the other; 1 is black. */
    byte[] dots(Bitmap picture) {
        byte[] dots = new byte[octets * rows];
        int at = 0;
        for (int y = top; y < top + rows; y++) {
            for (int i = octet; i < octet + octets; i++) {
                dots[at++] = (byte) picture.octet(i, y);
            }
        }
        return dots;
    }

    /** Its rows for languages in which 0 is black. */
    byte[] inverted(Bitmap picture) {
        byte[] dots = dots(picture);
        for (int i = 0; i < dots.length; i++) {
            dots[i] = (byte) ~dots[i];
        }
        return dots;
    }
}
