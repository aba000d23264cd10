package io.fulfillx.backend.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.lab.CarrierParcel.Party;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarrierTariffTest {
    private static CarrierParcel parcel(int grams, int length, int width, int height, String zip) {
        Party from = new Party("FX", "", "1 Dock", "", "Reno", "NV", "89502", "US");
        Party to = new Party("Ada", "", "2 Mill", "", "X", "OR", zip, "US");
        return new CarrierParcel("r", from, to, grams, length, width, height);
    }

    @ParameterizedTest
    @CsvSource({
        // inches 12x9x7, 11x9x6, 12x9x5 after rounding each side up
        "100, 282, 216, 158, 6",
        "100, 260, 221, 130, 5",
        "100, 282, 206, 105, 4",
        "454, 25, 25, 25, 2",
        "453, 25, 25, 25, 1"
    })
    void billsTheLargerOfWeightAndVolumeRoundedUp(
            int grams, int length, int width, int height, long pounds) {
        assertEquals(
                pounds,
                CarrierTariff.billablePounds(parcel(grams, length, width, height, "89502")));
    }

    @Test
    void asksMoreForAFartherZone() {
        long near = CarrierTariff.quotes(parcel(500, 100, 100, 100, "89502")).get(0).amountMinor();
        long far = CarrierTariff.quotes(parcel(500, 100, 100, 100, "02108")).get(0).amountMinor();
        assertTrue(far > near);
    }

    @Test
    void checksNumbersWithWeightsThreeAndOne() {
        assertEquals(8, TrackingNumbers.checkDigit("10614141234567890"));
    }
}
