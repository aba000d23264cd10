package io.fulfillx.backend.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.carriers.CarrierRate;
import io.fulfillx.model.quantity.Money;

import org.junit.jupiter.api.Test;

import java.util.List;

class RatePolicyTest {
    private static final ShippingPromise ANY = new ShippingPromise(null, null, false);

    private final RatePolicy policy = new RatePolicy();

    private static RateOffer offer(String service, long cents, int days, boolean poBox) {
        return offer(service, new Money(cents, "USD"), days, poBox);
    }

    private static RateOffer offer(String service, Money price, int days, boolean poBox) {
        return new RateOffer("fx", new CarrierRate(service, service, price, days, poBox));
    }

    private static final RateOffer GROUND = offer("FXG", 900, 4, false);
    private static final RateOffer EXPRESS = offer("FXE", 2_400, 1, false);
    private static final RateOffer POST = offer("FXP", 700, 5, true);

    private String chosen(ShippingPromise promise, RateOffer... offers) {
        RateChoice choice = policy.choose(List.of(offers), promise);
        return assertInstanceOf(RateChoice.Chosen.class, choice).offer().rate().service();
    }

    @Test
    void takesTheCheapest() {
        assertEquals("FXP", chosen(ANY, GROUND, EXPRESS, POST));
    }

    @Test
    void keepsThePromise() {
        assertEquals("FXE", chosen(new ShippingPromise(2, null, false), GROUND, EXPRESS, POST));
    }

    @Test
    void takesTheFastestAndSaysSoWhenNoneKeepsThePromise() {
        RateChoice choice =
                policy.choose(List.of(GROUND, POST), new ShippingPromise(2, null, false));
        RateChoice.Chosen chosen = assertInstanceOf(RateChoice.Chosen.class, choice);
        assertEquals("FXG", chosen.offer().rate().service());
        assertEquals("takes 4 days, 2 were promised", chosen.lateness());
        assertEquals("is slower than FXG", chosen.rejections().getFirst().reason());
    }

    @Test
    void takesTheServiceAskedFor() {
        assertEquals("FXG", chosen(new ShippingPromise(null, "FXG", false), GROUND, EXPRESS, POST));
    }

    @Test
    void sendsAPoBoxByPost() {
        RateOffer dearPost = offer("FXP", 9_900, 5, true);
        assertEquals("FXP", chosen(new ShippingPromise(null, null, true), GROUND, dearPost));
    }

    @Test
    void breaksTiesByDaysThenByCode() {
        RateOffer fast = offer("ZZ", 700, 2, false);
        assertEquals("ZZ", chosen(ANY, POST, fast));
        assertEquals("AA", chosen(ANY, fast, offer("AA", 700, 2, false)));
    }

    @Test
    void saysWhyEveryOtherOfferLost() {
        RateChoice choice =
                policy.choose(List.of(GROUND, EXPRESS, POST), new ShippingPromise(4, null, false));
        List<String> reasons =
                choice.rejections().stream()
                        .map(each -> each.offer().rate().service() + " " + each.reason())
                        .toList();
        assertEquals(
                List.of(
                        "FXE costs 1500 minor units of USD more than FXG",
                        "FXP takes 5 days, 4 were promised"),
                reasons);
    }

    @Test
    void saysWhyNothingFits() {
        RateChoice choice = policy.choose(List.of(GROUND), new ShippingPromise(null, null, true));
        String reason = assertInstanceOf(RateChoice.NoService.class, choice).reason();
        assertTrue(reason.contains("post office boxes"), reason);
        assertInstanceOf(RateChoice.NoService.class, policy.choose(List.of(), ANY));
    }

    @Test
    void neverComparesCurrencies() {
        RateOffer yen = offer("FXJ", new Money(1, "JPY"), 1, true);
        assertEquals("FXG", chosen(ANY, GROUND, yen));
    }

    @Test
    void readsThePromiseFromTheBuyersWords() {
        ServiceMapping mapping = ServiceMapping.ordinary();
        assertEquals(
                new ShippingPromise(2, null, false),
                mapping.promise("Express Shipping", null, false));
        assertEquals(ANY, mapping.promise("Free Shipping", null, false));
        assertEquals(
                new ShippingPromise(null, "FXG", true), mapping.promise("Express", "FXG", true));
    }
}
