package io.fulfillx.model.quantity;

/** Outer size of an item or a carton in whole millimetres, each side 1 to 5,000. */
public record Dimensions(int lengthMm, int widthMm, int heightMm) {
    private static final int MAX_MM = 5_000;

    public Dimensions {
        if (outside(lengthMm) || outside(widthMm) || outside(heightMm)) {
            throw new IllegalArgumentException("each side is 1 to 5,000 mm");
        }
    }

    private static boolean outside(int millimetres) {
        return millimetres < 1 || millimetres > MAX_MM;
    }

    public long volumeMm3() {
        return (long) lengthMm * widthMm * heightMm;
    }
}
