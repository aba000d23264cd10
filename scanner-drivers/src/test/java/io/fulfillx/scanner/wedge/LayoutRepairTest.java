package io.fulfillx.scanner.wedge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.code.OwnCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class LayoutRepairTest {
    private static final String CODES =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 -./+_:;,&()%?=";

    private static List<LayoutRepair> allPairs() {
        List<LayoutRepair> pairs = new ArrayList<>();
        for (boolean caps : new boolean[] {false, true}) {
            for (KeyboardLayout scanner : KeyboardLayout.values()) {
                for (KeyboardLayout host : KeyboardLayout.values()) {
                    pairs.add(new LayoutRepair(scanner, host, caps));
                }
            }
        }
        return pairs;
    }

    private static String typeable(KeyboardLayout layout) {
        StringBuilder text = new StringBuilder();
        CODES.chars()
                .filter(c -> c == ' ' || layout.press((char) c) >= 0)
                .filter(c -> !layout.isDead((char) c))
                .forEach(c -> text.append((char) c));
        return text.toString();
    }

    @Test
    void everyPairOfLayoutsIsPutRight() {
        for (LayoutRepair pair : allPairs()) {
            String meant = typeable(pair.scanner());
            assertEquals(meant, pair.repaired(pair.garbled(meant)), pair.code());
        }
    }

    @Test
    void anAmericanScannerOnAGermanComputer() {
        LayoutRepair pair = new LayoutRepair(KeyboardLayout.US, KeyboardLayout.DE, false);
        assertEquals("YZ-1/2", pair.repaired("ZYß1-2"));
    }

    @Test
    void anAccentedLetterWasADeadKeyAndALetter() {
        LayoutRepair pair = new LayoutRepair(KeyboardLayout.US, KeyboardLayout.DE, false);
        assertEquals("1=e", pair.repaired("1é"));
    }

    @Test
    void everyPairIsFoundByTheCalibrationBarcode() {
        for (LayoutRepair pair : allPairs()) {
            String arrives = pair.garbled(LayoutCalibration.TEXT);
            LayoutRepair found = LayoutCalibration.of(arrives).orElseThrow();
            String meant = typeable(pair.scanner());
            assertEquals(
                    pair.repaired(pair.garbled(meant)),
                    found.repaired(pair.garbled(meant)),
                    pair.code() + " was taken for " + found.code());
        }
    }

    @ParameterizedTest
    @EnumSource(KeyboardLayout.class)
    void equalLayoutsNeedNoRepair(KeyboardLayout layout) {
        LayoutRepair pair = new LayoutRepair(layout, layout, false);
        assertEquals(
                Optional.of(LayoutRepair.none()),
                LayoutCalibration.of(pair.garbled(LayoutCalibration.TEXT)));
    }

    @Test
    void theCalibrationBarcodeIsNoCodeOfOurs() {
        assertTrue(LayoutCalibration.isMeant(LayoutCalibration.TEXT));
        assertEquals(Optional.empty(), OwnCode.find(LayoutCalibration.TEXT));
    }

    @Test
    void aRepairCanBeKeptAsText() {
        Set<String> codes = new HashSet<>();
        for (LayoutRepair pair : allPairs()) {
            assertEquals(Optional.of(pair), LayoutRepair.parse(pair.code()));
            codes.add(pair.code());
        }
        assertEquals(allPairs().size(), codes.size());
        assertEquals(Optional.empty(), LayoutRepair.parse("us>xx"));
    }
}
