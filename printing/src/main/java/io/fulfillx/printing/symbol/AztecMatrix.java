package io.fulfillx.printing.symbol;

import com.google.zxing.ReaderException;
import com.google.zxing.aztec.AztecDetectorResult;
import com.google.zxing.aztec.decoder.Decoder;
import com.google.zxing.aztec.detector.Detector;
import com.google.zxing.common.DecoderResult;

import java.util.Optional;

/** Aztec Code of ISO/IEC 24778. */
final class AztecMatrix implements MatrixCode {
    @Override
    public Optional<MatrixHit> read(Dots dots) {
        if (dots.width() > 1.3 * dots.height() || dots.height() > 1.3 * dots.width()) {
            return Optional.empty();
        }
        return read(dots, false).or(() -> read(dots, true));
    }

    private static Optional<MatrixHit> read(Dots dots, boolean mirrored) {
        try {
            AztecDetectorResult found = new Detector(DotMatrix.of(dots)).detect(mirrored);
            DecoderResult result = new Decoder().decode(found);
            return Optional.of(
                    new MatrixHit(
                            Symbology.AZTEC,
                            "]z" + result.getSymbologyModifier(),
                            result.getText()));
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
