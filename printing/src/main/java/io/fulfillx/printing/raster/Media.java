package io.fulfillx.printing.raster;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of one label.
 *
 * @param widthMicrometers across the print head
 * @param heightMicrometers along the feed
 */
public record Media(int widthMicrometers, int heightMicrometers) {
    /** The carriers' label: 4 by 6 inches. */
    public static final Media FOUR_BY_SIX = new Media(101_600, 152_400);

    private static final Pattern TEXT =
            Pattern.compile("([0-9]+(?:\\.[0-9]+)?)x([0-9]+(?:\\.[0-9]+)?)(in|mm)");

    public Media {
        if (widthMicrometers < 1000 || heightMicrometers < 1000) {
            throw new IllegalArgumentException("a label is at least 1 mm wide and high");
        }
    }

    /**
     * Reads {@code 4x6in} or {@code 100x150mm}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Media parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "media is written as 4x6in or 100x150mm, not " + text);
        }
        double unit = matcher.group(3).equals("in") ? 25_400 : 1000;
        return new Media(
                (int) Math.round(Double.parseDouble(matcher.group(1)) * unit),
                (int) Math.round(Double.parseDouble(matcher.group(2)) * unit));
    }

    /** Whole dots across. */
    public int widthDots(Dpi dpi) {
        return dpi.dots(widthMicrometers);
    }

    /** Whole dots along the feed. */
    public int heightDots(Dpi dpi) {
        return dpi.dots(heightMicrometers);
    }
}
