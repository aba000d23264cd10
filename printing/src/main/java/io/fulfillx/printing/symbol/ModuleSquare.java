package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import java.util.Optional;

/** The modules of a square symbol as they stand in the picture, black where set. */
final class ModuleSquare {
    private static final double DARK = 0.8;
    private static final double LIGHT = 0.2;

    private final int size;
    private final boolean[] black;

    private ModuleSquare(int size, boolean[] black) {
        this.size = size;
        this.black = black;
    }

    /**
     * Empty when a module is neither clearly dark nor clearly light.
     *
     * @param dots the symbol's box and nothing else
     * @param size modules on a side; 0 when unknown
     */
    static Optional<ModuleSquare> of(Dots dots, int size) {
        if (size == 0) {
            return Optional.empty();
        }
        Grid grid =
                new Grid(0, 0, (double) dots.width() / size, 0, 0, (double) dots.height() / size);
        boolean[] black = new boolean[size * size];
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                double darkness = grid.darkness(dots, column, row);
                if (darkness > LIGHT && darkness < DARK) {
                    return Optional.empty();
                }
                black[row * size + column] = darkness >= DARK;
            }
        }
        return Optional.of(new ModuleSquare(size, black));
    }

    int size() {
        return size;
    }

    void draw(Bitmap picture, int left, int top, int module) {
        for (int row = 0; row < size; row++) {
            for (int column = 0; column < size; column++) {
                picture.fill(
                        left + column * module,
                        top + row * module,
                        module,
                        module,
                        black[row * size + column]);
            }
        }
    }
}
