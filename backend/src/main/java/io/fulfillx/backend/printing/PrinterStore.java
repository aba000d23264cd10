package io.fulfillx.backend.printing;

import io.fulfillx.backend.platform.sql.Row;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.printing.language.PrinterCondition;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class PrinterStore {
    private static final String SELECT =
            """
            select printer_id, name, address, profile, active,
              case when leased_until > now() then condition end as condition,
              case when leased_until > now() then condition_at end as condition_at
            from printer where org_id = :org
            """;
    private static final String FIND = SELECT + "and printer_id = :id";
    private static final String LOCK = FIND + " for update";
    private static final String ACTIVE = SELECT + "and active order by printer_id";
    private static final String LIST =
            SELECT
                    + """
                    and active and (cast(:before as uuid) is null or printer_id < :before)
                    order by printer_id desc limit :limit
                    """;
    private static final String INSERT =
            """
            insert into printer (org_id, printer_id, name, address, profile)
            values (:org, :id, :name, :address, :profile)
            on conflict do nothing
            """;
    private static final String UPDATE =
            """
            update printer set name = :name, address = :address, profile = :profile
            where org_id = :org and printer_id = :id and not exists (
              select 1 from printer other where other.org_id = :org and other.active
                and other.printer_id <> :id
                and (other.name = :name or other.address = :address))
            """;
    private static final String ARCHIVE =
            """
            update printer set active = false, leased_by = null, leased_until = null
            where org_id = :org and printer_id = :id
            """;
    private static final String LEASE =
            """
            update printer set leased_by = :instance, leased_until = now() + interval '15 seconds',
              condition = :condition, condition_at = now()
            where org_id = :org and printer_id = :id and active
              and (leased_by is null or leased_by = :instance or leased_until < now())
            """;
    private static final String HOLDS_LEASE =
            """
            select 1 as held from printer
            where org_id = :org and printer_id = :id and leased_by = :instance
              and leased_until > now()
            for share
            """;
    private static final String GIVE_BACK =
            """
            update printer set leased_by = null, leased_until = null
            where org_id = :org and printer_id = :id and leased_by = :instance
            """;
    private static final String BUSY =
            """
            select count(*) as labels from print_batch_label
            where org_id = :org and (printer_id = :id or move_to = :id)
              and state in ('WAITING', 'SENT')
            """;

    Optional<SavedPrinter> find(Tx tx, UUID id) {
        return tx.sql(FIND).with("id", id).find(PrinterStore::printer);
    }

    /** Nobody else changes it, and it gets no labels, until this transaction ends. */
    Optional<SavedPrinter> lock(Tx tx, UUID id) {
        return tx.sql(LOCK).with("id", id).find(PrinterStore::printer);
    }

    List<SavedPrinter> active(Tx tx) {
        return tx.sql(ACTIVE).list(PrinterStore::printer);
    }

    /** Newest first, without those that were archived. */
    List<SavedPrinter> list(Tx tx, @Nullable UUID before, int limit) {
        return tx.sql(LIST).with("before", before).with("limit", limit).list(PrinterStore::printer);
    }

    /** False when another printer has that name or address. */
    boolean insert(Tx tx, UUID id, String name, URI address, String profile) {
        return tx.sql(INSERT)
                        .with("id", id)
                        .with("name", name)
                        .with("address", address.toString())
                        .with("profile", profile)
                        .run()
                == 1;
    }

    /** False when another printer has that name or address. */
    boolean update(Tx tx, UUID id, String name, URI address, String profile) {
        return tx.sql(UPDATE)
                        .with("id", id)
                        .with("name", name)
                        .with("address", address.toString())
                        .with("profile", profile)
                        .run()
                == 1;
    }

    void archive(Tx tx, UUID id) {
        tx.sql(ARCHIVE).with("id", id).run();
    }

    /** Labels that have not ended and count on this printer. */
    int busy(Tx tx, UUID id) {
        return tx.sql(BUSY).with("id", id).get(row -> row.integer("labels"));
    }

    /** Takes or renews the lease; false when another process drives the printer. */
    boolean lease(Tx tx, UUID id, String instance, PrinterCondition condition) {
        return tx.sql(LEASE)
                        .with("id", id)
                        .with("instance", instance)
                        .with("condition", condition.name())
                        .run()
                == 1;
    }

    /** Whether the process still drives the printer; it stays so until this transaction ends. */
    boolean holdsLease(Tx tx, UUID id, String instance) {
        return tx.sql(HOLDS_LEASE)
                .with("id", id)
                .with("instance", instance)
                .find(row -> row.integer("held"))
                .isPresent();
    }

    void giveBack(Tx tx, UUID id, String instance) {
        tx.sql(GIVE_BACK).with("id", id).with("instance", instance).run();
    }

    private static SavedPrinter printer(Row row) {
        String condition = row.textOrNull("condition");
        return new SavedPrinter(
                row.uuid("printer_id"),
                row.text("name"),
                URI.create(row.text("address")),
                row.text("profile"),
                row.flag("active"),
                condition == null ? null : PrinterCondition.valueOf(condition),
                row.instantOrNull("condition_at"));
    }
}
