package io.fulfillx.printing.preview.zpl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;

import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.preview.RenderedLabel;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.raster.Dpi;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Labels drawn for a test, and what can be read on them. */
final class Drawn {
    private static final PreviewSettings SMALL = new PreviewSettings(Dpi.DPI_203, 600, 400);

    private Drawn() {}

    static List<RenderedLabel> labels(String zpl) {
        return labels(zpl.getBytes(StandardCharsets.UTF_8));
    }

    static List<RenderedLabel> labels(byte[] zpl) {
        return new ZplRenderer().render(zpl, SMALL);
    }

    /** The only label of the commands within {@code ^XA} and {@code ^XZ}. */
    static RenderedLabel label(String commands) {
        List<RenderedLabel> labels = labels("^XA" + commands + "^XZ");
        assertEquals(1, labels.size());
        return labels.get(0);
    }

    static Bitmap picture(String commands) {
        return label(commands).picture();
    }

    /** The box around all black dots as {@code x,y widthxheight}. */
    static String ink(Bitmap picture) {
        int left = picture.width();
        int top = picture.height();
        int right = -1;
        int bottom = -1;
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                if (picture.get(x, y)) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x);
                    bottom = Math.max(bottom, y);
                }
            }
        }
        return right < 0
                ? "nothing"
                : left + "," + top + " " + (right - left + 1) + "x" + (bottom - top + 1);
    }

    static String ink(String commands) {
        return ink(picture(commands));
    }

    static String ink(List<RenderedLabel> labels) {
        assertEquals(1, labels.size());
        return ink(labels.get(0).picture());
    }

    /** The ink with a quiet zone. */
    private static Bitmap around(Bitmap picture) {
        String[] box = ink(picture).split("[, x]");
        int[] at = new int[box.length];
        for (int i = 0; i < box.length; i++) {
            at[i] = Integer.parseInt(box[i]);
        }
        return picture.crop(at[0] - 40, at[1] - 40, at[2] + 80, at[3] + 80);
    }

    /** What a decoder reads as this symbology. */
    static Result read(Bitmap picture, BarcodeFormat format) throws NotFoundException {
        Bitmap near = around(picture);
        int width = near.width();
        int height = near.height();
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = near.get(i % width, i / width) ? 0 : 0xffffff;
        }
        Map<DecodeHintType, Object> hints = new EnumMap<>(DecodeHintType.class);
        hints.put(DecodeHintType.POSSIBLE_FORMATS, List.of(format));
        hints.put(DecodeHintType.TRY_HARDER, true);
        hints.put(DecodeHintType.ASSUME_GS1, true);
        if (format == BarcodeFormat.MAXICODE) {
            hints.put(DecodeHintType.PURE_BARCODE, true);
        }
        RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new GlobalHistogramBinarizer(source)), hints);
    }

    static String text(String commands, BarcodeFormat format) throws NotFoundException {
        return read(picture(commands), format).getText();
    }
}
