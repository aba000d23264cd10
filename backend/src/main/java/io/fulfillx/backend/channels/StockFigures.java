package io.fulfillx.backend.channels;

import java.util.List;
import java.util.Optional;

/**
 * Figures that are told together.
 *
 * @param key the same when the same figures are told again, because nobody knows whether they
 *     arrived
 * @param place the channel's id of the location they are for; empty when it has only one
 */
public record StockFigures(String key, Optional<String> place, List<StockFigure> figures) {
    public StockFigures {
        figures = List.copyOf(figures);
    }
}
