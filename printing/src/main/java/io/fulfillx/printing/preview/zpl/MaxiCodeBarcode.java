package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.raster.Dpi;

import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.MaxiCode;
import uk.org.okapibarcode.backend.OkapiException;
import uk.org.okapibarcode.graphics.Hexagon;

import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/**
 * {@code ^BD}: a symbol of fixed size, 25 by 24 mm whatever the resolution.
 *
 * @param mode 2 for numeric and 3 for other postal codes, 4 to 6 without
 */
record MaxiCodeBarcode(int mode, Dpi dpi) implements Barcode {
    private static final String HEADER = "[)>\u001e01\u001d";
    private static final int SERVICE_AND_COUNTRY = 6;
    private static final int PRIMARY_POSTAL = 9;

    /** Millimeters: ISO/IEC 16023, the hexagons' pitch and size, the rings' radii. */
    private static final double PITCH_X = 0.88;

    private static final double PITCH_Y = 0.76;
    private static final double WIDE = 0.76;
    private static final double HIGH = 0.88;
    private static final double[] RINGS = {3.54, 2.20, 0.85};
    private static final double RING = 0.67;
    private static final double CENTER_X = 13.64;
    private static final double CENTER_Y = 13.43;

    /** The pitch the library draws in. */
    private static final double LIBRARY_X = 2.46;

    private static final double LIBRARY_Y = 2.135;

    @Override
    public SymbolArt draw(String data, String text) {
        MaxiCode symbol = new MaxiCode();
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        try {
            encode(symbol, data);
        } catch (OkapiException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        double scale = dpi.dots(100_000) / 100.0;
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (double radius : RINGS) {
            circle(path, radius + RING / 2, 1);
            circle(path, radius - RING / 2, -1);
        }
        for (Hexagon hexagon : symbol.getHexagons()) {
            int row = (int) Math.round((hexagon.centreY - 1.43) / LIBRARY_Y);
            double half = row % 2 == 0 ? 0 : LIBRARY_X / 2;
            long column = Math.round((hexagon.centreX - 1.23 - half) / LIBRARY_X);
            hexagon(path, PITCH_X * (column + (row % 2 == 0 ? 1 : 1.5)), PITCH_Y * (row + 1));
        }
        path.transform(AffineTransform.getScaleInstance(scale, scale));
        Canvas canvas = new Canvas((int) (28 * scale), (int) (26.8 * scale));
        OutlineFiller.fill(path)
                .ifPresent(spot -> canvas.stamp(spot.dots(), spot.left(), spot.top(), Ink.BLACK));
        int left = -(int) Math.round(WIDE * scale);
        int up = -(int) Math.round(HIGH * scale);
        return SymbolArt.of(canvas.bitmap()).shifted(left, up).typesetShifted(left, up);
    }

    private void encode(MaxiCode symbol, String data) {
        symbol.setMode(mode);
        if (mode > 3) {
            symbol.setContent(data);
            return;
        }
        int header = data.indexOf(HEADER);
        int end = header >= 0 ? header : Math.min(data.length(), mode == 2 ? 15 : 12);
        if (end < SERVICE_AND_COUNTRY + 1) {
            throw new IllegalArgumentException("MaxiCode wants service, country and postal code");
        }
        String postal = data.substring(SERVICE_AND_COUNTRY, end);
        String padded =
                postal.length() > PRIMARY_POSTAL
                        ? postal.substring(0, PRIMARY_POSTAL)
                        : postal + " ".repeat(PRIMARY_POSTAL - postal.length());
        if (mode == 2) {
            padded = padded.replace(' ', '0');
        }
        symbol.setPrimary(padded + data.substring(3, 6) + data.substring(0, 3));
        symbol.setContent(data.substring(end));
    }

    private static void circle(Path2D path, double radius, int direction) {
        Ellipse2D circle = new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius);
        AffineTransform place = new AffineTransform(direction, 0, 0, 1, CENTER_X, CENTER_Y);
        path.append(circle.getPathIterator(place), false);
    }

    private static void hexagon(Path2D path, double x, double y) {
        path.moveTo(x + WIDE / 2, y);
        path.lineTo(x + WIDE, y + HIGH / 4);
        path.lineTo(x + WIDE, y + HIGH * 3 / 4);
        path.lineTo(x + WIDE / 2, y + HIGH);
        path.lineTo(x, y + HIGH * 3 / 4);
        path.lineTo(x, y + HIGH / 4);
        path.closePath();
    }
}
