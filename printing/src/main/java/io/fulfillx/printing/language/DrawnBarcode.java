package io.fulfillx.printing.language;

import io.fulfillx.printing.raster.Bitmap;

import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

/**
 * Bar codes as dots, for a screen and for what a language cannot draw itself. Every bar stands on
 * whole dots; the white around is left to the caller.
 */
public final class DrawnBarcode {
    private DrawnBarcode() {}

    public static Bitmap of(Barcode code) {
        Symbol symbol = symbol(code);
        symbol.setModuleWidth(code.moduleDots());
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        if (code.heightDots() > 0) {
            symbol.setBarHeight(code.heightDots());
        }
        symbol.setContent(code.payload().replace(String.valueOf(Barcode.FNC1), "\\<FNC1>"));
        Bitmap drawn = new Bitmap(symbol.getWidth(), symbol.getHeight());
        for (Rectangle bar : symbol.getRectangles()) {
            drawn.fill((int) bar.x, (int) bar.y, (int) bar.width, (int) bar.height, true);
        }
        return drawn;
    }

    private static Symbol symbol(Barcode code) {
        return switch (code.kind()) {
            case QR_CODE -> new QrCode();
            case DATA_MATRIX -> new DataMatrix();
            default -> new Code128();
        };
    }
}
