package io.fulfillx.printing.language;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of a printer's fonts of fixed size.
 *
 * @param name as the language calls it
 * @param height of its cell, in dots, before it is magnified
 */
record FixedFont(String name, int height) {
    /** A font so many times enlarged. */
    record Sized(FixedFont font, int times) {
        int height() {
            return font.height() * times;
        }
    }

    /** The largest that is not higher, the least enlarged of equals; else the smallest. */
    static Sized nearest(List<FixedFont> fonts, int maxTimes, int height) {
        return fonts.stream()
                .flatMap(
                        font ->
                                IntStream.rangeClosed(1, maxTimes)
                                        .mapToObj(times -> new Sized(font, times)))
                .filter(sized -> sized.height() <= height)
                .max(
                        Comparator.comparingInt(Sized::height)
                                .thenComparingInt(sized -> -sized.times()))
                .orElse(new Sized(fonts.getFirst(), 1));
    }

    /** Whether such fonts have all its letters, in every code page. */
    static boolean has(String text) {
        return text.matches("[ -~]*");
    }
}
