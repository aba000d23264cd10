package io.fulfillx.scanner.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

/** Each rule of the table, once kept and once broken. */
class ApplicationIdentifierTest {
    private static ApplicationIdentifier identifier(String code) {
        return ApplicationIdentifier.find(code).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "00,   340123450000000420,   340123450000000421",
                "01,   09521234543213,       0952123454321A",
                "11,   240229,               230229",
                "11,   261200,               261232",
                "4326, 260630,               260600",
                "7003, 2606302359,           2606302400",
                "7011, 260630,               26063012",
                "7250, 20000229,             19000229",
                "8008, 26063023,             26063024",
                "8008, 2606302359,           2606302360",
                "8008, 260630235959,         260630235960",
                "20,   42,                   4",
                "30,   12345678,             123456789",
                "422,  276,                  000",
                "423,  276840,               27684",
                "7030, 999X,                 998X",
                "4307, DE,                   QQ",
                "3912, 97812,                00012",
                "4302, A%20B,                A%2",
                "4302, A%2f,                 A%zz",
                "4309, 18000000003600000000, 18000000013600000000",
                "4309, 00000000000000000000, 00000000003600000001",
                "4321, 1,                    2",
                "4330, 001234-,              001234+",
                "7040, 1ABC,                 1AB.",
                "7041, PE,                   QX5",
                "7241, 10,                   11",
                "7241, 80,                   79",
                "7252, 9,                    3",
                "7258, 2/3,                  3/2",
                "7258, 1/1,                  0/1",
                "7258, 9/9,                  123",
                "8001, 12341234512319,       00001234512319",
                "8001, 12341234512301,       12341234512321",
                "8003, 09521234543213A,      19521234543213A",
                "8006, 095212345432130102,   095212345432130201",
                "8006, 095212345432130202,   095212345432130002",
                "8007, DE30FULFILLX0042,     DE31FULFILLX0042",
                "8007, GB82WEST12345698765432, QQ82WEST12345698765432",
                "8010, 9521-A#/,             952A-A#/",
                "8010, 9521,                 9521a",
                "8011, 10,                   01",
                "8013, 9521234M-42UB,        9521234M-42UC",
                "8030, AB_-,                 AB+-",
                "8030, A==,                  AB==",
                "8111, 1234,                 12345",
            })
    void eachRuleTakesTheRightValueAndNoOther(String code, String right, String wrong) {
        assertTrue(identifier(code).accepts(right), "(" + code + ")" + right);
        assertFalse(identifier(code).accepts(wrong), "(" + code + ")" + wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "106141416543213150110120, true",
        "10614141654321315011012, false",
        "70614141654321315011012000, false",
        "1061414165432131501101201092101234, false",
        "1061414165432131501101201021001200962000, true",
        "1061414165432131501101201021001200962000319, false",
        "1061414165432131501101203260630, true",
        "1061414165432131501101203260631, false",
        "10614141654321315011012032606304260701, false",
        "10614141654321315011012032606304260601, true",
        "1061414165432131501101205012345678, false",
        "10614141654321315011012050123456, true",
        "10614141654321315011012061123456789012, false",
        "1061414165432131501101206112345671, false",
        "106141416543213150110120611234567, true",
        "10614141654321315011012090001, true",
        "10614141654321315011012093001, false",
        "1061414165432131501101209000, false",
    })
    void aPaperCouponIsReadFieldByField(String coupon, boolean right) {
        assertEquals(right, identifier("8110").accepts(coupon), coupon);
    }

    @ParameterizedTest
    @CsvSource({
        "001234561234560123456, true",
        "201234561234560123456, false",
        "071234561234560123456, false",
        "00123456123456012345, false",
        "0012345612345601234567, false",
    })
    void aCouponOnFileIsReadFieldByField(String coupon, boolean right) {
        assertEquals(right, identifier("8112").accepts(coupon), coupon);
    }

    @Test
    void anIdentifierSaysWhatItIs() {
        ApplicationIdentifier lot = identifier("10");
        assertEquals("lot", lot.name());
        assertEquals(20, lot.longest());
        assertFalse(lot.fixed());
        assertTrue(lot.attribute());
        assertTrue(identifier("01").key());
        assertTrue(identifier("3103").fixed());
        assertEquals(Optional.empty(), ApplicationIdentifier.find("3106"));
        assertEquals(Optional.empty(), ApplicationIdentifier.find("1A"));
        assertEquals(Optional.empty(), ApplicationIdentifier.find(""));
    }
}
