package io.fulfillx.backend.fulfillment;

import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.OrderTasksModule;
import io.fulfillx.backend.platform.event.Delivery;
import io.fulfillx.backend.platform.event.OutboxHandler;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;

import java.util.UUID;

/** Counts the units of a tote back to their bins once somebody has put them there. */
final class FinishUnpacking implements OutboxHandler {
    private final Transactions transactions;
    private final ParcelStore parcels;
    private final OrderTasksModule tasks;
    private final PutBackParcel putBack;

    FinishUnpacking(
            Transactions transactions,
            ParcelStore parcels,
            OrderTasksModule tasks,
            PutBackParcel putBack) {
        this.transactions = transactions;
        this.parcels = parcels;
        this.tasks = tasks;
        this.putBack = putBack;
    }

    @Override
    public String topic() {
        return OrderTasksModule.TASK_DONE;
    }

    @Override
    public Delivery deliver(OrgId org, UUID subject) {
        return transactions.inOrg(
                org,
                tx -> {
                    tasks.emptied(tx, subject)
                            .flatMap(parcel -> parcels.lock(tx, parcel))
                            .ifPresent(parcel -> putBack(tx, parcel, subject));
                    return Delivery.done();
                });
    }

    private void putBack(Tx tx, Parcel parcel, UUID task) {
        int _ = putBack.putBack(tx, parcel, "task:" + task);
    }
}
