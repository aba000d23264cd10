package io.fulfillx.printing.document;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;

import io.fulfillx.printing.raster.Bitmap;

import java.util.List;
import java.util.Map;

/** What a plain scanner reads from a label. */
final class Scanned {
    private Scanned() {}

    /** The text of the Code 128, or a dash. */
    static String code128(Bitmap label) {
        int[] pixels = new int[label.width() * label.height()];
        for (int y = 0; y < label.height(); y++) {
            for (int x = 0; x < label.width(); x++) {
                pixels[y * label.width() + x] = label.get(x, y) ? 0 : 0xffffff;
            }
        }
        var source = new RGBLuminanceSource(label.width(), label.height(), pixels);
        try {
            return new MultiFormatReader()
                    .decode(
                            new BinaryBitmap(new GlobalHistogramBinarizer(source)),
                            Map.of(
                                    DecodeHintType.POSSIBLE_FORMATS,
                                    List.of(BarcodeFormat.CODE_128)))
                    .getText();
        } catch (NotFoundException e) {
            return "-";
        }
    }

    /** The box around all black dots. */
    static Box ink(Bitmap label) {
        int left = label.width();
        int top = label.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < label.height(); y++) {
            for (int x = 0; x < label.width(); x++) {
                if (label.get(x, y)) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        return new Box(left, top, right, bottom);
    }
}
