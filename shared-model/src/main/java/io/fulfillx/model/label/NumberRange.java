package io.fulfillx.model.label;

/**
 * Numbers that one life of one station's journal may give out, each once.
 *
 * @param from the first serial that is free
 * @param to the first serial behind them
 */
public record NumberRange(NumberSeries series, long from, long to) {
    public NumberRange {
        if (from < 0 || to < from || to > series.serials()) {
            throw new IllegalArgumentException("there are no such serials");
        }
    }

    public long left() {
        return to - from;
    }

    /**
     * The first free number, for a service.
     *
     * @param type of the service; empty for a plate
     * @throws IllegalStateException when none is left
     */
    public TrackingNumber first(String type) {
        if (left() == 0) {
            throw new IllegalStateException("this range is used up");
        }
        return series.number(type, from);
    }

    /** The first free number, for a plate. */
    public Sscc plate() {
        return new Sscc(first("").value());
    }

    /** What is left when the first one is given out. */
    public NumberRange rest() {
        return new NumberRange(series, from + 1, to);
    }
}
