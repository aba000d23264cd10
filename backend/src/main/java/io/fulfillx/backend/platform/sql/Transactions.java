package io.fulfillx.backend.platform.sql;

import io.fulfillx.model.id.OrgId;
import io.helidon.dbclient.DbClient;
import io.helidon.dbclient.DbTransaction;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The only class that opens transactions. A transaction belongs to one organisation; row-level
 * security hides everything else. A use case that runs inside another one joins its transaction, so
 * that both commit together or not at all.
 */
public final class Transactions {
    private static final ScopedValue<Tx> CURRENT = ScopedValue.newInstance();

    private static final String SET_ORG = "select set_config('app.org_id', :org, true)";
    private static final String SET_SLUG = "select set_config('app.org_slug', :slug, true)";
    private static final String ORG_BY_SLUG = "select org_id from org where slug = :slug";
    private static final String ALL_ORGS = "select org_id from org order by org_id";

    private final DbClient client;
    private final DbClient directory;
    private final Runnable wakeOthers;

    /**
     * @param client connects as the application role, which owns nothing
     * @param directory connects as the role that may only list organisations
     * @param wakeOthers runs after a commit that others wait for
     */
    public Transactions(DbClient client, DbClient directory, Runnable wakeOthers) {
        this.client = client;
        this.directory = directory;
        this.wakeOthers = wakeOthers;
    }

    /** Whether this thread is inside a transaction. */
    static boolean isOpen() {
        return CURRENT.isBound();
    }

    /** Runs the work in a transaction of that organisation, or in the one already open for it. */
    public <T> T inOrg(OrgId org, Function<Tx, T> work) {
        if (CURRENT.isBound()) {
            Tx open = CURRENT.get();
            if (!open.org().equals(org)) {
                throw new IllegalStateException("a transaction of another organisation is open");
            }
            return work.apply(open);
        }
        DbTransaction transaction = client.transaction();
        Tx tx = new Tx(transaction, org);
        T result =
                run(
                        transaction,
                        open -> {
                            set(open, SET_ORG, "org", org.toString());
                            return ScopedValue.where(CURRENT, tx).call(() -> work.apply(tx));
                        });
        if (tx.wakesOthers()) {
            wakeOthers.run();
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
        } finally {
            if (!done) {
                transaction.rollback();
            }
        }
    }
}
