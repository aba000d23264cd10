package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.backend.shipping.api.ParcelLabel.BoughtFor;
import io.fulfillx.launcher.simulate.Books.Label;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.label.TrackingNumber;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Buys labels and takes them back. Each purchase is written down before the carrier is asked, and
 * looked up under its name before it is tried again.
 */
class LabelClerk {
    /** How long a parcel waits for its label before it may be packed without one. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final OrgId org;
    private final MemoryCommits commits;
    private final House house;
    private final SimCarrier carrier;

    LabelClerk(OrgId org, MemoryCommits commits, House house, SimCarrier carrier) {
        this.org = org;
        this.commits = commits;
        this.house = house;
        this.carrier = carrier;
    }

    /** All numbers that are known. */
    final Set<TrackingNumber> numbers() {
        return house.books().labels.rows().stream()
                .map(Label::number)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
    }

    /** One round of the workers. */
    final void work() {
        Books books = house.books();
        if (carrier.isAway()) {
            List.copyOf(books.parcels.rows()).forEach(this::waitFor);
            return;
        }
        for (Parcel parcel : List.copyOf(books.parcels.rows())) {
            OrderForShipping order = books.orders.get(parcel.orderId());
            if (order.status() == OrderStatus.CANCELLED) {
                drop(parcel);
            } else if (isOutdated(parcel)) {
                replace(parcel);
            } else if (parcel.status() == ParcelStatus.PLANNED && !order.status().isGivenUp()) {
                buy(parcel);
            }
        }
    }

    /**
     * The carrier does not answer: what is written down is asked later, and a parcel that has
     * waited too long may be packed without its label.
     */
    private void waitFor(Parcel parcel) {
        Optional<Label> label = house.books().labels.find(parcel.parcelId());
        OrderForShipping order = house.books().orders.get(parcel.orderId());
        // The id is a UUIDv7: its first 48 bits are the moment it was made (RFC 9562, 5.7).
        long planned = parcel.parcelId().value().getMostSignificantBits() >>> 16;
        boolean late = house.clock().millis() - planned >= PATIENCE.toMillis();
        boolean never = label.map(Label::last).isEmpty();
        boolean wanted = parcel.status() == ParcelStatus.PLANNED && !order.status().isGivenUp();
        if (wanted && never && late && parcel.holds(order.activeHolds()).isEmpty()) {
            boolean _ =
                    commits.inOrg(
                            org,
                            _ -> {
                                house.lane().letGo(parcel);
                                return true;
                            });
        }
    }

    /**
     * Whether its label still has to be taken back: the address was changed, or it was packed
     * otherwise than the label was bought for.
     */
    private boolean isOutdated(Parcel parcel) {
        return parcel.isInWork()
                && (house.lane().isMisfit(parcel)
                        || house.isForOldAddress(parcel)
                                && house.books().labels.get(parcel.parcelId()).state()
                                        != Label.State.VOIDED);
    }

    private void buy(Parcel parcel) {
        Books books = house.books();
        Optional<Label> known = books.labels.find(parcel.parcelId());
        boolean again = known.filter(it -> it.state() == Label.State.INTENT).isPresent();
        int attempt = known.map(Label::attempt).orElse(0) + (again ? 0 : 1);
        String reference = parcel.parcelId() + "-" + attempt;
        Optional<TrackingNumber> bought = again ? find(reference) : Optional.empty();
        // What was bought before was bought for the parcel as it was then.
        Label intent =
                bought.isPresent()
                        ? known.get()
                        : new Label(
                                attempt,
                                Label.State.INTENT,
                                null,
                                known.filter(_ -> again)
                                        .map(Label::address)
                                        .orElseGet(() -> house.addressRevision(parcel.orderId())),
                                known.map(Label::last).orElse(null),
                                new BoughtFor(parcel.shippedCarton(), parcel.shippedWeight()));
        keep(parcel, intent);
        try {
            TrackingNumber number =
                    bought.isPresent() ? bought.get() : carrier.buy(reference, parcel.parcelId());
            bought(parcel, intent, number);
        } catch (IOException e) {
            // Nobody knows: the next round looks it up.
        }
    }

    /** Whether the purchase that nobody answered had been made. */
    Optional<TrackingNumber> find(String reference) {
        return carrier.find(reference);
    }

    private void bought(Parcel parcel, Label intent, TrackingNumber number) {
        boolean _ =
                commits.inOrg(
                        org,
                        _ -> {
                            Label label =
                                    new Label(
                                            intent.attempt(),
                                            Label.State.PURCHASED,
                                            number,
                                            intent.address(),
                                            number,
                                            intent.told());
                            house.books().labels.put(parcel.parcelId(), label);
                            Parcel now = house.books().parcels.get(parcel.parcelId());
                            if (now.status() == ParcelStatus.PLANNED) {
                                house.change(Rewrite.status(now, ParcelStatus.Verb.LABEL));
                            }
                            house.lane().look(now, now.stationId());
                            return true;
                        });
    }

    private void keep(Parcel parcel, Label label) {
        boolean _ =
                commits.inOrg(
                        org,
                        _ -> {
                            house.books().labels.put(parcel.parcelId(), label);
                            return true;
                        });
    }

    /** The label was bought for an address that is not the order's any more. */
    private void replace(Parcel parcel) {
        Label label = house.books().labels.get(parcel.parcelId());
        if (label.state() == Label.State.INTENT) {
            find(parcel.parcelId() + "-" + label.attempt()).ifPresent(carrier::giveBack);
        } else if (label.state() == Label.State.PURCHASED) {
            carrier.giveBack(Objects.requireNonNull(label.number()));
        }
        boolean _ =
                commits.inOrg(
                        org,
                        _ -> {
                            house.books()
                                    .labels
                                    .put(parcel.parcelId(), label.in(Label.State.VOIDED));
                            if (parcel.status() != ParcelStatus.PLANNED) {
                                house.change(
                                        Rewrite.status(parcel, ParcelStatus.Verb.REPLACE_LABEL));
                            }
                            return true;
                        });
    }

    private void drop(Parcel parcel) {
        Optional<Label> label = house.books().labels.find(parcel.parcelId());
        if (parcel.status() == ParcelStatus.CANCELLED) {
            return;
        }
        label.map(Label::attempt)
                .flatMap(attempt -> find(parcel.parcelId() + "-" + attempt))
                .ifPresent(carrier::giveBack);
        boolean _ =
                commits.inOrg(
                        org,
                        _ -> {
                            house.change(Rewrite.status(parcel, ParcelStatus.Verb.CANCEL));
                            return true;
                        });
    }
}
