package io.fulfillx.model.station;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

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
 * @param tasks all that is to be done by hand at the station, when that changed; else null
 * @param more true when another page is ready now
 */
public record FeedPage(
        String cursor,
        boolean reset,
        List<PackJob> jobs,
        List<OperatorCard> operators,
        List<CartonChoice> cartons,
        boolean more,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StationTask> tasks) {
    public FeedPage {
        jobs = List.copyOf(jobs);
        operators = List.copyOf(operators);
        cartons = List.copyOf(cartons);
        tasks = tasks == null ? null : List.copyOf(tasks);
    }

    /** For a station that knows nothing of parcels without a label. */
    public FeedPage labelled() {
        return new FeedPage(
                cursor,
                reset,
                jobs.stream().filter(job -> job.label() != null).toList(),
                operators,
                cartons,
                more,
                tasks);
    }

    /** Whether there is more in it for the station than its end. */
    public boolean tells() {
        return reset
                || tasks != null
                || !jobs.isEmpty()
                || !operators.isEmpty()
                || !cartons.isEmpty();
    }

    /** A page on which no task changed. */
    public FeedPage(
            String cursor,
            boolean reset,
            List<PackJob> jobs,
            List<OperatorCard> operators,
            List<CartonChoice> cartons,
            boolean more) {
        this(cursor, reset, jobs, operators, cartons, more, null);
    }
}
