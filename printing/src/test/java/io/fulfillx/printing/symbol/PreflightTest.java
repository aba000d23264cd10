package io.fulfillx.printing.symbol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.printing.raster.Bitmap;
import io.fulfillx.printing.symbol.PreflightResult.Passed;
import io.fulfillx.printing.symbol.PreflightResult.Stopped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;

class PreflightTest {
    private static final String UPS = "1ZA0B1C20391234567";

    private static Bitmap bars(String payload) {
        return DrawnSymbol.of(Symbology.CODE_128, payload).dots(2);
    }

    private static PreflightResult check(Bitmap label, String promised) {
        return Preflight.check(label, Promise.of(new TrackingNumber(promised)));
    }

    @Test
    void theNumberItselfKeepsThePromise() {
        assertInstanceOf(Passed.class, check(bars(UPS), UPS));
    }

    @ParameterizedTest
    @CsvSource({
        "[420]98101[92]00190123456789012345, 9200190123456789012345",
        "[00]340123450000000017, 340123450000000017",
        "[00]340123450000000017, 00340123450000000017"
    })
    void identifiersAndZipBeforeTheNumberKeepThePromise(String content, String promised) {
        assertInstanceOf(Passed.class, check(DrawnSymbol.gs1(content).dots(2), promised));
    }

    @Test
    void theEndOfALongFedExNumberKeepsThePromise() {
        String payload = "9612019000000000000000794612345678";
        assertInstanceOf(Passed.class, check(bars(payload), "794612345678"));
    }

    @Test
    void theFieldsOfAMaxiCodeKeepThePromise() {
        Symbol maxicode =
                new Symbol(
                        Symbology.MAXICODE,
                        "]U1",
                        "[)>\u001e01\u001d96981010000\u001d840\u001d039\u001d1Z91234567\u001dUPSN"
                                + "\u001dA0B1C2\u001d\u001e\u0004",
                        new Symbol.Area(0, 0, 1, 1));
        assertEquals(true, CarriedNumbers.carries(maxicode, UPS));
        assertEquals(false, CarriedNumbers.carries(maxicode, "1ZA0B1C20391234568"));
    }

    @Test
    void aWrongDigitStopsTheLabel() {
        assertEquals(
                new Stopped("a bar code says 1ZA0B1C20391234568 where " + UPS + " was promised"),
                check(bars("1ZA0B1C20391234568"), UPS));
    }

    @Test
    void anEmptyLabelIsStopped() {
        assertEquals(
                new Stopped("the label carries no readable bar code, but " + UPS + " was promised"),
                check(new Bitmap(812, 1218), UPS));
    }

    @Test
    void everyPromisedNumberMustBeThere() {
        Promise promise = new Promise(Set.of(UPS, "42098101"));
        assertEquals(
                new Stopped("no bar code on the label says 42098101"),
                Preflight.check(bars(UPS), promise));
    }

    @Test
    void barsThatCannotBeReadStopALabelThatOnlyASquareVouchesFor() {
        Bitmap label = new Bitmap(800, 600);
        Bitmap wiped = bars(UPS);
        wiped.fill(wiped.width() / 2, 0, 30, wiped.height(), false);
        Bitmap square = DrawnSymbol.of(Symbology.DATA_MATRIX, UPS).dots(4);
        for (int y = 0; y < 600; y++) {
            for (int x = 0; x < 800; x++) {
                label.set(x, y, wiped.get(x, y) || square.get(x, y - 200));
            }
        }
        assertEquals(new Stopped("a bar code on the label cannot be read"), check(label, UPS));
    }
}
