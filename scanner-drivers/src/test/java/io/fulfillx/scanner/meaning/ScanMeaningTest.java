package io.fulfillx.scanner.meaning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.meaning.ScanMeaning.Garbage;
import io.fulfillx.scanner.meaning.ScanMeaning.Own;
import io.fulfillx.scanner.meaning.ScanMeaning.Parcel;
import io.fulfillx.scanner.meaning.ScanMeaning.Product;
import io.fulfillx.scanner.meaning.ScanMeaning.ShippingUnit;
import io.fulfillx.scanner.tracking.Carrier;

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
    @ValueSource(strings = {"]C1FXCCONFIRM", "]d2FXCCONFIRM", "]Q3FXCCONFIRM", "]E0FXCCONFIRM"})
    void whatAScannerCallsAProductIsNeverACommand(String raw) {
        assertEquals(Optional.empty(), ScanMeaning.own(Scan.of("bench", raw, Instant.EPOCH)));
        assertInstanceOf(Garbage.class, meaning(raw));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(01)09521234543213(21)FXCCONFIRM", "010952123454321321FXCCONFIRM"})
    void aSerialNumberThatReadsLikeACommandStaysOne(String raw) {
        Product product = assertInstanceOf(Product.class, meaning(raw));
        assertEquals(Optional.of("FXCCONFIRM"), product.gs1().flatMap(message -> message.serial()));
    }

    @ParameterizedTest
    @CsvSource({
        "4006381333931, 04006381333931",
        "]E04006381333931, 04006381333931",
        "036000291452, 00036000291452",
        "]E0036000291452, 00036000291452",
        "96385074, 00000096385074",
        "]E404252614, 00042100005264",
        "]I119521234543210, 19521234543210",
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
                "]d2010952123454321310L\u001d21A",
                "(01)09521234543213(21)A",
                "https://shop.example/01/09521234543213/21/A",
                "]Q1https://shop.example/01/09521234543213/21/A",
                "]E09521234543213|]e021A"
            })
    void aGs1BarcodeIsItsGtinAndAllElseInIt(String raw) {
        Product product = assertInstanceOf(Product.class, meaning(raw));
        assertEquals("09521234543213", product.barcode());
        assertEquals(Optional.of("A"), product.gs1().flatMap(message -> message.serial()));
    }

    @ParameterizedTest
    @CsvSource({
        "]C01ZFX12340376543211, UPS, 1ZFX12340376543211",
        "]C0390123456780, FEDEX, 390123456780",
        "]C142090210\u001d9205599999999000000427, USPS, 9205599999999000000427",
        "]C100340434000000000420, DHL_PAKET, 00340434000000000420",
        "]C04210405000, UPS, 4210405000",
        "]I0012500000042, DHL_PAKET, 012500000042",
    })
    void aCarriersBarCodeIsAParcel(String raw, Carrier carrier, String number) {
        Parcel parcel = assertInstanceOf(Parcel.class, meaning(raw));
        assertEquals(carrier, parcel.best().carrier());
        assertEquals(number, parcel.best().number());
    }

    @ParameterizedTest
    @ValueSource(strings = {"]C100340123450000000420", "00340123450000000420"})
    void aShippingUnitOfNoKnownCarrierIsItsNumber(String raw) {
        ShippingUnit unit = assertInstanceOf(ShippingUnit.class, meaning(raw));
        assertEquals("340123450000000420", unit.sscc());
    }

    @Test
    void aGs1MessageAboutNoItemStaysWhole() {
        Product product = assertInstanceOf(Product.class, meaning("]C110LOT7"));
        assertEquals("10LOT7", product.barcode());
        assertTrue(product.gs1().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "ab\u0007cd", "]C10109521234543214", "]E04006381333930"})
    void whatCannotBeLookedUpIsGarbage(String raw) {
        assertInstanceOf(Garbage.class, meaning(raw));
    }

    @Test
    void garbageTellsWhatIsWrongWithAMessage() {
        assertEquals(
                new Garbage("(01) trade item (GTIN): the check digit is wrong, at character 19"),
                meaning("]C10109521234543214"));
    }

    @Test
    void longTextIsGarbage() {
        assertInstanceOf(Garbage.class, meaning("]Q1" + "x".repeat(129)));
        assertInstanceOf(Garbage.class, meaning("x".repeat(1_000_000)));
    }
}
