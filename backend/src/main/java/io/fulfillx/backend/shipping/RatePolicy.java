package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.CarrierRate;
import io.fulfillx.backend.shipping.RateChoice.Chosen;
import io.fulfillx.backend.shipping.RateChoice.NoService;
import io.fulfillx.backend.shipping.RateChoice.Rejection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The cheapest service that keeps the promise; ties go to the faster one, then by code. When none
 * is fast enough the fastest goes, and the choice says so: a late parcel is better than none. Pure.
 */
public final class RatePolicy {
    private static final Comparator<RateOffer> BEST_FIRST =
            Comparator.<RateOffer>comparingLong(offer -> offer.rate().price().minor())
                    .thenComparingInt(offer -> offer.rate().transitDays())
                    .thenComparing(offer -> offer.rate().service())
                    .thenComparing(RateOffer::carrier);

    private static final Comparator<RateOffer> FASTEST_FIRST =
            Comparator.<RateOffer>comparingInt(offer -> offer.rate().transitDays())
                    .thenComparing(BEST_FIRST);

    /** All offers must be in one currency; one in another is rejected, never converted. */
    public RateChoice choose(List<RateOffer> offers, ShippingPromise promise) {
        List<Rejection> rejections = new ArrayList<>();
        List<RateOffer> feasible = new ArrayList<>();
        for (RateOffer offer : offers) {
            objection(offer.rate(), promise)
                    .ifPresentOrElse(
                            reason -> rejections.add(new Rejection(offer, reason)),
                            () -> feasible.add(offer));
        }
        if (feasible.isEmpty()) {
            return new NoService(nothingLeft(offers, rejections), rejections);
        }
        rejectOtherCurrencies(feasible, rejections);
        List<RateOffer> inTime =
                feasible.stream().filter(offer -> isInTime(offer.rate(), promise)).toList();
        boolean late = inTime.isEmpty();
        RateOffer best =
                late
                        ? feasible.stream().min(FASTEST_FIRST).orElseThrow()
                        : inTime.stream().min(BEST_FIRST).orElseThrow();
        for (RateOffer offer : feasible) {
            if (!offer.equals(best)) {
                String reason =
                        late || inTime.contains(offer)
                                ? comparison(offer.rate(), best.rate())
                                : lateness(offer.rate(), promise);
                rejections.add(new Rejection(offer, reason));
            }
        }
        return new Chosen(best, late ? lateness(best.rate(), promise) : "", rejections);
    }

    private static void rejectOtherCurrencies(
            List<RateOffer> feasible, List<Rejection> rejections) {
        String currency = feasible.getFirst().rate().price().currency();
        feasible.removeIf(
                offer -> {
                    boolean foreign = !offer.rate().price().currency().equals(currency);
                    if (foreign) {
                        rejections.add(new Rejection(offer, "is not priced in " + currency));
                    }
                    return foreign;
                });
    }

    private static boolean isInTime(CarrierRate rate, ShippingPromise promise) {
        return promise.maxTransitDays() == null || rate.transitDays() <= promise.maxTransitDays();
    }

    private static String lateness(CarrierRate rate, ShippingPromise promise) {
        return "takes %d days, %d were promised"
                .formatted(rate.transitDays(), promise.maxTransitDays());
    }

    private static Optional<String> objection(CarrierRate rate, ShippingPromise promise) {
        if (promise.service() != null && !promise.service().equals(rate.service())) {
            return Optional.of("is not the service asked for, " + promise.service());
        }
        if (promise.poBox() && !rate.poBoxAllowed()) {
            return Optional.of("does not deliver to post office boxes");
        }
        return Optional.empty();
    }

    private static String comparison(CarrierRate rate, CarrierRate best) {
        long more = rate.price().minor() - best.price().minor();
        if (more > 0) {
            return "costs %d minor units of %s more than %s"
                    .formatted(more, best.price().currency(), best.service());
        }
        if (rate.transitDays() > best.transitDays() && more < 0) {
            return "is slower than %s".formatted(best.service());
        }
        return rate.transitDays() > best.transitDays()
                ? "costs the same as %s and is slower".formatted(best.service())
                : "is as good as %s, which comes first".formatted(best.service());
    }

    private static String nothingLeft(List<RateOffer> offers, List<Rejection> rejections) {
        if (offers.isEmpty()) {
            return "no carrier offers a service for this parcel";
        }
        StringBuilder reason = new StringBuilder("no service fits:");
        rejections.forEach(
                each ->
                        reason.append(' ')
                                .append(each.offer().rate().service())
                                .append(' ')
                                .append(each.reason())
                                .append(';'));
        reason.setLength(reason.length() - 1);
        return reason.toString();
    }
}
