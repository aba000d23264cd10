package io.fulfillx.printing.symbol;

import io.fulfillx.printing.raster.Bitmap;

import uk.org.okapibarcode.backend.AztecCode;
import uk.org.okapibarcode.backend.Codabar;
import uk.org.okapibarcode.backend.Code128;
import uk.org.okapibarcode.backend.Code2Of5;
import uk.org.okapibarcode.backend.Code3Of9;
import uk.org.okapibarcode.backend.Code93;
import uk.org.okapibarcode.backend.DataMatrix;
import uk.org.okapibarcode.backend.Ean;
import uk.org.okapibarcode.backend.HumanReadableLocation;
import uk.org.okapibarcode.backend.Pdf417;
import uk.org.okapibarcode.backend.QrCode;
import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.backend.Upc;
import uk.org.okapibarcode.graphics.Rectangle;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Symbols for tests, drawn by an encoder that shares nothing with our readers. */
final class DrawnSymbol {
    private final Symbol symbol;

    private DrawnSymbol(Symbol symbol, String content) {
        symbol.setModuleWidth(1);
        symbol.setBarHeight(symbol instanceof Pdf417 ? 4 : 40);
        symbol.setHumanReadableLocation(HumanReadableLocation.NONE);
        symbol.setContent(content);
        this.symbol = symbol;
    }

    static DrawnSymbol of(Symbology kind, String content) {
        return new DrawnSymbol(encoder(kind), content);
    }

    /** GS1-128 from text with identifiers in brackets. */
    static DrawnSymbol gs1(String content) {
        Code128 code = new Code128();
        code.setDataType(Symbol.DataType.GS1);
        return new DrawnSymbol(code, content);
    }

    private static Symbol encoder(Symbology kind) {
        return switch (kind) {
            case CODE_128 -> new Code128();
            case CODE_39 -> new Code3Of9();
            case CODE_93 -> new Code93();
            case CODABAR -> new Codabar();
            case ITF -> new Code2Of5(Code2Of5.ToFMode.INTERLEAVED);
            case EAN_13 -> new Ean(Ean.Mode.EAN13);
            case EAN_8 -> new Ean(Ean.Mode.EAN8);
            case UPC_A -> new Upc(Upc.Mode.UPCA);
            case UPC_E -> new Upc(Upc.Mode.UPCE);
            case DATA_MATRIX -> squareDataMatrix();
            case QR_CODE -> new QrCode();
            case AZTEC -> new AztecCode();
            case PDF_417 -> new Pdf417();
            case DATABAR, MAXICODE -> throw new IllegalArgumentException("not drawn here");
        };
    }

    private static Symbol squareDataMatrix() {
        DataMatrix code = new DataMatrix();
        code.setForceMode(DataMatrix.ForceMode.SQUARE);
        return code;
    }

    /** On whole dots, with much white around. */
    Bitmap dots(int module) {
        Bitmap bitmap =
                new Bitmap(symbol.getWidth() * module + 160, symbol.getHeight() * module + 160);
        for (Rectangle bar : symbol.getRectangles()) {
            bitmap.fill(
                    80 + (int) Math.round(bar.x * module),
                    80 + (int) Math.round(bar.y * module),
                    (int) Math.round(bar.width * module),
                    (int) Math.round(bar.height * module),
                    true);
        }
        return bitmap;
    }

    /** In gray, four times as fine, with modules of any width in dots. */
    BufferedImage fine(double module) {
        double unit = module * 4;
        int width = (int) (symbol.getWidth() * module) + 160;
        int height = (int) (symbol.getHeight() * module) + 160;
        BufferedImage page = new BufferedImage(width * 4, height * 4, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, page.getWidth(), page.getHeight());
        graphics.setColor(Color.BLACK);
        for (Rectangle bar : symbol.getRectangles()) {
            graphics.fill(
                    new Rectangle2D.Double(
                            321.7 + bar.x * unit,
                            320 + bar.y * unit,
                            bar.width * unit,
                            bar.height * unit));
        }
        graphics.dispose();
        return page;
    }

    /** Each dot black when most of the page below it is. */
    static Bitmap plain(BufferedImage page) {
        Bitmap bitmap = new Bitmap(page.getWidth() / 4, page.getHeight() / 4);
        for (int y = 0; y < bitmap.height(); y++) {
            for (int x = 0; x < bitmap.width(); x++) {
                int sum = 0;
                for (int sample : page.getRaster().getSamples(x * 4, y * 4, 4, 4, 0, new int[16])) {
                    sum += sample;
                }
                bitmap.set(x, y, sum < 16 * 128);
            }
        }
        return bitmap;
    }
}
