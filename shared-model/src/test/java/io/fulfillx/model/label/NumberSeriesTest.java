package io.fulfillx.model.label;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.label.NumberSeries.Issued;
import io.fulfillx.model.label.NumberSeries.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/** Numbers that carriers and GS1 have published, made again from their parts. */
class NumberSeriesTest {
    @ParameterizedTest
    @CsvSource({
        // GS1 General Specifications.
        "SSCC, 10614141, '', 234567890, 106141412345678908",
        "SSCC, 39521000, '', 1, 395210000000000019",
        // A package number of a public sample, and one of the other form, reckoned by hand.
        "USPS_IMPB, 901131854, 612, 1746851, 9261290113185417468510",
        "USPS_IMPB, 123456, 055, 1234567890, 9305512345612345678900",
        // UPS tracking numbers of public samples.
        "UPS_1Z, 5R8939, 03, 5756712, 1Z5R89390357567127",
        "UPS_1Z, 999AA1, 01, 2345678, 1Z999AA10123456784"
    })
    void aNumberIsMadeOfItsPartsAndTheirCheckDigit(
            Kind kind, String issuer, String type, long serial, String number) {
        NumberSeries series = new NumberSeries(kind, issuer);
        TrackingNumber made = series.number(type, serial);
        assertEquals(number, made.value());
        Optional<Issued> read = NumberSeries.read(made);
        assertEquals(
                kind == Kind.SSCC ? Optional.empty() : Optional.of(new Issued(series, serial)),
                read);
    }

    @ParameterizedTest
    @CsvSource({
        "SSCC, 9521000, ''", // no extension digit
        "SSCC, 095210001234, ''",
        "USPS_IMPB, 923456, 612", // a mailer id of 6 digits begins with 0 to 8
        "USPS_IMPB, 801131854, 612",
        "USPS_IMPB, 90113185, 612",
        "UPS_1Z, 5R893, 03",
        "UPS_1Z, 5r8939, 03"
    })
    void whoCannotGiveOutNumbersIsRefused(Kind kind, String issuer, String type) {
        assertFalse(kind.isIssuer(issuer));
        assertTrue(kind.isType(type));
        assertThrows(IllegalArgumentException.class, () -> new NumberSeries(kind, issuer));
    }

    @ParameterizedTest
    @CsvSource({
        "9261290113185417468511", // its check digit is 0
        "9461290113185417468510",
        "1Z12345E0205271688", // a sample with a wrong check digit
        "1Z5R8939035756712",
        "FX1234567890128"
    })
    void whatNobodyHereCouldHaveMadeIsNotTakenApart(String number) {
        assertEquals(Optional.empty(), NumberSeries.read(new TrackingNumber(number)));
    }

    @Test
    void thereAreAsManyNumbersAsTheDigitsAllow() {
        assertEquals(1_000_000, NumberSeries.plates(0, "9521000123").serials());
        assertEquals(10_000_000, new NumberSeries(Kind.USPS_IMPB, "901131854").serials());
        assertEquals(10_000_000_000L, new NumberSeries(Kind.USPS_IMPB, "123456").serials());
        NumberSeries ups = new NumberSeries(Kind.UPS_1Z, "999AA1");
        assertEquals(10_000_000, ups.serials());
        assertThrows(IllegalArgumentException.class, () -> ups.number("01", 10_000_000));
        assertThrows(IllegalArgumentException.class, () -> ups.number("1", 1));
    }

    @Test
    void numbersAreGivenOutOneAfterTheOtherUntilNoneIsLeft() {
        NumberSeries series = NumberSeries.plates(0, "9521000123");
        NumberRange range = new NumberRange(series, 999_998, 1_000_000);
        assertEquals(2, range.left());
        assertEquals("09521000123999998", range.plate().digits().substring(0, 17));
        NumberRange last = range.rest();
        assertEquals("09521000123999999", last.plate().digits().substring(0, 17));
        assertEquals(0, last.rest().left());
        assertThrows(IllegalStateException.class, () -> last.rest().plate());
        assertThrows(IllegalArgumentException.class, () -> new NumberRange(series, 0, 1_000_001));
        assertThrows(IllegalArgumentException.class, () -> new Sscc("106141412345678909"));
    }
}
