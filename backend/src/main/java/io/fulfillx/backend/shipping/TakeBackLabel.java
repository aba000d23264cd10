package io.fulfillx.backend.shipping;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;

import java.time.Clock;
import java.util.Optional;

/**
 * Takes a label back that must not be used and has another one bought. The parcel is withdrawn from
 * its station first, so that nobody sticks the old one on.
 */
final class TakeBackLabel {
    private final Transactions transactions;
    private final LabelStore labels;
    private final FulfillmentModule fulfillment;
    private final VoidLabels voidLabels;
    private final Clock clock;

    TakeBackLabel(
            Transactions transactions,
            LabelStore labels,
            FulfillmentModule fulfillment,
            VoidLabels voidLabels,
            Clock clock) {
        this.transactions = transactions;
        this.labels = labels;
        this.fulfillment = fulfillment;
        this.voidLabels = voidLabels;
        this.clock = clock;
    }

    /** Tells which labels have to go. */
    interface Unfit {
        /**
         * @param parcel locked by this transaction
         */
        boolean is(Tx tx, Parcel parcel, Label newest);
    }

    /** False while the old label is not settled. */
    boolean replace(OrgId org, ParcelId parcel, String why, Unfit unfit) {
        Optional<Label> old = transactions.inOrg(org, tx -> withdraw(tx, parcel, why, unfit));
        if (old.isEmpty()) {
            return true;
        }
        if (old.get().state() == LabelState.VOID_REQUESTED) {
            var _ = voidLabels.giveBack(org, old.get());
        }
        return transactions.inOrg(org, tx -> again(tx, parcel));
    }

    /** The label that has to go, if there is one; nobody works with it any more. */
    private Optional<Label> withdraw(Tx tx, ParcelId parcel, String why, Unfit unfit) {
        Parcel now = fulfillment.lock(tx, parcel).orElseThrow();
        Optional<Label> label =
                labels.newest(tx, parcel).filter(newest -> unfit.is(tx, now, newest));
        if (label.isEmpty() || !now.isInWork()) {
            return Optional.empty();
        }
        switch (label.get().state()) {
            case INTENT -> labels.move(tx, label.get(), LabelState.FAILED, why, clock.instant());
            case PURCHASED -> {
                labels.move(tx, label.get(), LabelState.VOID_REQUESTED, why, clock.instant());
                fulfillment.awaitNewLabel(tx, now, why);
            }
            case REQUESTED, UNKNOWN, VOID_REQUESTED, FAILED, VOIDED -> {}
        }
        return labels.newest(tx, parcel);
    }

    /** Asks for another label once the old one is surely gone. */
    private boolean again(Tx tx, ParcelId parcel) {
        LabelState state = labels.newest(tx, parcel).map(Label::state).orElse(LabelState.FAILED);
        if (state.allowsNewAttempt()) {
            fulfillment.lane().buyAnyway(tx, parcel);
        }
        return state.allowsNewAttempt();
    }
}
