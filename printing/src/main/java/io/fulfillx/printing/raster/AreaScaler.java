package io.fulfillx.printing.raster;

/** Brings shades to another size; each new pixel is the mean of the area it covers. */
public final class AreaScaler {
    private AreaScaler() {}

    /**
     * Scales a part of a picture.
     *
     * @param left the part's left edge in pixels of the source, as its top; may lie between pixels
     * @param scale new pixels per old pixel, the same in both directions
     */
    public static GrayImage scale(
            GrayImage source, double left, double top, double scale, int width, int height) {
        Axis across = new Axis(left, scale, width, source.width());
        Axis down = new Axis(top, scale, height, source.height());
        int[] columns = new int[width * source.height()];
        byte[] from = source.pixels();
        for (int y = 0; y < source.height(); y++) {
            for (int x = 0; x < width; x++) {
                columns[y * width + x] = across.mean(from, y * source.width(), x);
            }
        }
        byte[] result = new byte[width * height];
        for (int y = 0; y < height; y++) {
            down.means(columns, width, y, result);
        }
        return GrayImage.wrap(width, height, result);
    }

    /** Makes one pixel of each square of so many pixels in both directions. */
    public static GrayImage shrink(GrayImage source, int factor) {
        if (factor == 1) {
            return source;
        }
        int width = source.width() / factor;
        int height = source.height() / factor;
        byte[] from = source.pixels();
        byte[] result = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int k = 0; k < factor; k++) {
                    int at = (y * factor + k) * source.width() + x * factor;
                    for (int i = 0; i < factor; i++) {
                        sum += from[at + i] & 0xff;
                    }
                }
                result[y * width + x] = (byte) ((sum + factor * factor / 2) / (factor * factor));
            }
        }
        return GrayImage.wrap(width, height, result);
    }

    /** Which source pixels a new one covers, and how much of each, in 1/4096. */
    private static final class Axis {
        private static final int ONE = 4096;
        private static final int WHITE = 255;

        private final int[] first;
        private final int[][] weights;

        Axis(double start, double scale, int count, int limit) {
            first = new int[count];
            weights = new int[count][];
            for (int i = 0; i < count; i++) {
                double from = start + i / scale;
                double to = start + (i + 1) / scale;
                int low = Math.clamp((long) Math.floor(from), 0, limit);
                int high = Math.clamp((long) Math.ceil(to), low, limit);
                first[i] = low;
                weights[i] = new int[high - low];
                for (int k = low; k < high; k++) {
                    double covered = Math.min(to, k + 1.0) - Math.max(from, k);
                    weights[i][k - low] = (int) Math.round(Math.max(0, covered) * scale * ONE);
                }
            }
        }

        /** Times 16, so that the second pass rounds only once. */
        int mean(byte[] row, int offset, int index) {
            int sum = 0;
            int rest = ONE;
            int[] parts = weights[index];
            for (int k = 0; k < parts.length; k++) {
                sum += parts[k] * (row[offset + first[index] + k] & 0xff);
                rest -= parts[k];
            }
            return sum + Math.max(0, rest) * WHITE >> 8;
        }

        void means(int[] columns, int width, int index, byte[] result) {
            int[] parts = weights[index];
            int rest = ONE;
            for (int part : parts) {
                rest -= part;
            }
            long outside = (long) Math.max(0, rest) * WHITE * 16;
            for (int x = 0; x < width; x++) {
                long sum = outside;
                for (int k = 0; k < parts.length; k++) {
                    sum += (long) parts[k] * columns[(first[index] + k) * width + x];
                }
                result[index * width + x] = (byte) Math.min(WHITE, (sum + 32_768) >> 16);
            }
        }
    }
}
