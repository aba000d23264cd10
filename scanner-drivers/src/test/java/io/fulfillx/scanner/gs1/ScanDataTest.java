package io.fulfillx.scanner.gs1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class ScanDataTest {
    private static ScanData.Coded coded(String scanned) {
        return assertInstanceOf(ScanData.Coded.class, ScanData.parse(scanned), scanned);
    }

    @ParameterizedTest
    @ValueSource(strings = {"]C1", "]e0", "]d2", "]Q3", "]J1"})
    void gs1SymbolsHoldElementStrings(String aim) {
        assertEquals(
                "(01)09521234543213(10)L(21)S",
                coded(aim + "010952123454321310L\u001d21S").message().bracketed());
    }

    @ParameterizedTest
    @CsvSource({
        "]E09521234543213, 09521234543213",
        "]E0012345000065, 00012345000065",
        "]E496385074, 00000096385074",
        "]E3952123454321312, 09521234543213",
        "]I119521234543210, 19521234543210",
        "]I009521234543213, 09521234543213",
    })
    void retailNumbersBecomeAGtinOfFourteenDigits(String scanned, String gtin) {
        String padded = scanned.startsWith("]E0") && scanned.length() == 15 ? "0" : "";
        ScanData.Coded coded = coded(scanned.substring(0, 3) + padded + scanned.substring(3));
        assertEquals("(01)" + gtin, coded.message().bracketed());
    }

    @Test
    void aCompositePartFollowsARetailNumberAsAMessageOfItsOwn() {
        ScanData.Coded coded = coded("]E09521234543213|]e010LOT\u001d21S");
        assertEquals("^0109521234543213|^10LOT^21S", coded.message().unbracketed());
        assertEquals("9521234543213|^10LOT^21S", coded.data());
        assertInstanceOf(
                ScanData.Wrong.class,
                ScanData.parse("]E09521234543213|]e00109521234543220"),
                "the composite part contradicts the number in front of it");
    }

    @Test
    void aLinkInASquareSymbolIsReadAsOne() {
        ScanData.Coded coded = coded("]Q1https://a.example/01/09521234543213?99=T");
        assertEquals("(01)09521234543213(99)T", coded.message().bracketed());
        assertEquals(Optional.of("https://a.example"), coded.link().map(DigitalLink::stem));
    }

    @Test
    void anythingElseStaysText() {
        ScanData.Plain plain = assertInstanceOf(ScanData.Plain.class, ScanData.parse("]C0^FXT17"));
        assertEquals("^FXT17", plain.text());
        assertEquals("\\^FXT17", plain.data());
    }

    @ParameterizedTest
    @CsvSource({
        "'',                    NO_AIM_ID,         0",
        "9521234543213,         NO_AIM_ID,         0",
        "]k0X,                  UNKNOWN_AIM_ID,    0",
        "]CgX,                  UNKNOWN_AIM_ID,    0",
        "]C1,                   EMPTY,             3",
        "]C10109521234543214,   WRONG_CHECK_DIGIT, 18",
        "]C110A^21B,            CARET_IN_SCAN,     6",
        "]E09521234543214,      WRONG_CHECK_DIGIT, 15",
        "]E095212345432,        WRONG_PRIMARY,     3",
        "]E0952123454321X,      NOT_A_DIGIT,       15",
        "]E312,                 WRONG_PRIMARY,     3",
        "]Q1https://a/b,        NO_KEY_IN_LINK,    12",
    })
    void anErrorTellsItsPlaceInTheScan(String scanned, Gs1Problem problem, int at) {
        ScanData.Wrong wrong = assertInstanceOf(ScanData.Wrong.class, ScanData.parse(scanned));
        assertEquals(problem, wrong.error().problem());
        assertEquals(at, wrong.error().at());
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        String data = "^010952123454321310L^21S|^17261231";
        String scanned = ScanData.write(Gs1Carrier.GS1_128_COMPOSITE, data).orElseThrow();
        assertEquals("]e0010952123454321310L\u001d21S\u001d17261231", scanned);
        assertEquals(
                "(01)09521234543213(10)L(21)S(17)261231", coded(scanned).message().bracketed());
        assertEquals(
                Optional.of("]E00012345000065"),
                ScanData.write(Gs1Carrier.UPC_E, "^0100012345000065"));
        assertEquals(
                Optional.empty(), ScanData.write(Gs1Carrier.DATABAR_LIMITED, "29521234543217"));
        assertEquals(Optional.empty(), ScanData.write(Gs1Carrier.EAN_13, "9521234543214"));
    }
}
