package io.fulfillx.printing.symbol;

import java.util.List;
import java.util.Optional;

/** One kind of linear symbols. */
interface LinearCode {
    /** All that we read, the ones with strong checks first. */
    List<LinearCode> ALL =
            List.of(
                    new Code128Bars(),
                    new EanBars(),
                    new Code39Bars(),
                    new Code93Bars(),
                    new ItfBars(),
                    new CodabarBars());

    /** The symbol whose first bar is the given element, if there is one. */
    Optional<LinearHit> readAt(Bars bars, int first);
}
