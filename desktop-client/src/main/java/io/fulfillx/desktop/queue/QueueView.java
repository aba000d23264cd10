package io.fulfillx.desktop.queue;

import java.util.List;
import java.util.Map;

/**
 * The queue at one moment.
 *
 * @param counts of all parcels, whatever the filter
 */
public record QueueView(List<QueueRow> rows, Map<QueueState, Integer> counts) {
    public QueueView {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }
}
