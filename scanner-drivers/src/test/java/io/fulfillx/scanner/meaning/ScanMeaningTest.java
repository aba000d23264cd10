package io.fulfillx.scanner.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.meaning.ScanMeaning.Garbage;
import io.fulfillx.scanner.meaning.ScanMeaning.Own;
import io.fulfillx.scanner.meaning.ScanMeaning.Product;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.Optional;

class ScanMeaningTest {
    private static ScanMeaning meaning(String raw) {
        return ScanMeaning.of(Scan.of("bench", raw, Instant.EPOCH));
    }

    @Test
    void ourOwnCodesAreRecognised() {
        assertEquals(new Own(new ToteCode("17")), meaning("]C0FXT17"));
        assertEquals(new Own(ActionCode.times(3)), meaning("FXCTIMES3"));
    }

    @ParameterizedTest
    @CsvSource({
        "4006381333931, 04006381333931",
        "]E04006381333931, 04006381333931",
        "036000291452, 00036000291452",
        "96385074, 00000096385074",
        "X00ABC-1, X00ABC-1",
        "4006381333930, 4006381333930"
    })
    void aProductHasFourteenDigitsOrItsOwnText(String raw, String barcode) {
        assertEquals(new Product(barcode, Optional.empty()), meaning(raw));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]C10109521234543213\u001d21A",
                "010952123454321321A",
                "]d20109521234543213"
            })
    void aGs1BarcodeIsItsGtin(String raw) {
        Product product = assertInstanceOf(Product.class, meaning(raw));
        assertEquals("09521234543213", product.barcode());
        assertEquals(true, product.gs1().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ab\u0007cd"})
    void whatCannotBeLookedUpIsGarbage(String raw) {
        assertInstanceOf(Garbage.class, meaning(raw));
    }
}
