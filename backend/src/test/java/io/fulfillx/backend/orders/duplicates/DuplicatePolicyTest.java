package io.fulfillx.backend.orders.duplicates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.address.Address;
import io.fulfillx.model.id.ChannelId;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.quantity.Money;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class DuplicatePolicyTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final ChannelId SHOP = new ChannelId(new UUID(1, 1));
    private static final ChannelId MARKET = new ChannelId(new UUID(1, 2));

    private final DuplicatePolicy policy = new DuplicatePolicy(DuplicateRule.DEFAULT);

    private static Fingerprint order(
            ChannelId channel,
            Duration later,
            long total,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String payment,
            Map<String, Integer> units) {
        return new Fingerprint(
                new OrderId(UUID.randomUUID()),
                channel,
                1,
                NOON.plus(later),
                new Money(total, "EUR"),
                email,
                phone,
                address,
                payment,
                units,
                Set.of());
    }

    private static Fingerprint first() {
        return order(SHOP, Duration.ZERO, 10_000, "e", "p", "a", "c", Map.of("MUG", 4, "TEA", 1));
    }

    private int points(Fingerprint other) {
        return policy.score(first(), other).points();
    }

    @Test
    void theSameOrderTwiceCountsEverything() {
        assertEquals(125, points(first()));
    }

    @Test
    void anOrderThatSharesNothingCountsNothing() {
        Fingerprint other =
                order(SHOP, Duration.ofDays(3), 500, "x", "y", "z", "w", Map.of("HAT", 1));
        assertEquals(0, points(other));
    }

    @Test
    void whatBothOrdersDoNotSayIsNotTheSame() {
        Fingerprint silent = order(SHOP, Duration.ZERO, 1, null, null, null, null, Map.of());
        Fingerprint mute = order(SHOP, Duration.ofDays(2), 5_000, null, null, null, null, Map.of());
        assertEquals(0, policy.score(silent, mute).points());
    }

    @ParameterizedTest
    @CsvSource({"e,x,25", "x,p,25", "e,p,25", "x,y,0"})
    void emailAndPhoneAreOneSignal(String email, String phone, int points) {
        Fingerprint other =
                order(SHOP, Duration.ofDays(3), 500, email, phone, "z", "w", Map.of("HAT", 1));
        assertEquals(points, points(other));
    }

    @ParameterizedTest
    @CsvSource({"4,1,25", "5,1,25", "6,1,0", "4,0,25", "3,1,25", "3,0,0"})
    void linesAreSimilarFromEightyPercentOfTheUnitsOn(int mugs, int teas, int points) {
        Fingerprint other =
                order(
                        SHOP,
                        Duration.ofDays(3),
                        500,
                        "x",
                        "y",
                        "z",
                        "w",
                        Map.of("MUG", mugs, "TEA", teas));
        assertEquals(points, points(other));
    }

    @ParameterizedTest
    @CsvSource({"10000,10", "10100,10", "10101,10", "10102,0", "9901,10", "9900,0"})
    void totalsAreTheSameBelowOnePercentOfTheLarger(long total, int points) {
        Fingerprint other =
                order(SHOP, Duration.ofDays(3), total, "x", "y", "z", "w", Map.of("HAT", 1));
        assertEquals(points, points(other));
    }

    @ParameterizedTest
    @CsvSource({"0,10", "1439,10", "-1439,10", "1440,0", "-1440,0"})
    void closeMeansLessThanADayApart(long minutes, int points) {
        Fingerprint other =
                order(SHOP, Duration.ofMinutes(minutes), 500, "x", "y", "z", "w", Map.of("HAT", 1));
        assertEquals(points, points(other));
    }

    @Test
    void anotherChannelTakesPointsOff() {
        Fingerprint other =
                order(MARKET, Duration.ofDays(3), 500, "e", "y", "a", "c", Map.of("HAT", 1));
        assertEquals(25 + 25 + 30 - 10, points(other));
        assertTrue(policy.isSuspicious(policy.score(first(), other)));
    }

    @Test
    void buyerAddressTotalAndTimeAreAlmostASuspicion() {
        Fingerprint other =
                order(SHOP, Duration.ZERO, 10_000, "e", "p", "a", "w", Map.of("HAT", 1));
        assertEquals(70, points(other));
        Fingerprint later =
                order(SHOP, Duration.ofDays(1), 10_000, "e", "p", "a", "w", Map.of("HAT", 1));
        assertFalse(policy.isSuspicious(policy.score(first(), later)));
    }

    @Test
    void addressesThatMeanTheSameHaveOneForm() {
        Address one =
                new Address(
                        "A", null, "12 Mill Lane", "Apt. 4", "Zürich", null, "97205", "US", null);
        Address two =
                new Address(
                        "B",
                        null,
                        "12, mill ln",
                        "APARTMENT 4",
                        "zurich",
                        null,
                        "972 05",
                        "US",
                        null);
        assertEquals(NormalForm.address(one), NormalForm.address(two));
        assertEquals(NormalForm.phone("+1 503 555 0147"), NormalForm.phone("(503) 555-0147"));
    }
}
