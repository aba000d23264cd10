package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.ItemId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What an act on a parcel asks of the others of its order. Each answer costs the same however many
 * they are.
 */
final class SiblingStore {
    private static final String OTHER =
            """
            select o.parcel_id from parcel o
            where o.org_id = :org and o.parcel_id = any(cast(:ids as uuid[]))
              and exists (select 1 from parcel p
                where p.org_id = :org and p.fulfillment_order_id = o.fulfillment_order_id
                  and p.parcel_id <> o.parcel_id and p.status in (%s)
                  and exists (select 1 from parcel_line l
                    where l.org_id = p.org_id and l.parcel_id = p.parcel_id and %s))
            """;
    private static final String OTHER_IN_WORK =
            OTHER.formatted("'PLANNED', 'LABELLED', 'PICKED', 'SET_ASIDE'", "l.quantity > l.short");
    private static final String OTHER_TO_PICK =
            OTHER.formatted(
                    "'PLANNED', 'LABELLED', 'SET_ASIDE'", "l.quantity > l.short + l.picked");
    private static final String LEFT_BEFORE =
            """
            select parcel_id, item_id, quantity - short as units from parcel_line
            where org_id = :org and line_id = :line and committed_at is not null
              and parcel_id <> :id
            order by committed_at desc, parcel_id desc
            limit 200
            """;
    private static final String LAST_NUMBER =
            """
            select coalesce(max(number), 0) as last from parcel
            where org_id = :org and order_id = :order
            """;

    /** Units of one item in a parcel that left. */
    record Left(ParcelId parcel, ItemId item, int units) {}

    /** Those with another parcel of their fulfillment order that a bench may have work with. */
    Set<ParcelId> withOtherInWork(Tx tx, Collection<ParcelId> parcels) {
        return withOther(tx, OTHER_IN_WORK, parcels);
    }

    /** Those with another parcel of their fulfillment order that is still to be picked. */
    Set<ParcelId> withOtherToPick(Tx tx, Collection<ParcelId> parcels) {
        return withOther(tx, OTHER_TO_PICK, parcels);
    }

    private static Set<ParcelId> withOther(Tx tx, String sql, Collection<ParcelId> parcels) {
        return Set.copyOf(
                tx.sql(sql)
                        .withIds("ids", parcels.stream().map(ParcelId::value).toList())
                        .list(row -> new ParcelId(row.uuid("parcel_id"))));
    }

    /** Units of the line in the parcels that left last before this one, the last one first. */
    List<Left> leftBefore(Tx tx, ParcelId parcel, OrderLineId line) {
        return tx.sql(LEFT_BEFORE)
                .with("id", parcel.value())
                .with("line", line.value())
                .list(
                        row ->
                                new Left(
                                        new ParcelId(row.uuid("parcel_id")),
                                        new ItemId(row.uuid("item_id")),
                                        row.integer("units")));
    }

    /** The highest number of a parcel of the order; 0 when it has none. */
    int lastNumber(Tx tx, OrderId order) {
        return tx.sql(LAST_NUMBER).with("order", order.value()).get(row -> row.integer("last"));
    }
}
