package io.fulfillx.printing.preview.zpl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.NotFoundException;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;

import io.fulfillx.printing.preview.RenderedLabel;
import io.fulfillx.printing.raster.Bitmap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZplBarcodesTest {
    private static final char GS = '\u001d';

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "^BY3^BCN,80,N^FDAbc-123 | CODE_128 | Abc-123",
                "^BY3^BCN,80,N^FD>;382436>6CODE | CODE_128 | 382436CODE",
                "^BY3^BCN,80,N^FD>:A>5123456>6B | CODE_128 | A123456B",
                "^BY3^BCN,80,N^FD>9333435>6b | CODE_128 | ABCb",
                "^BY3^BCN,80,N^FDa>0b><c>=d | CODE_128 | a>b^c~d",
                "^BY3^BCN,80,N,N,N,A^FDab12345678 | CODE_128 | ab12345678",
                "^BY2^B3N,N,80,N^FDCODE39 | CODE_39 | CODE39",
                "^BY3^BAN,80,N^FDCODE93 | CODE_93 | CODE93",
                "^BY3^B2N,80,N^FD12345 | ITF | 012345",
                "^BY3^B2N,80,N,N,Y^FD1234567890123 | ITF | 12345678901231",
                "^BY3^BKN,N,80,N,N,A,B^FD12-34 | CODABAR | 12-34",
                "^BY3^BEN,80,N^FD590123412345 | EAN_13 | 5901234123457",
                "^BY3^B8N,80,N^FD1234567 | EAN_8 | 12345670",
                "^BY3^BUN,80,N^FD03600029145 | UPC_A | 036000291452",
                "^BY3^B9N,80,N^FD0425261 | UPC_E | 04252614",
                "^BQN,2,6^FDQA,parcel 17 | QR_CODE | parcel 17",
                "^BQN,2,6^FDHM,N0123456 | QR_CODE | 0123456",
                "^BQN,2,6^FDHM,B0004abcdef | QR_CODE | abcd",
                "^BXN,6,200^FDparcel 17 | DATA_MATRIX | parcel 17",
                "^BXN,6,200,,,,_^FDa_d065_Ib__ | DATA_MATRIX | aA\tb_",
                "^BON,5^FDparcel 17 | AZTEC | parcel 17",
                "^B0N,5,N,105^FDparcel 17 | AZTEC | parcel 17",
                "^BY3^B7N,8,3,4^FDparcel 17 | PDF_417 | parcel 17",
                "^BY3^BRN,1,3,2,99^FD1234567890123 | RSS_14 | 12345678901231",
            })
    void whatStandsInTheFieldIsRead(String field, BarcodeFormat format, String text)
            throws NotFoundException {
        String read = Drawn.text("^FO60,60" + field + "^FS", format);
        assertEquals(text.strip(), read.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"N", "R", "I", "B"})
    void symbolsAreReadInEveryDirection(String direction) throws NotFoundException {
        String field = "^FO60,20^BY2^BC" + direction + ",80,N^FDTURN^FS";
        Bitmap upright = Drawn.picture(field).turned(-"NRIB".indexOf(direction));
        assertEquals("TURN", Drawn.read(upright, BarcodeFormat.CODE_128).getText());
    }

    @Test
    void barsStandOnWholeModulesAtTheirOrigin() {
        assertEquals("60,70 204x80", Drawn.ink("^FO60,70^BY3^BCN,80,N^FDAB1^FS"));
        assertEquals("60,70 136x80", Drawn.ink("^FO60,70^BY2^BCN,80,N^FDAB1^FS"));
    }

    @Test
    void wideBarsFollowTheRatio() {
        assertEquals("9,9 85x20", Drawn.ink("^FO9,9^BY2,2.5^B3N,N,20,N^FDA^FS"));
        assertEquals("9,9 94x20", Drawn.ink("^FO9,9^BY2,3^B3N,N,20,N^FDA^FS"));
    }

    @Test
    void typesetBarsStandAboveTheirPlace() {
        assertEquals("60,120 136x80", Drawn.ink("^FT60,200^BY2^BCN,80,N^FDAB1^FS"));
    }

    @Test
    void theLineOfTextStandsBelowOrAbove() {
        String below = Drawn.ink("^FO60,100^BY2^BCN,80,Y^FDAB1^FS");
        String above = Drawn.ink("^FO60,100^BY2^BCN,80,Y,Y^FDAB1^FS");
        assertTrue(below.startsWith("60,100 136x"), below);
        assertTrue(Integer.parseInt(above.split("[, ]")[1]) < 100, above);
    }

    private static Result element(String field, BarcodeFormat format) throws NotFoundException {
        return Drawn.read(Drawn.picture("^FO60,60" + field + "^FS"), format);
    }

    @Test
    void applicationIdentifiersBeginWithAFunctionCharacter() throws NotFoundException {
        Result result = element("^BY2^BCN,80,N,N,N,D^FD(10)L1>8(21)S2", BarcodeFormat.CODE_128);
        assertEquals("]C110L1" + GS + "21S2", result.getText());
    }

    @Test
    void anSsccGetsItsCheckDigit() throws NotFoundException {
        Result result =
                element("^BY2^BCN,80,N,N,N,U^FD0034012345000000001", BarcodeFormat.CODE_128);
        assertEquals("]C100340123450000000017", result.getText());
    }

    @Test
    void aGs1DataMatrixSaysSo() throws NotFoundException {
        Result result = element("^BXN,6,200,,,,_^FD_110L1_121S2", BarcodeFormat.DATA_MATRIX);
        assertEquals(
                "]d2", result.getResultMetadata().get(ResultMetadataType.SYMBOLOGY_IDENTIFIER));
        assertEquals("|10L1|21S2", result.getText().replace(GS, '|'));
    }

    @Test
    void aMaxiCodeHoldsPostalCodeCountryAndService() throws NotFoundException {
        String data = "^FH^FD001840123450000[)>_1E01_1D961Z00000001_1DUPSN_1E_04";
        Result result = element("^BD2" + data, BarcodeFormat.MAXICODE);
        assertTrue(
                result.getText().startsWith("[)>\u001e01\u001d96123450000\u001d840\u001d001\u001d"),
                result.getText());
    }

    @Test
    void aQrCodeStandsLowerByTheBarHeight() {
        assertTrue(Drawn.ink("^FO60,60^BQN,2,4^FDQA,x^FS").startsWith("60,70 "));
        assertTrue(Drawn.ink("^BY2,3,30^FO60,60^BQN,2,4^FDQA,x^FS").startsWith("60,90 "));
    }

    @Test
    void theChosenMaskOfAQrCodeIsKept() {
        assertNotEquals(
                Drawn.picture("^FO60,60^BQN,2,4,Q,1^FDQA,x^FS"),
                Drawn.picture("^FO60,60^BQN,2,4,Q,2^FDQA,x^FS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^BEN,80,Y^FD123",
                "^B1N,N,80^FD12-3",
                "^BIN,80^FD123",
                "^BJN,80^FD123",
                "^BMN,B,80^FD123",
                "^BLN,80^FDAB1",
                "^BSN,80^FD12",
                "^BSN,80^FD12345",
                "^BZN,40^FD12345",
                "^B5N,40^FD12345678901",
                "^BFN,4^FDabc",
                "^BBN^FDabc",
                "^B4N^FDabc",
                "^BRN,3,3^FD1234567890123",
                "^BRN,4,3^FD1234567890123",
                "^BRN,5,3,1,60^FD1234567890123",
                "^BRN,6,3,1,60,4^FD(01)12345678901231(10)A",
                "^BRN,1,3^FD1234567890123|(10)AB"
            })
    void otherSymbologiesAreDrawnWithoutComplaint(String field) {
        RenderedLabel label = Drawn.label("^BY2^FO60,60" + field + "^FS");
        assertEquals("[]", label.warnings().toString());
        assertTrue(label.picture().blackDots() > 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"^B2N,80^FDabc", "^BD2^FDxy", "^BQN,2,4^FDQA,", "^BAN,80^FD\u00e9"})
    void whatASymbologyCannotHoldIsAWarning(String field) {
        RenderedLabel label = Drawn.label("^FO60,60" + field + "^FS");
        assertEquals(0, label.picture().blackDots());
        assertTrue(label.warnings().toString().contains("bar code"), label.toString());
    }
}
