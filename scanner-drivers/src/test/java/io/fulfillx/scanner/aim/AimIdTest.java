package io.fulfillx.scanner.aim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class AimIdTest {
    @ParameterizedTest
    @CsvSource({
        "]C0X, CODE_128, false", "]C1X, CODE_128, true", "]d1X, DATA_MATRIX, false",
        "]d2X, DATA_MATRIX, true", "]Q3X, QR_CODE, true", "]e0X, GS1_DATABAR, true",
        "]E0X, EAN_UPC, false", "]L2X, PDF_417, false", "]U1X, MAXICODE, false",
        "]z0X, AZTEC, false", "]I1X, ITF, false", "]A0X, CODE_39, false",
        "]J1X, DOT_CODE, true",
    })
    void anIdentifierNamesTheSymbologyAndWhetherItIsGs1(
            String scanned, Symbology symbology, boolean gs1) {
        AimId aim = AimId.startOf(scanned).orElseThrow();
        assertEquals(symbology, aim.symbology());
        assertEquals(gs1, aim.gs1());
        assertEquals(scanned.substring(0, 3), aim.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "]", "]C", "C10", "]k0", "]Cz", "]c"})
    void whatIsNoIdentifierIsNone(String scanned) {
        assertEquals(Optional.empty(), AimId.startOf(scanned));
    }

    @ParameterizedTest
    @CsvSource({
        "04252614, 042100005264",
        "01234505, 012000003455",
        "01234531, 012300000451",
        "01234543, 012340000053",
        "01234565, 012345000065",
    })
    void aUpcEIsExpandedByItsLastDigit(String upcE, String upcA) {
        String expanded = RetailCode.expandUpcE(upcE).orElseThrow();
        assertEquals(upcA, expanded);
    }

    @Test
    void sixDigitsGetNumberSystemAndCheckDigit() {
        assertEquals(Optional.of("012345000065"), RetailCode.expandUpcE("123456"));
    }

    @ParameterizedTest
    @CsvSource({
        "96385074, 00000096385074", "012345000065, 00012345000065",
        "9521234543213, 09521234543213", "04252614, 00042100005264",
    })
    void everyRetailNumberHasOneForm(String scanned, String gtin) {
        assertEquals(gtin, RetailCode.gtin(scanned).orElseThrow().digits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456", "96385075", "9521234543214", "21234565", "0123456X"})
    void whatIsNoRetailNumberIsNone(String scanned) {
        assertEquals(Optional.empty(), RetailCode.gtin(scanned));
    }
}
