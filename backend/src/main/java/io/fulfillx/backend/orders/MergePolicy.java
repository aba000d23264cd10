package io.fulfillx.backend.orders;

import io.fulfillx.model.address.Address;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Says what keeps two orders from leaving in one parcel. Pure. */
final class MergePolicy {
    private MergePolicy() {}

    /** Empty when nothing does. */
    static Optional<String> obstacle(OrderRecord one, OrderRecord other) {
        if (!one.channelId().equals(other.channelId())) {
            return Optional.of("They come from different channels.");
        } else if (one.shipTo() == null || other.shipTo() == null) {
            return Optional.of("One of them has no address.");
        } else if (!place(one.shipTo()).equals(place(other.shipTo()))) {
            return Optional.of("They go to different addresses.");
        } else if (!Objects.equals(service(one), service(other))) {
            return Optional.of("They were promised different services.");
        } else if (!one.total().currency().equals(other.total().currency())) {
            return Optional.of("They are in different currencies.");
        }
        return Optional.empty();
    }

    private static String service(OrderRecord order) {
        String service =
                order.chosenService() == null ? order.requestedService() : order.chosenService();
        return service == null ? "" : service.strip().toLowerCase(Locale.ROOT);
    }

    /** What is the same on an envelope whoever typed it. */
    private static String place(Address to) {
        return String.join(
                "|",
                plain(to.name()),
                plain(to.company()),
                plain(to.line1()),
                plain(to.line2()),
                plain(to.city()),
                plain(to.stateCode()),
                plain(to.postalCode()),
                plain(to.countryCode()));
    }

    private static String plain(@org.jspecify.annotations.Nullable String text) {
        return text == null
                ? ""
                : text.strip().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
