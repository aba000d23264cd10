package io.fulfillx.desktop.queue;

import java.util.List;
import java.util.Map;

/**
 * The queue at one moment.
 *
 * @param counts of all parcels, whatever the filter
 * @param tasks how many things are to be done by hand
 */
public record QueueView(List<QueueRow> rows, Map<QueueState, Integer> counts, int tasks) {
    public QueueView {
        rows = List.copyOf(rows);
        counts = Map.copyOf(counts);
    }
}
