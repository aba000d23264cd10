package io.fulfillx.backend.orders;

import io.fulfillx.backend.channels.ConfirmOutcome;
import io.fulfillx.backend.channels.ShipmentConfirmation;
import io.fulfillx.backend.channels.ShipmentConfirmation.ConfirmedLine;
import io.fulfillx.backend.identity.api.Actor;
import io.fulfillx.backend.orders.ChannelAccess.Shop;
import io.fulfillx.backend.orders.NoticeStore.Notice;
import io.fulfillx.backend.orders.api.ShippedParcel;
import io.fulfillx.backend.platform.event.Delivery;
import io.fulfillx.backend.platform.event.OutboxHandler;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells the channel the tracking number of a parcel that left, until it knows it. */
final class SendTracking implements OutboxHandler {
    static final String TOPIC = "tracking.send";

    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private final Transactions transactions;
    private final NoticeStore notices;
    private final ChannelAccess channels;
    private final OrderJournal journal;

    SendTracking(
            Transactions transactions,
            NoticeStore notices,
            ChannelAccess channels,
            OrderJournal journal) {
        this.transactions = transactions;
        this.notices = notices;
        this.channels = channels;
        this.journal = journal;
    }

    private record Errand(
            Notice notice,
            Shop shop,
            Map<OrderLineId, String> channelLines,
            List<ShipmentConfirmation.Tracking> earlier) {}

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public Delivery deliver(OrgId org, UUID subject) {
        ParcelId parcel = new ParcelId(subject);
        List<Errand> errands = transactions.inOrg(org, tx -> errands(tx, parcel));
        if (errands.isEmpty()) {
            return new Delivery.Dead("there is no shipment notice of parcel " + subject);
        }
        for (Errand errand : errands) {
            // Only a part of a kit: the channel hears of it with the parcel that completes it.
            boolean tells = errand.notice().parcel().completesAny();
            if (tells && errand.notice().sentAt() == null) {
                Delivery delivery = settle(org, errand, confirm(errand));
                if (!(delivery instanceof Delivery.Done)) {
                    return delivery;
                }
            }
        }
        return Delivery.done();
    }

    /** One for each order with units in the parcel. */
    private List<Errand> errands(Tx tx, ParcelId parcel) {
        return notices.of(tx, parcel).stream()
                .flatMap(
                        notice ->
                                channels
                                        .find(tx, notice.channelId())
                                        .map(
                                                shop ->
                                                        new Errand(
                                                                notice,
                                                                shop,
                                                                notices.channelLines(
                                                                        tx,
                                                                        notice.parcel().orderId()),
                                                                notices.earlier(
                                                                        tx, notice.parcel())))
                                        .stream())
                .toList();
    }

    private ConfirmOutcome confirm(Errand errand) {
        ShippedParcel parcel = errand.notice().parcel();
        List<ConfirmedLine> lines =
                parcel.lines().stream()
                        .filter(line -> !line.quantity().isZero())
                        .map(
                                line ->
                                        new ConfirmedLine(
                                                errand.channelLines()
                                                        .getOrDefault(line.lineId(), ""),
                                                line.quantity()))
                        .toList();
        ShipmentConfirmation confirmation =
                new ShipmentConfirmation(
                        errand.notice().channelOrderId(),
                        parcel.trackingNumber(),
                        parcel.carrierName(),
                        parcel.trackingUrl(),
                        lines,
                        errand.earlier());
        return errand.shop()
                .kind()
                .shipments()
                .confirm(channels.connection(errand.shop()), confirmation, DEADLINE);
    }

    private Delivery settle(OrgId org, Errand errand, ConfirmOutcome outcome) {
        return switch (outcome) {
            case ConfirmOutcome.Confirmed(String shipment) -> sent(org, errand, shipment);
            case ConfirmOutcome.AlreadyConfirmed(String shipment) -> sent(org, errand, shipment);
            case ConfirmOutcome.Retry(String reason, Optional<Duration> after) ->
                    new Delivery.Retry(reason, after);
            case ConfirmOutcome.Rejected(String code, String detail) ->
                    new Delivery.Dead(code + ": " + detail);
        };
    }

    private Delivery sent(OrgId org, Errand errand, String shipment) {
        ShippedParcel parcel = errand.notice().parcel();
        return transactions.inOrg(
                org,
                tx -> {
                    if (notices.markSent(tx, parcel, shipment)) {
                        journal.note(
                                tx,
                                parcel.orderId(),
                                Actor.SYSTEM,
                                "TRACKING_SENT",
                                "The channel knows " + parcel.trackingNumber() + ".");
                        journal.progressed(tx, List.of(parcel.orderId()));
                    }
                    return Delivery.done();
                });
    }
}
