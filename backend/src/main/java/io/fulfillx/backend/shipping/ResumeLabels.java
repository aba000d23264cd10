package io.fulfillx.backend.shipping;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.model.id.OrgId;

import java.util.List;
import java.util.Set;

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
    public Set<String> wokenBy() {
        return Set.of(Feed.TOPIC);
    }

    @Override
    public Next runOnce(OrgId org) {
        boolean full =
                transactions.inOrg(
                        org,
                        tx -> {
                            List<Parcel> free = fulfillment.unobstructed(tx, BATCH);
                            free.forEach(parcel -> fulfillment.askAgain(tx, parcel.parcelId()));
                            return free.size() == BATCH;
                        });
        return full ? Next.SOON : Next.WHEN_WOKEN;
    }
}
