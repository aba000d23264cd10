package io.fulfillx.backend.platform.event;

import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrgId;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** The outbox workers of one server process. */
public final class OutboxWorkers {
    private static final Duration RETRY_BASE = Duration.ofMillis(500);

    private static final String TAKE_BACK =
            """
            update outbox set next_at = :now, leased_by = null
            where org_id = :org and status = 'PENDING' and leased_by = :instance
            """;

    private final Transactions transactions;
    private final String instance;
    private final Clock clock;

    /**
     * @param instance names this process, also after it was killed and started again
     */
    public OutboxWorkers(Transactions transactions, String instance, Clock clock) {
        this.transactions = transactions;
        this.instance = instance;
        this.clock = clock;
    }

    /**
     * A worker that delivers one topic. What fails is tried again after a pause that grows and is
     * drawn by lot, so that many failures do not come back together.
     *
     * @param longestPause between two attempts
     */
    public Worker worker(OutboxHandler handler, Duration longestPause) {
        Backoff backoff = new Backoff(RETRY_BASE, longestPause, new SecureRandom());
        return new OutboxWorker(transactions, handler, backoff, clock, instance);
    }

    /** Makes the rows due again that this process held when it died. Call it before it works. */
    public void takeBackLeases() {
        for (OrgId org : transactions.orgs()) {
            long _ =
                    transactions.inOrg(
                            org,
                            tx ->
                                    tx.sql(TAKE_BACK)
                                            .with("now", clock.instant())
                                            .with("instance", instance)
                                            .run());
        }
    }
}
