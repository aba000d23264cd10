package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a picture along its white gaps, for languages that put pictures anywhere on a page: again
 * and again at the widest gap, as long as leaving it out saves more than one more command costs.
 */
final class InkParts {
    /** Bytes of a command around its dots. */
    private static final int COMMAND = 28;

    private final Bitmap picture;
    private final int maxBytes;
    private final List<InkBox> parts = new ArrayList<>();

    /** A white stripe: where it begins, how many rows or bytes it takes. */
    private record Gap(int from, int length) {
        static final Gap NONE = new Gap(0, 0);
    }

    private InkParts(Bitmap picture, int maxBytes) {
        this.picture = picture;
        this.maxBytes = maxBytes;
    }

    /**
     * Everything black, in boxes that do not overlap.
     *
     * @param maxBytes no box has more, unless a single row has
     */
    static List<InkBox> of(Bitmap picture, int maxBytes) {
        InkParts cutter = new InkParts(picture, maxBytes);
        InkBox.around(picture).ifPresent(cutter::cut);
        return cutter.parts;
    }

    private void cut(InkBox box) {
        Gap rows = widest(whiteRows(box));
        Gap octets = widest(whiteOctets(box));
        int byRows = rows.length() * box.octets();
        int byOctets = octets.length() * box.rows();
        if (Math.max(byRows, byOctets) <= COMMAND) {
            add(box);
        } else if (byRows >= byOctets) {
            int below = rows.from() + rows.length();
            part(box.octet(), box.top(), box.octets(), rows.from());
            part(box.octet(), box.top() + below, box.octets(), box.rows() - below);
        } else {
            int right = octets.from() + octets.length();
            part(box.octet(), box.top(), octets.from(), box.rows());
            part(box.octet() + right, box.top(), box.octets() - right, box.rows());
        }
    }

    private void part(int octet, int top, int octets, int rows) {
        new InkBox(octet, top, octets, rows).trimmed(picture).ifPresent(this::cut);
    }

    private void add(InkBox box) {
        int most = Math.max(1, maxBytes / box.octets());
        for (int top = 0; top < box.rows(); top += most) {
            int rows = Math.min(most, box.rows() - top);
            parts.add(new InkBox(box.octet(), box.top() + top, box.octets(), rows));
        }
    }

    private boolean[] whiteRows(InkBox box) {
        boolean[] white = new boolean[box.rows()];
        for (int y = 0; y < white.length; y++) {
            int i = 0;
            while (i < box.octets() && picture.octet(box.octet() + i, box.top() + y) == 0) {
                i++;
            }
            white[y] = i == box.octets();
        }
        return white;
    }

    private boolean[] whiteOctets(InkBox box) {
        boolean[] white = new boolean[box.octets()];
        for (int i = 0; i < white.length; i++) {
            int y = 0;
            while (y < box.rows() && picture.octet(box.octet() + i, box.top() + y) == 0) {
                y++;
            }
            white[i] = y == box.rows();
        }
        return white;
    }

    private static Gap widest(boolean[] white) {
        Gap widest = Gap.NONE;
        int length = 0;
        for (int i = 0; i < white.length; i++) {
            length = white[i] ? length + 1 : 0;
            if (length > widest.length()) {
                widest = new Gap(i - length + 1, length);
            }
        }
        return widest;
    }
}
