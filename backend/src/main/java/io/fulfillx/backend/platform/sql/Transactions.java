package io.fulfillx.backend.platform.sql;

import io.fulfillx.backend.platform.Deadline;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.model.id.OrgId;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbClientException;
import io.helidon.dbclient.DbTransaction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The only class that opens transactions. A transaction belongs to one organisation; row-level
 * security hides everything else. A use case that runs inside another one joins its transaction, so
 * that both commit together or not at all.
 */
public final class Transactions implements Commits {
    private static final Logger LOG = LoggerFactory.getLogger(Transactions.class);
    private static final ScopedValue<Tx> CURRENT = ScopedValue.newInstance();

    /** Whose transaction it is and how long it may take: one round trip, for it alone. */
    private static final String BEGIN =
            """
            select set_config('app.org_id', :org, true),
              set_config('statement_timeout', :statement, true),
              set_config('lock_timeout', :lock, true)
            """;

    /** The commit does not wait for the disk, and gives its locks back that much earlier. */
    private static final String BEGIN_UNFLUSHED =
            BEGIN.strip() + ", set_config('synchronous_commit', 'off', true)";

    /** Statements are planned once, whatever they are given, and not for each of their values. */
    private static final String BEGIN_PLANNED =
            BEGIN.strip() + ", set_config('plan_cache_mode', 'force_generic_plan', true)";

    /** A commit of its own, which waits as any other does: all before it are on disk then. */
    private static final String FLUSH =
            "select cast(pg_logical_emit_message(true, 'fulfillx', '') as text) as flushed";

    private static final String SET_SLUG = "select set_config('app.org_slug', :slug, true)";
    private static final String ORG_BY_SLUG = "select org_id from org where slug = :slug";
    private static final String ALL_ORGS = "select org_id from org order by org_id";

    /** SQL states: query cancelled, lock not available. */
    private static final Set<String> GIVEN_UP = Set.of("57014", "55P03");

    private final DbClient client;
    private final DbClient directory;
    private final Consumer<News> wakeOthers;

    /**
     * @param client connects as the application role, which owns nothing
     * @param directory connects as the role that may only list organisations
     * @param wakeOthers told of a commit that others of the organisation wait for
     */
    public Transactions(DbClient client, DbClient directory, Consumer<News> wakeOthers) {
        this.client = client;
        this.directory = directory;
        this.wakeOthers = wakeOthers;
    }

    /** Whether this thread is inside a transaction. */
    static boolean isOpen() {
        return CURRENT.isBound();
    }

    /** Runs the work in a transaction of that organisation, or in the one already open for it. */
    @Override
    public <T> T inOrg(OrgId org, Function<Tx, T> work) {
        return joined(org, BEGIN, work);
    }

    /**
     * For those who come with the same few statements again and again. Statements that search by
     * what they happen to be given are planned worse there.
     */
    public Commits plannedOnce() {
        return new Commits() {
            @Override
            public <T> T inOrg(OrgId org, Function<Tx, T> work) {
                return joined(org, BEGIN_PLANNED, work);
            }

            @Override
            public void flush() {
                Transactions.this.flush();
            }
        };
    }

    private <T> T joined(OrgId org, String begin, Function<Tx, T> work) {
        if (CURRENT.isBound()) {
            Tx open = CURRENT.get();
            if (!open.org().equals(org)) {
                throw new IllegalStateException("a transaction of another organisation is open");
            }
            return work.apply(open);
        }
        return inOrg(org, begin, work);
    }

    /**
     * Runs the work in a transaction that is committed but may not be on disk yet when this
     * returns: a power cut may undo it, never in part. Others see it and may build on it, because
     * what they commit is on disk no earlier. Nobody outside may be told before {@link #flush}.
     */
    <T> T inOrgUnflushed(OrgId org, Function<Tx, T> work) {
        return inOrg(org, BEGIN_UNFLUSHED, work);
    }

    @Override
    public void flush() {
        try (var rows = client.execute().createQuery(FLUSH).execute()) {
            rows.forEach(_ -> {});
        }
    }

    private <T> T inOrg(OrgId org, String begin, Function<Tx, T> work) {
        Duration limit = limit();
        DbTransaction transaction = client.transaction();
        Tx tx = new Tx(transaction, org);
        T result =
                run(
                        transaction,
                        open -> {
                            begin(open, begin, org, limit);
                            return ScopedValue.where(CURRENT, tx).call(() -> work.apply(tx));
                        });
        if (!tx.news().topics().isEmpty()) {
            wakeOthers.accept(tx.news());
        }
        return result;
    }

    /** Finds an organisation by the short name people sign in with. */
    public Optional<OrgId> findOrg(String slug) {
        return run(
                client.transaction(),
                transaction -> {
                    set(transaction, SET_SLUG, "slug", slug);
                    return ids(transaction, ORG_BY_SLUG, slug).stream().findFirst();
                });
    }

    /** All organisations, for workers that go through them one by one. */
    public List<OrgId> orgs() {
        return run(directory.transaction(), transaction -> ids(transaction, ALL_ORGS, null));
    }

    /** How long a statement may take: what is left of the request's time, if that is less. */
    private static Duration limit() {
        Duration left = Deadline.left().orElse(Database.STATEMENT_TIMEOUT);
        if (left.toMillis() < 1) {
            throw tooLate();
        }
        return left.compareTo(Database.STATEMENT_TIMEOUT) < 0 ? left : Database.STATEMENT_TIMEOUT;
    }

    private static Fault tooLate() {
        return new Fault(
                Fault.Code.TIMED_OUT, "It took too long and was given up; nothing was done.");
    }

    private static void begin(DbTransaction transaction, String begin, OrgId org, Duration limit) {
        long lock = Math.min(limit.toMillis(), Database.LOCK_TIMEOUT.toMillis());
        try (var rows =
                transaction
                        .createQuery(begin)
                        .addParam("org", org.toString())
                        .addParam("statement", Long.toString(limit.toMillis()))
                        .addParam("lock", Long.toString(lock))
                        .execute()) {
            rows.forEach(_ -> {});
        }
    }

    private static void set(DbTransaction transaction, String sql, String parameter, String value) {
        try (var rows = transaction.createQuery(sql).addParam(parameter, value).execute()) {
            rows.forEach(_ -> {});
        }
    }

    private static List<OrgId> ids(DbTransaction transaction, String sql, @Nullable String slug) {
        var query = transaction.createQuery(sql);
        if (slug != null) {
            query.addParam("slug", slug);
        }
        try (var rows = query.execute()) {
            return rows.map(row -> new OrgId((UUID) row.column("org_id").get())).toList();
        }
    }

    private static <T> T run(DbTransaction transaction, Function<DbTransaction, T> work) {
        boolean done = false;
        try {
            T result = work.apply(transaction);
            transaction.commit();
            done = true;
            return result;
        } catch (DbClientException e) {
            throw wasCancelled(e) ? tooLate() : e;
        } finally {
            if (!done) {
                undo(transaction);
            }
        }
    }

    /** A statement that failed has given the connection back already, which undoes its work. */
    private static void undo(DbTransaction transaction) {
        try {
            transaction.rollback();
        } catch (DbClientException e) {
            LOG.debug("the transaction had ended before", e);
        }
    }

    /** Whether the database gave up because a statement or a lock took too long. */
    private static boolean wasCancelled(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && GIVEN_UP.contains(Objects.toString(sql.getSQLState(), ""))) {
                return true;
            }
        }
        return false;
    }
}
