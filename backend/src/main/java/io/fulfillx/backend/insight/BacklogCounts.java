package io.fulfillx.backend.insight;

import java.time.Instant;
import java.util.List;

/**
 * The open orders of an organization, counted. Ages are left to the reader, so that counts do not
 * grow old by themselves.
 *
 * @param follows whether they come from the projection; else they were counted on the orders
 */
record BacklogCounts(List<Cell> cells, List<HoldCell> holds, boolean follows) {
    /** Seconds that one quarter of an hour has. */
    static final long QUARTER = 900;

    BacklogCounts {
        cells = List.copyOf(cells);
        holds = List.copyOf(holds);
    }

    /**
     * Orders of one status that were placed in one quarter of an hour.
     *
     * @param quarter number of the quarter since 1970
     */
    record Cell(String status, long quarter, boolean held, int orders, int lines, int units) {
        Instant placedAt() {
            return Instant.ofEpochSecond(quarter * QUARTER);
        }
    }

    /** Holds of one type that were placed in one quarter of an hour. */
    record HoldCell(String type, long quarter, int holds) {
        Instant since() {
            return Instant.ofEpochSecond(quarter * QUARTER);
        }
    }
}
