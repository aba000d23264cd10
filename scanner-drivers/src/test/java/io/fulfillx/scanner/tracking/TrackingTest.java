package io.fulfillx.scanner.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.scanner.tracking.CarrierNumber.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class TrackingTest {
    private static Tracking.Found found(String text) {
        return assertInstanceOf(Tracking.Found.class, Tracking.read(text), text);
    }

    @ParameterizedTest
    @CsvSource({
        "1ZFX12340376543211,             UPS,          1ZFX12340376543211",
        "1z fx1 234 03 7654 3211,        UPS,          1ZFX12340376543211",
        "K1506230009,                    UPS,          K1506230009",
        "9205599999999000000427,         USPS,         9205599999999000000427",
        "94001369999991234567890125,     USPS,         94001369999991234567890125",
        "940559012345670000000000000428, USPS,         940559012345670000000000000428",
        "71120000000000000423,           USPS,         71120000000000000423",
        "390123456780,                   FEDEX,        390123456780",
        "040000000000428,                FEDEX,        040000000000428",
        "9611020098765400000429,         FEDEX,        098765400000429",
        "9632001560001234567100390123456780, FEDEX,    390123456780",
        "1001921334250009021000390123456780, FEDEX,    390123456780",
        "32971514560102443901234567802014, FEDEX,      390123456780",
        "61299990000000000424,           FEDEX,        61299990000000000424",
        "1234567891,                     DHL_EXPRESS,  1234567891",
        "00340434000000000420,           DHL_PAKET,    00340434000000000420",
        "JJD149990200000000042,          DHL_PAKET,    JJD149990200000000042",
        "RR473124829DE,                  DEUTSCHE_POST, RR473124829DE",
        "CP000000014FI,                  POST,         CP000000014FI",
        "EE473124829GB,                  ROYAL_MAIL,   EE473124829GB",
        "TBA000000000042,                AMAZON,       TBA000000000042",
        "0123 4567 8901 233,             DPD,          01234567890123",
        "%009021001234567890123101276,   DPD,          01234567890123",
        "009021001234567890123101276Q,   DPD,          01234567890123",
        "C10000000000046,                ONTRAC,       C10000000000046",
        "LX10000042,                     LASERSHIP,    LX10000042",
        "4012000000000423,               CANADA_POST,  4012000000000423",
        "]I0012500000042,                DHL_PAKET,    012500000042",
    })
    void aNumberNamesItsCarrier(String text, Carrier carrier, String number) {
        CarrierNumber best = found(text).best();
        assertEquals(carrier, best.carrier());
        assertEquals(number, best.number());
        assertEquals(Kind.PARCEL, best.kind());
    }

    @ParameterizedTest
    @CsvSource({
        "1ZFX12340376543212,                 UPS",
        "K1506230008,                        UPS",
        "9205599999999000000428,             USPS",
        "420902109205599999999000000428,     USPS",
        "390123456781,                       FEDEX",
        "9611020098765400000428,             FEDEX",
        "9632001560001234567100390123456781, FEDEX",
        "1234567892,                         DHL_EXPRESS",
        "00340434000000000421,               DHL_PAKET",
        "RR473124828DE,                      DEUTSCHE_POST",
        "C10000000000047,                    ONTRAC",
    })
    void aWrongCheckDigitIsToldAsOne(String text, Carrier carrier) {
        Tracking.WrongCheckDigit wrong =
                assertInstanceOf(Tracking.WrongCheckDigit.class, Tracking.read(text), text);
        assertEquals(carrier, wrong.carrier());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "FXT17",
                "X00ABC-1",
                "000000000000",
                "1Z",
                "RR473124829QQ",
                "1ZFX1234037654321\u00e9",
                "TBA00000000004",
                "\u0000\u0001"
            })
    void whatIsNoCarriersNumberIsNone(String text) {
        assertInstanceOf(Tracking.Unknown.class, Tracking.read(text));
    }

    @Test
    void aHugeTextIsRefusedAtOnce() {
        assertInstanceOf(Tracking.Unknown.class, Tracking.read("9".repeat(1_000_000)));
    }

    @Test
    void theServiceIsReadWhereTheNumberTells() {
        assertEquals(Optional.of("Ground"), found("1ZFX12340376543211").best().service());
        assertEquals(Optional.of("SurePost"), found("1Z9AB9C9YW00000420").best().service());
        assertEquals(
                Optional.of("Priority Mail"), found("9205599999999000000427").best().service());
        assertEquals(Optional.of("registered letter"), found("RR473124829DE").best().service());
    }

    @ParameterizedTest
    @CsvSource({
        "420902109205599999999000000427, 90210",
        "420902101234\u001d9205599999999000000427, 902101234",
        "4209021094001369999991234567890125, 90210",
    })
    void whereAPackageOfUspsGoesStandsInFront(String text, String zip) {
        CarrierNumber best = found(text).best();
        assertEquals(Carrier.USPS, best.carrier());
        assertEquals(Optional.of(zip), best.destination());
    }

    @ParameterizedTest
    @ValueSource(strings = {"42090210", "420902101234", "4212761010", "]C04210405000"})
    void aPostalCodeInPlainBarsIsARoutingCodeOfUps(String text) {
        CarrierNumber best = found(text).best();
        assertEquals(Kind.ROUTING, best.kind());
        assertEquals(Carrier.UPS, best.carrier());
        assertEquals(Carrier.ANY, found("]C142090210").best().carrier());
    }

    @ParameterizedTest
    @ValueSource(strings = {"340123450000000420", "00340123450000000420"})
    void aShippingUnitIsOfNoCertainCarrier(String text) {
        CarrierNumber best = found(text).best();
        assertEquals(Kind.SHIPPING_UNIT, best.kind());
        assertEquals("340123450000000420", best.number());
    }

    @Test
    void aNumberOfTwoCarriersHasTwoCandidatesTheLikelierFirst() {
        List<CarrierNumber> candidates = found("9261299990000000000424").candidates();
        assertEquals(
                List.of(Carrier.FEDEX, Carrier.USPS),
                candidates.stream().map(CarrierNumber::carrier).toList());
        assertTrue(found("1ZFX12340376543211").certain());
    }

    @Test
    void aMaxiCodeOfUpsIsPutTogetherAgain() {
        String maxiCode =
                "]U1[)>\u001e01\u001d96902101234\u001d840\u001d003\u001d1Z76543211\u001dUPSN"
                        + "\u001dFX1234\u001d180\u001d\u001d1/1\u001d5\u001dY\u001d\u001dX\u001dCA"
                        + "\u001e\u0004";
        CarrierNumber best = found(maxiCode).best();
        assertEquals("1ZFX12340376543211", best.number());
        assertEquals(Optional.of("902101234"), best.destination());
    }

    @Test
    void aPdf417OfFedexHoldsItsNumber() {
        String pdf =
                "]L2[)>\u001e01\u001d0290210\u001d840\u001d05\u001d3901234567800201\u001dFDE"
                        + "\u001d510087020\u001d\u001e\u0004";
        assertEquals("390123456780", found(pdf).best().number());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[)>\u001e01\u001d", "[)>\u001e01\u001d9\u001d\u001d\u001d\u001d\u001d"})
    void aTransportMessageThatIsCutOffIsUnknown(String text) {
        assertInstanceOf(Tracking.Unknown.class, Tracking.read(text));
    }
}
