package io.fulfillx.printing.raster;

import java.util.ArrayDeque;

/** A picture in blocks of about a millimeter: darkest and lightest shade, and which are soft. */
final class ToneBlocks {
    /** Shades between these are neither ink nor paper. */
    private static final int DARK = 48;

    private static final int LIGHT = 208;

    /** Lighter than this is bare paper even in a photo. */
    private static final int PAPER = 250;

    /** Percent of a block in between, so that it starts a soft area. */
    private static final int START = 60;

    /** Percent of the blocks around it: strokes of letters are narrower than three blocks. */
    private static final int AROUND = 40;

    /** Percent of a block that is neither black nor bare, so that it continues one. */
    private static final int GO_ON = 10;

    /** Mean step between neighbors in a soft area; blurred text and bars have larger ones. */
    private static final int STEEPEST = 24;

    /** A soft area has this many starting blocks; less is a blot or a thick letter. */
    private static final int FEWEST = 4;

    private final int edge;
    private final int across;
    private final int down;
    private final int[] darkest;
    private final int[] lightest;
    private final int[] between;
    private final int[] colored;
    private final int[] steps;
    private final boolean[] soft;
    private boolean hasSoft;

    /**
     * @param edge of a block in pixels
     */
    ToneBlocks(GrayImage shades, int edge) {
        this.edge = edge;
        this.across = (shades.width() + edge - 1) / edge;
        this.down = (shades.height() + edge - 1) / edge;
        int count = across * down;
        this.darkest = new int[count];
        this.lightest = new int[count];
        this.between = new int[count];
        this.colored = new int[count];
        this.steps = new int[count];
        this.soft = new boolean[count];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                measure(shades, x, y);
            }
        }
        findSoft();
    }

    private void measure(GrayImage shades, int blockX, int blockY) {
        byte[] pixels = shades.pixels();
        int width = shades.width();
        int right = Math.min(width, (blockX + 1) * edge);
        int bottom = Math.min(shades.height(), (blockY + 1) * edge);
        int low = 255;
        int high = 0;
        int inBetween = 0;
        int notBare = 0;
        int sum = 0;
        int count = 0;
        for (int y = blockY * edge; y < bottom; y++) {
            for (int x = blockX * edge; x < right; x++) {
                int shade = pixels[y * width + x] & 0xff;
                low = Math.min(low, shade);
                high = Math.max(high, shade);
                inBetween += shade >= DARK && shade < LIGHT ? 1 : 0;
                notBare += shade >= DARK && shade < PAPER ? 1 : 0;
                int next = x + 1 < width ? pixels[y * width + x + 1] & 0xff : shade;
                int below = y > 0 ? pixels[(y - 1) * width + x] & 0xff : shade;
                sum += Math.abs(shade - next) + Math.abs(shade - below);
                count++;
            }
        }
        int at = blockY * across + blockX;
        darkest[at] = low;
        lightest[at] = high;
        between[at] = 100 * inBetween / count;
        colored[at] = 100 * notBare / count;
        steps[at] = sum / (2 * count);
    }

    private void findSoft() {
        boolean[] seen = new boolean[soft.length];
        for (int i = 0; i < soft.length; i++) {
            if (starts(i) && !seen[i]) {
                ArrayDeque<Integer> area = area(i, seen);
                if (area.stream().filter(this::starts).count() >= FEWEST) {
                    area.forEach(block -> soft[block] = true);
                    hasSoft = true;
                }
            }
        }
    }

    private boolean starts(int block) {
        return between[block] >= START && steps[block] <= STEEPEST && wide(block);
    }

    private boolean wide(int block) {
        int count = 0;
        for (int y = block / across - 1; y <= block / across + 1; y++) {
            for (int x = block % across - 1; x <= block % across + 1; x++) {
                boolean inside = x >= 0 && y >= 0 && x < across && y < down;
                count += inside && between[y * across + x] >= AROUND ? 1 : 0;
            }
        }
        return count >= 7;
    }

    private ArrayDeque<Integer> area(int start, boolean[] seen) {
        ArrayDeque<Integer> area = new ArrayDeque<>();
        ArrayDeque<Integer> open = new ArrayDeque<>();
        open.add(start);
        seen[start] = true;
        while (!open.isEmpty()) {
            int block = open.poll();
            area.add(block);
            for (int y = block / across - 1; y <= block / across + 1; y++) {
                for (int x = block % across - 1; x <= block % across + 1; x++) {
                    int next = y * across + x;
                    if (x >= 0 && y >= 0 && x < across && y < down && !seen[next] && soft(next)) {
                        seen[next] = true;
                        open.add(next);
                    }
                }
            }
        }
        return area;
    }

    private boolean soft(int block) {
        return colored[block] >= GO_ON && steps[block] <= STEEPEST;
    }

    boolean hasSoft() {
        return hasSoft;
    }

    /** By block; see {@link #at}. */
    boolean[] soft() {
        return soft;
    }

    /** The block of a pixel. */
    int at(int x, int y) {
        return y / edge * across + x / edge;
    }

    /**
     * The shade between ink and paper around each block, by block. Light print on white gets dark
     * edges too; a ground lighter than the ink on it stays white.
     */
    int[] middles(int plain, int leastContrast) {
        int[] middles = new int[soft.length];
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                int low = 255;
                int high = 0;
                for (int j = Math.max(0, y - 1); j <= Math.min(down - 1, y + 1); j++) {
                    for (int i = Math.max(0, x - 1); i <= Math.min(across - 1, x + 1); i++) {
                        low = Math.min(low, darkest[j * across + i]);
                        high = Math.max(high, lightest[j * across + i]);
                    }
                }
                middles[y * across + x] = high - low < leastContrast ? plain : (low + high + 1) / 2;
            }
        }
        return middles;
    }
}
