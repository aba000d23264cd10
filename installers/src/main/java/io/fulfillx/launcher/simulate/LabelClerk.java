package io.fulfillx.launcher.simulate;

import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.fulfillment.api.ParcelStatus;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.orders.api.OrderStatus;
import io.fulfillx.launcher.simulate.Books.Label;
import io.fulfillx.model.id.OrgId;
import io.fulfillx.model.label.TrackingNumber;

import java.io.IOException;
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

    /** Whether its label still has to be taken back, because the address was changed. */
    private boolean isOutdated(Parcel parcel) {
        return parcel.isInWork()
                && house.isForOldAddress(parcel)
                && house.books().labels.get(parcel.parcelId()).state() != Label.State.VOIDED;
    }

    private void buy(Parcel parcel) {
        Books books = house.books();
        Optional<Label> known = books.labels.find(parcel.parcelId());
        boolean again = known.filter(it -> it.state() == Label.State.INTENT).isPresent();
        Label intent =
                again
                        ? known.get()
                        : new Label(
                                known.map(Label::attempt).orElse(0) + 1,
                                Label.State.INTENT,
                                null,
                                house.clock().instant(),
                                known.map(Label::last).orElse(null));
        keep(parcel, intent);
        String reference = parcel.parcelId() + "-" + intent.attempt();
        try {
            Optional<TrackingNumber> bought = again ? find(reference) : Optional.empty();
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
                                            intent.asked(),
                                            number);
                            house.books().labels.put(parcel.parcelId(), label);
                            Parcel now = house.books().parcels.get(parcel.parcelId());
                            if (now.status() == ParcelStatus.PLANNED) {
                                house.change(Rewrite.status(now, ParcelStatus.Verb.LABEL));
                            }
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
                                    .put(
                                            parcel.parcelId(),
                                            new Label(
                                                    label.attempt(),
                                                    Label.State.VOIDED,
                                                    label.number(),
                                                    label.asked(),
                                                    label.last()));
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
