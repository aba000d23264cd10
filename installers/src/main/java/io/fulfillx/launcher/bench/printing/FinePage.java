package io.fulfillx.launcher.bench.printing;

import io.fulfillx.printing.raster.Bitmap;

import uk.org.okapibarcode.backend.Symbol;
import uk.org.okapibarcode.graphics.Rectangle;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A label in gray, four times as fine as it will be printed, drawn as documents are: at any scale
 * and at any place between the dots.
 */
final class FinePage {
    static final int TIMES = 4;

    private final BufferedImage image;

    private FinePage(int width, int height) {
        image = new BufferedImage(width * TIMES, height * TIMES, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
    }

    /**
     * A page with one symbol in the middle.
     *
     * @param width of the label, dots
     * @param module width of a module, dots
     * @param shift to the right, dots
     */
    static FinePage of(Symbol symbol, int width, int height, double module, double shift) {
        FinePage page = new FinePage(width, height);
        Graphics2D graphics = page.graphics();
        double left = (width - symbol.getWidth() * module / symbol.getModuleWidth()) / 2 + shift;
        double unit = module * TIMES / symbol.getModuleWidth();
        for (Rectangle bar : symbol.getRectangles()) {
            graphics.fill(
                    new Rectangle2D.Double(
                            left * TIMES + bar.x * unit,
                            30.3 * TIMES + bar.y * unit,
                            bar.width * unit,
                            bar.height * unit));
        }
        graphics.dispose();
        return page;
    }

    /** A page that shows a printed label smaller or larger. */
    static FinePage of(Bitmap label, double scale) {
        FinePage page = new FinePage((int) (label.width() * scale), (int) (label.height() * scale));
        Graphics2D graphics = page.graphics();
        graphics.scale(TIMES * scale, TIMES * scale);
        for (int y = 0; y < label.height(); y++) {
            int begin = 0;
            for (int x = 0; x <= label.width(); x++) {
                if (!label.get(x, y)) {
                    if (x > begin) {
                        graphics.fill(new Rectangle2D.Double(begin, y, x - begin, 1));
                    }
                    begin = x + 1;
                }
            }
        }
        graphics.dispose();
        return page;
    }

    private Graphics2D graphics() {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.BLACK);
        return graphics;
    }

    BufferedImage image() {
        return image;
    }

    /** What printing without any care makes of it: the mean of each dot, dark ones black. */
    Bitmap threshold() {
        byte[] pixels = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        Bitmap bitmap = new Bitmap(image.getWidth() / TIMES, image.getHeight() / TIMES);
        for (int y = 0; y < bitmap.height(); y++) {
            for (int x = 0; x < bitmap.width(); x++) {
                int sum = 0;
                for (int i = 0; i < TIMES * TIMES; i++) {
                    int row = y * TIMES + i / TIMES;
                    sum += pixels[row * image.getWidth() + x * TIMES + i % TIMES] & 0xff;
                }
                if (sum < 128 * TIMES * TIMES) {
                    bitmap.set(x, y, true);
                }
            }
        }
        return bitmap;
    }
}
