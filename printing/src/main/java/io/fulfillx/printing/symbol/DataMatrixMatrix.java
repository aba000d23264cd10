package io.fulfillx.printing.symbol;

import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.common.DecoderResult;
import com.google.zxing.datamatrix.decoder.Decoder;

import java.util.Optional;

/** Data Matrix ECC 200 of ISO/IEC 16022; our own eye, the library's error correction. */
final class DataMatrixMatrix implements MatrixCode {
    @Override
    public Optional<MatrixHit> read(Dots dots) {
        Dots turned = dots;
        for (int quarter = 0; quarter < 4; quarter++) {
            Optional<DataMatrixGrid> grid = DataMatrixGrid.find(turned);
            Optional<MatrixHit> hit = grid.flatMap(found -> decode(found.modules()));
            if (hit.isPresent()) {
                return hit;
            }
            turned = turned.turned();
        }
        return Optional.empty();
    }

    @Override
    public Optional<MatrixHit> readWorn(Dots dots) {
        Dots turned = dots;
        for (int quarter = 0; quarter < 4; quarter++) {
            Optional<MatrixHit> hit =
                    new SquareSampler(turned)
                            .read(
                                    DataMatrixGrid.SQUARES,
                                    KnownModules::borders,
                                    DataMatrixMatrix::decode);
            if (hit.isPresent()) {
                return hit;
            }
            turned = turned.turned();
        }
        return Optional.empty();
    }

    static Optional<MatrixHit> decode(BitMatrix modules) {
        try {
            DecoderResult result = new Decoder().decode(modules);
            String aim = "]d" + result.getSymbologyModifier();
            boolean gs1 = aim.equals("]d2") && result.getText().startsWith("\u001d");
            return Optional.of(
                    new MatrixHit(
                            Symbology.DATA_MATRIX,
                            aim,
                            gs1 ? result.getText().substring(1) : result.getText()));
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
