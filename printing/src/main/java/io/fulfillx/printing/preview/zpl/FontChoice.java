package io.fulfillx.printing.preview.zpl;

import java.util.Map;
import java.util.Optional;

/**
 * A font as a document asks for it.
 *
 * @param name a letter or digit
 * @param height 0 when not said
 * @param width 0 when not said
 * @param own a downloaded font
 */
record FontChoice(char name, int quarters, double height, double width, Optional<Typeface> own) {
    /** The matrix of the printer's bitmap fonts: height, width. */
    private static final Map<Character, int[]> MATRIX =
            Map.of(
                    'A', new int[] {9, 5},
                    'B', new int[] {11, 7},
                    'C', new int[] {18, 10},
                    'D', new int[] {18, 10},
                    'E', new int[] {28, 15},
                    'F', new int[] {26, 13},
                    'G', new int[] {60, 40},
                    'H', new int[] {21, 13});

    private static final double SMALLEST = 10;
    private static final double BIGGEST = 32_000;

    /** The mono font is drawn this much wider than its em says, to fill the matrix. */
    private static final double MATRIX_STRETCH = 2;

    static boolean known(char name) {
        return name == '0' || MATRIX.containsKey(name) || name >= 'P' && name <= 'V';
    }

    FontChoice turned(int newQuarters) {
        return new FontChoice(name, newQuarters, height, width, own);
    }

    boolean capitalsOnly() {
        return own.isEmpty() && name == 'B';
    }

    TextStyle style() {
        int[] matrix = MATRIX.get(name);
        if (own.isPresent() || matrix == null) {
            return scaled(own.orElse(Typefaces.SCALABLE));
        }
        double tall = matrix[0];
        double wide = matrix[1];
        double columns = steps(width, wide, steps(height, tall, 1));
        double rows = steps(height, tall, steps(width, wide, 1));
        double stretch = MATRIX_STRETCH * columns * wide / (rows * tall);
        Typeface face = name == 'B' ? Typefaces.MONO_BOLD : Typefaces.MONO;
        return new TextStyle(face, rows * tall, stretch, quarters);
    }

    private static double steps(double size, double matrix, double otherwise) {
        return size <= 0 ? otherwise : Math.clamp(Math.round(size / matrix), 1, 600);
    }

    private TextStyle scaled(Typeface face) {
        double tall = Math.clamp(height > 0 ? height : width, SMALLEST, BIGGEST);
        double wide = Math.clamp(width > 0 ? width : height, SMALLEST, BIGGEST);
        return new TextStyle(face, tall, wide / tall, quarters);
    }

    /** The symbols font at this size. */
    TextStyle symbols() {
        double tall = 24 * steps(height, 24, steps(width, 24, 1));
        double wide = 24 * steps(width, 24, steps(height, 24, 1));
        return new TextStyle(Typefaces.SYMBOLS, tall, wide / tall, quarters);
    }
}
