package io.fulfillx.printing.symbol;

import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.detector.Detector;

import java.util.Map;
import java.util.Optional;

/** QR Code of ISO/IEC 18004. */
final class QrCodeMatrix implements MatrixCode {
    private static final Map<DecodeHintType, ?> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    @Override
    public Optional<MatrixHit> read(Dots dots) {
        if (dots.width() > 1.3 * dots.height() || dots.height() > 1.3 * dots.width()) {
            return Optional.empty();
        }
        try {
            DecoderResult result =
                    new Decoder().decode(new Detector(DotMatrix.of(dots)).detect(HINTS).getBits());
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
