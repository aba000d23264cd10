package io.fulfillx.backend.shipping;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/**
 * Turns the buyer's words at checkout ("Express Shipping") into a promise. The first entry whose
 * words occur wins; without one there is no promise.
 */
public record ServiceMapping(List<Entry> entries) {
    public ServiceMapping {
        entries = List.copyOf(entries);
    }

    /**
     * @param words lower-case part of the requested service's name
     */
    public record Entry(String words, @Nullable Integer maxTransitDays, @Nullable String service) {}

    /** Overnight and express mean two days, everything else means cheapest. */
    public static ServiceMapping ordinary() {
        return new ServiceMapping(
                List.of(
                        new Entry("overnight", 1, null),
                        new Entry("next day", 1, null),
                        new Entry("same day", 1, null),
                        new Entry("express", 2, null),
                        new Entry("2-day", 2, null),
                        new Entry("two day", 2, null)));
    }

    /**
     * @param ruledService a service an automation rule demands; it beats the buyer's words
     */
    public ShippingPromise promise(
            @Nullable String requestedService, @Nullable String ruledService, boolean poBox) {
        if (ruledService != null) {
            return new ShippingPromise(null, ruledService, poBox);
        }
        String asked = requestedService == null ? "" : requestedService.toLowerCase(Locale.ROOT);
        return entries.stream()
                .filter(entry -> asked.contains(entry.words))
                .findFirst()
                .map(entry -> new ShippingPromise(entry.maxTransitDays, entry.service, poBox))
                .orElse(new ShippingPromise(null, null, poBox));
    }
}
