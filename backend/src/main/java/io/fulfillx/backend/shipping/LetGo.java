package io.fulfillx.backend.shipping;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.LabelSaga.Situation;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;

import java.time.Clock;
import java.util.List;

/**
 * Gives a parcel to its station although it has no label, as the carrier lets it wait too long.
 * When the station may number it by itself, no label is bought any more: a parcel never gets both.
 */
final class LetGo {
    private static final String WHY = "Its station numbers the parcel.";

    private final Transactions transactions;
    private final LabelSaga saga;
    private final LabelStore labels;
    private final FulfillmentModule fulfillment;
    private final LeaseService lease;
    private final Clock clock;

    LetGo(
            Transactions transactions,
            LabelSaga saga,
            LabelStore labels,
            FulfillmentModule fulfillment,
            LeaseService lease,
            Clock clock) {
        this.transactions = transactions;
        this.saga = saga;
        this.labels = labels;
        this.fulfillment = fulfillment;
        this.lease = lease;
        this.clock = clock;
    }

    /** Whether the station numbers it, so that no label may be bought. */
    boolean letGo(OrgId org, ParcelId id) {
        return transactions.inOrg(
                org,
                tx -> {
                    Situation now = saga.lock(tx, id);
                    if (!now.mayBuy() || !labels.newestBought(tx, List.of(id)).isEmpty()) {
                        return now.numberedByStation();
                    }
                    boolean mayNumber =
                            isSurelyUnpaid(now) && lease.of(tx, now.order()).isPresent();
                    fulfillment.lane().letGo(tx, now.parcel(), mayNumber);
                    boolean numbers = fulfillment.lane().isNumberedByStation(tx, id);
                    if (numbers) {
                        dropIntent(tx, now);
                    }
                    return numbers;
                });
    }

    private static boolean isSurelyUnpaid(Situation now) {
        return now.label().filter(label -> label.state().mayBePaid()).isEmpty();
    }

    private void dropIntent(Tx tx, Situation now) {
        now.label()
                .filter(label -> label.state() == LabelState.INTENT)
                .ifPresent(
                        label -> labels.move(tx, label, LabelState.FAILED, WHY, clock.instant()));
    }
}
