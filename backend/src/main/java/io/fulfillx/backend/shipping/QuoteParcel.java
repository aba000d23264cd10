package io.fulfillx.backend.shipping;

import io.fulfillx.backend.carriers.RateOutcome;
import io.fulfillx.backend.carriers.ShipmentSpec;
import io.fulfillx.backend.fulfillment.api.Parcel;
import io.fulfillx.backend.orders.api.OrderForShipping;
import io.fulfillx.backend.platform.sql.Tx;
import io.fulfillx.backend.shipping.CarrierDesk.Contract;
import io.fulfillx.model.address.Address;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Asks every carrier for its rates and chooses; the answer is kept with its inputs. */
final class QuoteParcel {
    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final CarrierDesk desk;
    private final LabelStore labels;
    private final ServiceMapping mapping;
    private final Predicate<Address> isPoBox;
    private final Supplier<UUID> ids;
    private final RatePolicy policy = new RatePolicy();

    /**
     * @param isPoBox tells whether couriers refuse an address
     */
    QuoteParcel(
            CarrierDesk desk,
            LabelStore labels,
            ServiceMapping mapping,
            Predicate<Address> isPoBox,
            Supplier<UUID> ids) {
        this.desk = desk;
        this.labels = labels;
        this.mapping = mapping;
        this.isPoBox = isPoBox;
        this.ids = ids;
    }

    /** What came of asking. */
    sealed interface Quoted {
        record Chosen(RateOffer offer, Quote quote) implements Quoted {}

        /** No carrier takes it as it is; the reason is for people. */
        record Impossible(String reason, Optional<Quote> quote) implements Quoted {}

        record Later(String reason, Optional<Duration> after) implements Quoted {}
    }

    /** A quote as it is kept: what was asked, what was offered, what was chosen and why. */
    record Quote(
            ShipmentSpec spec,
            ShippingPromise promise,
            List<RateOffer> offers,
            RateChoice choice) {}

    /** Runs outside any transaction. */
    Quoted quote(Parcel parcel, OrderForShipping order) {
        Optional<ShipmentSpec> spec = desk.spec(parcel, order, parcel.parcelId().toString());
        if (spec.isEmpty()) {
            return new Quoted.Impossible("The order has no address.", Optional.empty());
        }
        List<RateOffer> offers = new ArrayList<>();
        List<String> declined = new ArrayList<>();
        for (Contract contract : desk.all()) {
            String code = contract.carrier().code();
            switch (contract.carrier().rates().rates(contract.account(), spec.get(), DEADLINE)) {
                case RateOutcome.Rated(var rates) ->
                        rates.forEach(rate -> offers.add(new RateOffer(code, rate)));
                case RateOutcome.Declined(_, String detail) ->
                        declined.add(contract.carrier().displayName() + ": " + detail);
                case RateOutcome.Unavailable(String reason, var after) -> {
                    return new Quoted.Later(code + " gives no rates: " + reason, after);
                }
            }
        }
        if (offers.isEmpty() && !declined.isEmpty()) {
            return new Quoted.Impossible(String.join("; ", declined), Optional.empty());
        }
        return choose(spec.get(), order, offers);
    }

    private Quoted choose(ShipmentSpec spec, OrderForShipping order, List<RateOffer> offers) {
        ShippingPromise promise =
                mapping.promise(
                        order.requestedService(), order.chosenService(), isPoBox.test(spec.to()));
        RateChoice choice = policy.choose(offers, promise);
        Quote quote = new Quote(spec, promise, offers, choice);
        return switch (choice) {
            case RateChoice.Chosen(RateOffer offer, _, _) -> new Quoted.Chosen(offer, quote);
            case RateChoice.NoService(String reason, _) ->
                    new Quoted.Impossible(reason, Optional.of(quote));
        };
    }

    void keep(Tx tx, Parcel parcel, Quote quote) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        inputs.put("from", quote.spec().from());
        inputs.put("to", quote.spec().to());
        inputs.put("weightGrams", quote.spec().weight().grams());
        inputs.put("dimensions", quote.spec().dimensions());
        inputs.put("promise", quote.promise());
        labels.quote(tx, ids.get(), parcel.parcelId(), inputs, quote.offers(), why(quote.choice()));
    }

    private static Map<String, Object> why(RateChoice choice) {
        Map<String, Object> why = new LinkedHashMap<>();
        switch (choice) {
            case RateChoice.Chosen(RateOffer offer, String lateness, _) -> {
                why.put("carrier", offer.carrier());
                why.put("service", offer.rate().service());
                why.put("lateness", lateness);
            }
            case RateChoice.NoService(String reason, _) -> why.put("noService", reason);
        }
        Map<String, String> rejected = new LinkedHashMap<>();
        choice.rejections()
                .forEach(each -> rejected.put(each.offer().rate().service(), each.reason()));
        why.put("rejected", rejected);
        return why;
    }
}
