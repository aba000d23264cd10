package io.fulfillx.printing.symbol;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.pdf417.PDF417Reader;

import java.util.Map;
import java.util.Optional;

/** PDF417 of ISO/IEC 15438, lying or standing. */
final class Pdf417Matrix implements MatrixCode {
    private static final Map<DecodeHintType, ?> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    private static final int LOWEST = 18;
    private static final int NARROWEST = 100;

    @Override
    public Optional<MatrixHit> read(Dots dots) {
        int shorter = Math.min(dots.width(), dots.height());
        int longer = Math.max(dots.width(), dots.height());
        if (shorter < LOWEST || longer < NARROWEST) {
            return Optional.empty();
        }
        if (framed(dots)) {
            return decode(dots);
        }
        Dots turned = dots.turned();
        return framed(turned) ? decode(turned) : Optional.empty();
    }

    /** Whether a bar stands at the left and at the right, as start and stop have them. */
    private static boolean framed(Dots dots) {
        int band = Math.max(3, dots.height() / 24);
        int left = 0;
        int right = 0;
        for (int y = 0; y < dots.height(); y++) {
            int darkLeft = 0;
            int darkRight = 0;
            for (int i = 0; i < band; i++) {
                darkLeft |= dots.get(i, y);
                darkRight |= dots.get(dots.width() - 1 - i, y);
            }
            left += darkLeft;
            right += darkRight;
        }
        return Math.min(left, right) * 10 >= dots.height() * 9;
    }

    private static Optional<MatrixHit> decode(Dots dots) {
        try {
            Result result =
                    new PDF417Reader()
                            .decode(new BinaryBitmap(new DotBinarizer(DotMatrix.of(dots))), HINTS);
            return Optional.of(
                    new MatrixHit(
                            Symbology.PDF_417, Symbology.PDF_417.plainAimId(), result.getText()));
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
