package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.CarrierManifest;
import io.fulfillx.backend.carriers.ManifestOutcome;
import io.fulfillx.backend.carriers.ManifestOutcome.Refusal;
import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.OrdersModule;
import io.fulfillx.backend.orders.api.NewTask;
import io.fulfillx.backend.orders.api.TaskKind;
import io.fulfillx.backend.platform.event.Feed;
import io.fulfillx.backend.platform.job.Worker;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.CarrierDesk.Contract;
import io.fulfillx.backend.shipping.ManifestStore.Due;
import io.fulfillx.backend.shipping.ManifestStore.Line;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.label.TrackingNumber;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tells carriers of numbers that stations made. A manifest is closed before it is sent, so that it
 * is the same one each time; its id keeps the carrier from taking it twice.
 */
final class ReportManifests implements Worker {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final ManifestStore store;
    private final CarrierDesk desk;
    private final FulfillmentModule fulfillment;
    private final OrdersModule orders;
    private final Clock clock;

    ReportManifests(
            Transactions transactions,
            ManifestStore store,
            CarrierDesk desk,
            FulfillmentModule fulfillment,
            OrdersModule orders,
            Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.desk = desk;
        this.fulfillment = fulfillment;
        this.orders = orders;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "report-manifests";
    }

    @Override
    public Set<String> wokenBy() {
        return Set.of(Feed.TOPIC);
    }

    /** Minutes pass slowly. */
    @Override
    public Duration pace() {
        return SHORTEST;
    }

    /** A manifest that is due, with what is on it. */
    private record Work(Due due, List<Line> lines) {}

    @Override
    public Next runOnce(OrgId org) {
        boolean waiting = transactions.inOrg(org, store::isAnyWaiting);
        if (waiting) {
            desk.all().forEach(contract -> look(org, contract));
        }
        return waiting ? Next.SOON : Next.WHEN_WOKEN;
    }

    private void look(OrgId org, Contract contract) {
        Optional<Work> work = transactions.inOrg(org, tx -> due(tx, contract.carrier().code()));
        work.ifPresent(each -> report(org, contract, each));
    }

    private Optional<Work> due(Tx tx, String carrier) {
        Instant now = clock.instant();
        store.close(tx, carrier, now.minus(desk.gathering()), now);
        // Longer than the request may take, so that nobody sends it beside this.
        Instant until = now.plus(desk.deadline().multipliedBy(2));
        return store.claim(tx, carrier, now, until)
                .map(due -> new Work(due, store.lines(tx, due.manifestId())));
    }

    private void report(OrgId org, Contract contract, Work work) {
        CarrierManifest manifest =
                new CarrierManifest(
                        work.due().manifestId(), work.lines().stream().map(Line::told).toList());
        ManifestOutcome outcome =
                contract.carrier().manifests().close(contract.account(), manifest, desk.deadline());
        boolean _ =
                transactions.inOrg(
                        org,
                        tx -> {
                            settle(tx, work.due(), work.lines(), outcome);
                            return true;
                        });
    }

    private void settle(Tx tx, Due due, List<Line> lines, ManifestOutcome outcome) {
        switch (outcome) {
            case ManifestOutcome.Taken(List<Refusal> refusals) -> taken(tx, due, lines, refusals);
            case ManifestOutcome.Declined(String reason) ->
                    taken(
                            tx,
                            due,
                            lines,
                            lines.stream()
                                    .map(line -> new Refusal(line.told().number(), reason))
                                    .toList());
            case ManifestOutcome.Unknown(String reason) ->
                    store.later(tx, due.manifestId(), clock.instant().plus(pause(due)), reason);
        }
    }

    private static Duration pause(Due due) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(due.attempts() - 1, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private void taken(Tx tx, Due due, List<Line> lines, List<Refusal> refusals) {
        if (!store.reported(tx, due.manifestId(), clock.instant())) {
            return;
        }
        Map<TrackingNumber, Line> byNumber =
                lines.stream()
                        .collect(Collectors.toMap(it -> it.told().number(), Function.identity()));
        for (Refusal refusal : refusals) {
            Line line = byNumber.get(refusal.number());
            if (line != null) {
                store.refused(tx, due.manifestId(), refusal.number(), refusal.reason());
                ask(tx, line, refusal);
            }
        }
        store.accepted(tx, due.manifestId());
    }

    /** The station that packed it stands next to it until the pickup. */
    private void ask(Tx tx, Line line, Refusal refusal) {
        Parcel parcel = fulfillment.find(tx, line.parcelId()).orElseThrow();
        orders.tasks()
                .ask(
                        tx,
                        new NewTask(
                                parcel.orderId(),
                                parcel.parcelId(),
                                TaskKind.REFUSED_NUMBER,
                                refusal.number().value(),
                                parcel.stationId(),
                                "The carrier does not take the parcel with the number "
                                        + refusal.number()
                                        + " ("
                                        + refusal.reason()
                                        + "). Keep it from its pickup, or fetch it back, and call"
                                        + " the carrier."));
    }
}
