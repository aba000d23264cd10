package io.fulfillx.printing.symbol;

import java.util.List;
import java.util.Optional;

/** One kind of two-dimensional symbols. */
interface MatrixCode {
    List<MatrixCode> ALL =
            List.of(
                    new QrCodeMatrix(),
                    new DataMatrixMatrix(),
                    new AztecMatrix(),
                    new Pdf417Matrix());

    /**
     * @param dots those of the symbol's box and nothing else
     */
    Optional<MatrixHit> read(Dots dots);
}
