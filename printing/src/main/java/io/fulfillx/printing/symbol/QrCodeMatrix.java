package io.fulfillx.printing.symbol;

import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** QR Code of ISO/IEC 18004. */
final class QrCodeMatrix implements MatrixCode {
    private static final Map<DecodeHintType, ?> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);
    private static final List<Integer> SIZES =
            IntStream.range(1, 30).mapToObj(version -> 17 + 4 * version).toList();

    @Override
    public Optional<MatrixHit> read(Dots dots) {
        if (dots.width() > 1.3 * dots.height() || dots.height() > 1.3 * dots.width()) {
            return Optional.empty();
        }
        try {
            return decode(new Detector(DotMatrix.of(dots)).detect(HINTS).getBits());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<MatrixHit> readWorn(Dots dots) {
        Dots turned = dots;
        for (int quarter = 0; quarter < 4; quarter++) {
            Optional<MatrixHit> hit =
                    new SquareSampler(turned)
                            .read(SIZES, KnownModules::corners, QrCodeMatrix::decode);
            if (hit.isPresent()) {
                return hit;
            }
            turned = turned.turned();
        }
        return Optional.empty();
    }

    private static Optional<MatrixHit> decode(BitMatrix modules) {
        try {
            DecoderResult result = new Decoder().decode(modules);
            return Optional.of(
                    new MatrixHit(
                            Symbology.QR_CODE,
                            "]Q" + result.getSymbologyModifier(),
                            result.getText()));
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
