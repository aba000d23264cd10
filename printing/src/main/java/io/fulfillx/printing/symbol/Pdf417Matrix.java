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
        return shorter < LOWEST || longer < NARROWEST
                ? Optional.empty()
                : decode(dots).or(() -> decode(dots.turned()));
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
