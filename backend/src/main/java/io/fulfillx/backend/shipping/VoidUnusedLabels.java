package io.fulfillx.backend.shipping;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes labels back that nobody used, before their carrier would refuse that. */
final class VoidUnusedLabels implements Worker {
    private static final int BATCH = 20;

    /** In time for a carrier that is away for a while. */
    private static final Duration BEFORE = Duration.ofDays(1);

    private static final String WHY = "It was not used in time for the carrier to take it back.";

    private final Transactions transactions;
    private final LabelStore labels;
    private final FulfillmentModule fulfillment;
    private final TakeBackLabel takeBack;
    private final CarrierDesk desk;
    private final Clock clock;

    VoidUnusedLabels(
            Transactions transactions,
            LabelStore labels,
            FulfillmentModule fulfillment,
            TakeBackLabel takeBack,
            CarrierDesk desk,
            Clock clock) {
        this.transactions = transactions;
        this.labels = labels;
        this.fulfillment = fulfillment;
        this.takeBack = takeBack;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "void-unused-labels";
    }

    @Override
    public Set<String> wokenBy() {
        return Set.of(Feed.TOPIC);
    }

    /** Days pass slowly. */
    @Override
    public Duration pace() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Next runOnce(OrgId org) {
        int found = 0;
        for (Map.Entry<String, Duration> limit : desk.voidLimits().entrySet()) {
            Instant before = clock.instant().minus(limit.getValue()).plus(BEFORE);
            List<ParcelId> unused =
                    transactions.inOrg(
                            org, tx -> labels.unused(tx, limit.getKey(), before, WHY, BATCH));
            for (ParcelId parcel : unused) {
                takeBack(org, parcel, before);
            }
            found += unused.size();
        }
        return found == 0 ? Next.WHEN_WOKEN : Next.SOON;
    }

    private void takeBack(OrgId org, ParcelId parcel, Instant before) {
        boolean settled =
                takeBack.replace(org, parcel, WHY, (tx, _, label) -> isUnused(tx, label, before));
        if (!settled) {
            boolean _ = transactions.inOrg(org, tx -> keepRefused(tx, parcel));
        }
    }

    /** Neither refused before nor bought meanwhile. */
    private boolean isUnused(Tx tx, Label label, Instant before) {
        boolean untried = label.error().isEmpty() || label.error().equals(WHY);
        return untried && labels.createdAt(tx, label).isBefore(before);
    }

    /** The carrier keeps the money: then the label may as well be used. */
    private boolean keepRefused(Tx tx, ParcelId id) {
        Parcel parcel = fulfillment.lock(tx, id).orElseThrow();
        labels.newest(tx, id)
                .filter(label -> label.state() == LabelState.PURCHASED)
                .ifPresent(label -> fulfillment.labelled(tx, parcel, label.service()));
        return true;
    }
}
