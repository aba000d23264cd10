package io.fulfillx.backend.shipping;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;

/** Asks again for the labels of parcels whose order is no longer held. */
final class ResumeLabels implements Worker {
    private static final int BATCH = 50;

    private final Transactions transactions;
    private final FulfillmentModule fulfillment;

    ResumeLabels(Transactions transactions, FulfillmentModule fulfillment) {
        this.transactions = transactions;
        this.fulfillment = fulfillment;
    }

    @Override
    public String name() {
        return "resume-labels";
    }

    @Override
    public boolean runOnce() {
        for (var org : transactions.orgs()) {
            transactions.inOrg(
                    org,
                    tx -> {
                        fulfillment
                                .unobstructed(tx, BATCH)
                                .forEach(parcel -> fulfillment.askAgain(tx, parcel.parcelId()));
                        return true;
                    });
        }
        return false;
    }
}
