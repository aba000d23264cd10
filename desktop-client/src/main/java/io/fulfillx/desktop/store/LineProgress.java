package io.fulfillx.desktop.store;

/**
 * Units of one line so far.
 *
 * @param picked taken into the tote
 * @param missing given up as short
 * @param damaged reported broken
 * @param verified scanned on the bench
 */
public record LineProgress(int picked, int missing, int damaged, int verified) {
    public static final LineProgress NONE = new LineProgress(0, 0, 0, 0);

    public LineProgress pick(int units) {
        return new LineProgress(picked + units, missing, damaged, verified);
    }

    public LineProgress miss(int units) {
        return new LineProgress(picked, missing + units, damaged, verified);
    }

    public LineProgress damage(int units) {
        return new LineProgress(picked, missing, damaged + units, verified);
    }

    public LineProgress verify(int units) {
        return new LineProgress(picked, missing, damaged, verified + units);
    }
}
