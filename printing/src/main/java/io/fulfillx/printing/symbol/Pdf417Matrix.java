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

    @Override
    public Optional<MatrixHit> read(Dots dots) {
        if (dots.width() >= 1.2 * dots.height()) {
            return decode(dots);
        }
        return dots.height() >= 1.2 * dots.width() ? decode(dots.turned()) : Optional.empty();
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
