package io.fulfillx.backend.shipping;

import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.platform.event.Delivery;
import io.fulfillx.backend.platform.event.OutboxHandler;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;

import java.time.Duration;
import java.util.UUID;

/** Buys another label for a plated parcel whose own was bought for another weight or carton. */
final class ReplaceMisfits implements OutboxHandler {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final String WHY = "It was packed otherwise than its label was bought for.";

    private final TakeBackLabel takeBack;
    private final LabelPlated plated;

    ReplaceMisfits(TakeBackLabel takeBack, LabelPlated plated) {
        this.takeBack = takeBack;
        this.plated = plated;
    }

    @Override
    public String topic() {
        return FulfillmentModule.LABEL_MISFIT;
    }

    @Override
    public Delivery deliver(OrgId org, UUID subject) {
        return takeBack.replace(org, new ParcelId(subject), WHY, plated::isMisfit)
                ? Delivery.done()
                : new Delivery.Wait("a label that does not fit is not settled yet", PAUSE);
    }
}
