package io.fulfillx.model.station;

import java.util.List;

/**
 * One page of changes for a station.
 *
 * @param cursor where to go on; opaque
 * @param reset true when the cursor was not understood (a restored database) and this page starts
 *     from nothing: the station drops jobs it does not see again, but never its own journal
 * @param jobs the newest version of each job that changed
 * @param operators the whole roster when it changed, else empty
 * @param cartons all cartons when they changed, else empty
 * @param more true when another page is ready now
 */
public record FeedPage(
        String cursor,
        boolean reset,
        List<PackJob> jobs,
        List<OperatorCard> operators,
        List<CartonChoice> cartons,
        boolean more) {
    public FeedPage {
        jobs = List.copyOf(jobs);
        operators = List.copyOf(operators);
        cartons = List.copyOf(cartons);
    }
}
