package io.fulfillx.printing.symbol;

import java.util.Optional;

/** One kind of two-dimensional symbols. */
interface MatrixCode {
    /**
     * @param dots those of the symbol's box and nothing else
     */
    Optional<MatrixHit> read(Dots dots);

    /** As {@link #read}, for a box in which the library's own eye sees nothing. */
    default Optional<MatrixHit> readWorn(Dots dots) {
        return Optional.empty();
    }
}
