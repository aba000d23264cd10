package io.fulfillx.printing.raster;

/** Resolution of a print head. The nominal number is what printers are sold by. */
public enum Dpi {
    /** 8 dots per millimeter exactly. */
    DPI_203(203, 125_000),
    /** 11.8 dots per millimeter. */
    DPI_300(300, 84_667),
    /** 23.6 dots per millimeter. */
    DPI_600(600, 42_333);

    private final int nominal;
    private final int nanometersPerDot;

    Dpi(int nominal, int nanometersPerDot) {
        this.nominal = nominal;
        this.nanometersPerDot = nanometersPerDot;
    }

    /** 203, 300 or 600. */
    public int nominal() {
        return nominal;
    }

    /** Whole dots that fit into a length. */
    public int dots(int micrometers) {
        return (int) (micrometers * 1000L / nanometersPerDot);
    }

    /** The length of so many dots, in micrometers. */
    public int micrometers(int dots) {
        return (int) ((long) dots * nanometersPerDot / 1000);
    }

    /** Exact dots per inch, for scaling. */
    public double perInch() {
        return 25_400_000.0 / nanometersPerDot;
    }

    /**
     * @throws IllegalArgumentException when it is not 203, 300 or 600
     */
    public static Dpi of(int nominal) {
        for (Dpi dpi : values()) {
            if (dpi.nominal == nominal) {
                return dpi;
            }
        }
        throw new IllegalArgumentException("a resolution is 203, 300 or 600 dpi, not " + nominal);
    }
}
