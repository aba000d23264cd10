package io.fulfillx.backend.insight;

import io.fulfillx.backend.platform.cache.AnswerCache;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.http.Route;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Reads;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrgId;

import java.time.Clock;
import java.util.List;

/** The reports' parts, wired. */
public final class InsightModule {
    private final List<Route> routes;
    private final FollowOrdersWorker follower;

    /** What reports stand on. */
    public record Surroundings(
            Transactions transactions, Reads reads, Feed feed, AnswerCache cache, Clock clock) {}

    /**
     * @param orderChanged the feed's word for a changed order
     */
    public InsightModule(Surroundings around, String orderChanged) {
        BacklogStore store = new BacklogStore();
        follower =
                new FollowOrdersWorker(
                        around.transactions(), around.feed(), store, around.cache(), orderChanged);
        routes =
                new InsightRoutes(
                                around.reads(),
                                new ReadBacklog(around.reads(), store, around.cache()),
                                store,
                                around.clock())
                        .routes();
    }

    public List<Route> routes() {
        return routes;
    }

    public List<Worker> workers() {
        return List.of(follower);
    }

    /** Follows now what the worker would follow in two seconds. */
    public void follow(OrgId org) {
        boolean more = true;
        while (more) {
            more = follower.follow(org);
        }
    }
}
