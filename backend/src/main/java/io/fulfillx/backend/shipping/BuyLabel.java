package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.BuyOutcome;
import io.fulfillx.backend.carriers.FindOutcome;
import io.fulfillx.backend.carriers.PurchasedLabel;
import io.fulfillx.backend.carriers.ShipmentSpec;
import io.fulfillx.backend.fulfillment.FulfillmentModule;
import io.fulfillx.backend.platform.event.Delivery;
import io.fulfillx.backend.platform.event.OutboxHandler;
import io.fulfillx.backend.platform.sql.Transactions;
import io.fulfillx.backend.shipping.CarrierDesk.Contract;
import io.fulfillx.backend.shipping.LabelSaga.Situation;
import io.fulfillx.backend.shipping.QuoteParcel.Quoted;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.id.ParcelId;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Gets one label for one parcel, whatever breaks on the way. Where to go on is read from the
 * label's state alone, so that a second delivery, at once or after a crash, does no harm: what may
 * have been sent is looked up at the carrier and never simply sent again.
 */
final class BuyLabel implements OutboxHandler {
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration RARELY = Duration.ofSeconds(30);

    private final Transactions transactions;
    private final LabelSaga saga;
    private final LetGo letGo;
    private final QuoteParcel quoteParcel;
    private final CarrierDesk desk;
    private final Clock clock;
    private final Supplier<UUID> ids;

    BuyLabel(
            Transactions transactions,
            LabelSaga saga,
            LetGo letGo,
            QuoteParcel quoteParcel,
            CarrierDesk desk,
            Clock clock,
            Supplier<UUID> ids) {
        this.transactions = transactions;
        this.saga = saga;
        this.letGo = letGo;
        this.quoteParcel = quoteParcel;
        this.desk = desk;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public String topic() {
        return FulfillmentModule.PARCEL_PLANNED;
    }

    @Override
    public Delivery deliver(OrgId org, UUID subject) {
        Optional<Situation> found = saga.look(org, new ParcelId(subject));
        if (found.isEmpty()) {
            return Delivery.done();
        }
        Situation seen = found.get();
        Delivery delivery =
                seen.label()
                        .filter(label -> !label.state().allowsNewAttempt())
                        .map(label -> goOn(org, seen, label))
                        .orElseGet(() -> begin(org, seen));
        boolean numbered =
                delivery instanceof Delivery.Wait
                        && isLate(seen.parcel().parcelId())
                        && letGo.letGo(org, seen.parcel().parcelId());
        return numbered ? Delivery.done() : delivery;
    }

    private boolean isLate(ParcelId parcel) {
        // The id is a UUIDv7: its first 48 bits are the moment it was made (RFC 9562, 5.7).
        long planned = parcel.value().getMostSignificantBits() >>> 16;
        return clock.millis() - planned >= desk.patience().toMillis();
    }

    private Delivery goOn(OrgId org, Situation seen, Label label) {
        return switch (label.state()) {
            case INTENT -> request(org, seen, label);
            case REQUESTED, UNKNOWN -> lookUp(org, seen, label);
            case PURCHASED, VOID_REQUESTED, FAILED, VOIDED -> Delivery.done();
        };
    }

    private Delivery begin(OrgId org, Situation seen) {
        if (!seen.mayBuy()) {
            return transactions.inOrg(
                    org,
                    tx -> {
                        saga.hinder(tx, saga.lock(tx, seen.parcel().parcelId()));
                        return Delivery.done();
                    });
        }
        return switch (quoteParcel.quote(seen.parcel(), seen.order())) {
            case Quoted.Later(String reason, var after) ->
                    new Delivery.Wait(reason, after.orElseGet(() -> patience(seen)));
            case Quoted.Impossible(String reason, var quote) ->
                    transactions.inOrg(
                            org,
                            tx -> {
                                quote.ifPresent(it -> quoteParcel.keep(tx, seen.parcel(), it));
                                saga.refuse(tx, seen.parcel(), reason);
                                return Delivery.done();
                            });
            case Quoted.Chosen chosen -> {
                Optional<Label> label = intend(org, seen, chosen);
                yield label.isPresent()
                        ? request(org, seen, label.get())
                        : new Delivery.Wait("overtaken by another delivery", SOON);
            }
        };
    }

    private Optional<Label> intend(OrgId org, Situation seen, Quoted.Chosen chosen) {
        return transactions.inOrg(
                org,
                tx -> {
                    Situation now = saga.lock(tx, seen.parcel().parcelId());
                    if (now.addressRevision() != seen.addressRevision()) {
                        // What was seen names the carrier an address that is an old one now.
                        return Optional.empty();
                    }
                    Optional<Label> label = saga.intend(tx, now, chosen.offer(), ids.get());
                    label.ifPresent(_ -> quoteParcel.keep(tx, now.parcel(), chosen.quote()));
                    return label;
                });
    }

    /** Sends the one request this claim stands for. */
    private Delivery request(OrgId org, Situation seen, Label intent) {
        Optional<ShipmentSpec> spec = desk.spec(seen.parcel(), seen.order(), intent.reference());
        Optional<Label> claimed = spec.flatMap(_ -> saga.claim(org, intent, seen.parcel()));
        if (spec.isEmpty() || claimed.isEmpty()) {
            return lookAgain(org, seen);
        }
        Label label = claimed.get();
        Contract contract = desk.get(label.carrier());
        BuyOutcome outcome =
                contract.carrier()
                        .buys()
                        .buy(contract.account(), spec.get(), label.service(), desk.deadline());
        return switch (outcome) {
            case BuyOutcome.Bought(PurchasedLabel bought) -> {
                saga.finish(org, label, bought);
                yield Delivery.done();
            }
            case BuyOutcome.Declined(_, String detail) -> {
                saga.fail(org, label, contract.carrier().displayName() + ": " + detail);
                yield Delivery.done();
            }
            case BuyOutcome.NotReached(String reason, var after) -> {
                saga.move(org, label, LabelState.INTENT, reason);
                yield new Delivery.Wait(reason, after.orElseGet(() -> patience(seen)));
            }
            case BuyOutcome.Unknown(String reason) -> {
                saga.move(org, label, LabelState.UNKNOWN, reason);
                yield new Delivery.Wait(reason, SOON);
            }
        };
    }

    /** Nothing was claimed: held or cancelled ends it, another delivery at work is waited for. */
    private Delivery lookAgain(OrgId org, Situation seen) {
        Optional<Situation> now = saga.look(org, seen.parcel().parcelId());
        return now.isPresent() && now.get().mayBuy()
                ? new Delivery.Wait("overtaken by another delivery", SOON)
                : Delivery.done();
    }

    /** What became of a request whose answer nobody has. */
    private Delivery lookUp(OrgId org, Situation seen, Label label) {
        Contract contract = desk.get(label.carrier());
        FindOutcome outcome =
                contract.carrier()
                        .finds()
                        .find(contract.account(), label.reference(), desk.deadline());
        return switch (outcome) {
            case FindOutcome.Found(PurchasedLabel bought, List<PurchasedLabel> surplus) -> {
                saga.finish(org, label, bought);
                saga.giveBack(label, surplus);
                yield Delivery.done();
            }
            case FindOutcome.NotFound() -> notFound(org, label);
            case FindOutcome.Unavailable(String reason) -> {
                if (label.state() == LabelState.REQUESTED && isOver(label, desk.deadline())) {
                    saga.move(org, label, LabelState.UNKNOWN, reason);
                }
                yield new Delivery.Wait(reason, patience(seen));
            }
        };
    }

    /** Believed only when the request can no longer be under way. */
    private Delivery notFound(OrgId org, Label label) {
        if (!isOver(label, desk.settle())) {
            return new Delivery.Wait("not known to the carrier yet", SOON.multipliedBy(5));
        }
        saga.move(org, label, LabelState.INTENT, "not known to the carrier");
        return new Delivery.Wait("surely not bought", Duration.ZERO);
    }

    private boolean isOver(Label label, Duration time) {
        return clock.instant().isAfter(label.changedAt().plus(time));
    }

    /** A carrier that is away is asked less and less often, but for as long as it takes. */
    private Duration patience(Situation seen) {
        Duration age =
                seen.label()
                        .map(label -> Duration.between(label.changedAt(), clock.instant()))
                        .orElse(Duration.ofSeconds(4));
        Duration quarter = age.dividedBy(4);
        return quarter.compareTo(RARELY) > 0 ? RARELY : quarter.plus(SOON);
    }
}
