package io.fulfillx.backend.platform.sql;

import io.fulfillx.backend.platform.Fault;
import io.fulfillx.model.id.OrgId;
import io.helidon.dbclient.DbClientException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Transactions that only read. With a replica they run there: one that brings the position of a
 * change waits a moment for the replica to have it. What the replica does not have by then, and
 * everything while it does not answer, is read from the primary.
 */
public final class Reads {
    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final long LOOK_AGAIN_NANOS = 4_000_000;
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    // The snapshot of a replica does not list the transactions that are open on the primary, so
    // that the state of the transaction itself is asked for, once the replica can know it.
    private static final String HAS =
            """
            select case when cast(:xid as xid8) >= pg_snapshot_xmax(pg_current_snapshot())
              then false else pg_xact_status(cast(:xid as xid8)) is distinct from 'in progress'
              end as has
            """;

    private final Transactions here;
    private final Optional<Transactions> replica;
    private final AtomicLong awayUntil = new AtomicLong(System.nanoTime());

    /**
     * @param here reads from the primary
     * @param replica reads from a copy that may be behind
     */
    Reads(Transactions here, Optional<Transactions> replica) {
        this.here = here;
        this.replica = replica;
    }

    /** What a replica has to say: an answer, or that it has not heard of the change yet. */
    private record Heard<T>(boolean knows, Optional<T> answer) {}

    /** Reads what is known now. */
    public <T> T inOrg(OrgId org, Function<Tx, T> work) {
        return inOrg(org, Optional.empty(), work);
    }

    /**
     * Reads what is known now, the change at that position included.
     *
     * @param work may run twice, so it must not do anything but read; never null
     */
    public <T> T inOrg(OrgId org, Optional<Position> seen, Function<Tx, T> work) {
        if (replica.isEmpty() || System.nanoTime() - awayUntil.get() < 0) {
            return here.inOrg(org, work);
        }
        try {
            return there(replica.get(), org, seen, work).orElseGet(() -> here.inOrg(org, work));
        } catch (DbClientException e) {
            return without(e, () -> here.inOrg(org, work));
        } catch (Fault fault) {
            if (fault.code() != Fault.Code.UNAVAILABLE) {
                throw fault;
            }
            return without(fault, () -> here.inOrg(org, work));
        }
    }

    private static <T> Optional<T> there(
            Transactions replica, OrgId org, Optional<Position> seen, Function<Tx, T> work) {
        if (seen.isEmpty()) {
            return Optional.of(replica.inOrg(org, work));
        }
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Heard<T> heard = replica.inOrg(org, tx -> ask(tx, seen.get(), work));
            if (heard.knows() || System.nanoTime() - end > 0) {
                return heard.answer();
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static <T> Heard<T> ask(Tx tx, Position seen, Function<Tx, T> work) {
        boolean knows = tx.sql(HAS).with("xid", seen.toString()).get(row -> row.flag("has"));
        return knows
                ? new Heard<>(true, Optional.of(work.apply(tx)))
                : new Heard<>(false, Optional.empty());
    }

    private <T> T without(RuntimeException cause, java.util.function.Supplier<T> instead) {
        LOG.warn("the replica does not answer; the primary reads for it: {}", cause.getMessage());
        awayUntil.set(System.nanoTime() + AFTER_FAILURE.toNanos());
        return instead.get();
    }
}
