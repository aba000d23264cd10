package io.fulfillx.backend.identity;

import io.fulfillx.backend.platform.sql.Tx;

final class OrganizationStore {
    private static final String INSERT =
            """
            insert into org (org_id, slug, name) values (:org, :slug, :name) on conflict do nothing
            """;

    /** False when the short name is taken. */
    boolean insert(Tx tx, String slug, String name) {
        return tx.sql(INSERT).with("slug", slug).with("name", name).run() == 1;
    }
}
