package io.fulfillx.printing.preview.zpl;

/**
 * How text is set.
 *
 * @param height of the em, in dots
 * @param stretch horizontal scale on top of the height
 * @param quarters clockwise turn
 */
record TextStyle(Typeface face, double height, double stretch, int quarters) {
    /** The length of a line in dots; whole dots before stretching, as the printer counts. */
    double length(String text) {
        double ems = text.codePoints().mapToDouble(face::advance).sum();
        return Math.floor(ems * height + 1e-6) * stretch;
    }
}
