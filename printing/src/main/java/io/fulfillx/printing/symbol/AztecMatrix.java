package io.fulfillx.printing.symbol;

import com.google.zxing.ReaderException;
import com.google.zxing.aztec.AztecDetectorResult;
import com.google.zxing.aztec.decoder.Decoder;
import com.google.zxing.aztec.detector.Detector;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;

import java.util.List;
import java.util.Optional;

/** Aztec Code of ISO/IEC 24778. */
final class AztecMatrix implements MatrixCode {
    /** Modules on a side, of compact and full ones. */
    private static final List<Integer> SIZES =
            List.of(
                    15, 19, 23, 27, 31, 37, 41, 45, 49, 53, 57, 61, 67, 71, 75, 79, 83, 87, 91, 95,
                    101, 105, 109);

    @Override
    public Optional<MatrixHit> read(Dots dots) {
        if (dots.width() > 1.3 * dots.height() || dots.height() > 1.3 * dots.width()) {
            return Optional.empty();
        }
        BitMatrix bits = DotMatrix.of(dots);
        return read(bits, false).or(() -> read(bits, true));
    }

    @Override
    public Optional<MatrixHit> readWorn(Dots dots) {
        return new SquareSampler(dots)
                .read(
                        SIZES,
                        KnownModules::rings,
                        modules -> read(DotMatrix.enlarged(modules), false));
    }

    private static Optional<MatrixHit> read(BitMatrix bits, boolean mirrored) {
        try {
            AztecDetectorResult found = new Detector(bits).detect(mirrored);
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
