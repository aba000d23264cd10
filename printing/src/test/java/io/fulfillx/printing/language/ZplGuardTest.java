package io.fulfillx.printing.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fulfillx.printing.language.GuardVerdict.Safe;
import io.fulfillx.printing.language.GuardVerdict.Unsafe;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class ZplGuardTest {
    private static GuardVerdict inspect(String zpl) {
        return ZplGuard.inspect(zpl.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static GuardVerdict addressed(String name) {
        return inspect("^XA^FO20,20^A0N,30,30^FD" + name + "^FS^XZ");
    }

    @Test
    void anOrdinaryLabelIsSafe() {
        assertEquals(
                new Safe(1),
                inspect(
                        """
                        ^XA^CI28^LH0,0^PW812^LL1218^FO30,40^A0N,28,32^FDANNA MEIER^FS
                        ^BY3^FO60,200^BCN,150,N,N,N,A^FD1ZTEST^FS^GB700,3,3^FS^PQ1^XZ
                        """));
    }

    @Test
    void everyFormatThatDrawsIsCounted() {
        assertEquals(new Safe(2), inspect("^XA^FDa^FS^XZ\n^XA^MCY^XZ\n^xa^fdb^fs^xz"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Eve ~JA|~JA",
                "Eve~JR|~JR",
                "Eve~ja|~JA",
                "Eve^XZ~JR^XA|~JR",
                "Eve^XZ^XA^JUS^XZ^XA|^JU",
                "Eve^IDR:*.*^FS|^ID",
                "Eve^DFE:EVIL.ZPL|^DF",
                "Eve^XFE:SHIP.ZPL|^XF",
                "Eve~DYE:A,B,B,1,,x|~DY",
                "Eve~DGR:A.GRF,1,1,FF|~DG",
                "Eve^SC9600|^SC",
                "Eve^NC1|^NC",
                "Eve^HV1|^HV",
                "Eve^HH|^HH",
                "Eve^KPsecret|^KP",
                "Eve^CC!|^CC",
                "Eve^CD;|^CD",
                "Eve^CT!|^CT",
                "Eve~CC!|~CC",
                "Eve~|~^F",
                "Eve^|^^F",
                "Eve^XA|^XA",
                "Eve^PQ99|^PQ99",
                "Eve^PQ1,1|^PQ1,1",
                "Eve^PQ0|^PQ0",
                "Eve^PQ1 9|^PQ1 9",
                "Eve^SZ1|^SZ1",
                "Eve^JZN|^JZN",
                "Eve^PP|^PP"
            })
    void aCommandSmuggledIntoANameIsFound(String name, String command) {
        Unsafe found = assertInstanceOf(Unsafe.class, addressed(name));
        assertEquals(command, found.command());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x02, 0x03, 0x05, 0x0F, 0x10, 0x11, 0x13, 0x18, 0x1B, 0x1E, 0x7F})
    void controlCharactersThatAPrinterMightObeyAreFound(int control) {
        Unsafe found = assertInstanceOf(Unsafe.class, addressed("A" + (char) control + "JA"));
        assertEquals("control character 0x%02X".formatted(control), found.command());
    }

    @Test
    void theOffsetIsWhereTheCommandStarts() {
        assertEquals(new Unsafe("~JR", 6), inspect("^XA^FD~JR^FS^XZ"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n ",
                "^XA^XZ",
                "^XA^MCY^XZ",
                "^XA^FDno end^FS",
                "^XA^FDa^FS^XZ! U1 setvar \"ip.addr\" \"1.2.3.4\"\r\n",
                "! U1 do \"device.reset\" \"\"\r\n^XA^FDa^FS^XZ",
                "^FDno start^FS^XZ",
                "^XA^FDa^FS^XZ^XZ",
                "hello",
                "^",
                "^XA^",
                "^XA^G",
                "%PDF-1.7"
            })
    void whatIsNotOneOrMoreWholeLabelsIsUnsafe(String zpl) {
        assertInstanceOf(Unsafe.class, inspect(zpl));
    }

    @Test
    void theBytesOfABinaryGraphicAreNotCommands() {
        assertEquals(new Safe(1), inspect("^XA^FO0,0^GFB,8,8,2,~JA^XZ\0\u001e^FS^XZ"));
    }

    @Test
    void aBinaryGraphicCannotHideACommandBehindAWrongCount() {
        assertEquals(new Unsafe("~JR", 22), inspect("^XA^FO0,0^GFB,2,2,1,xx~JR^FS^XZ"));
        assertInstanceOf(Unsafe.class, inspect("^XA^GFB,9999,9999,1,xx^FS^XZ"));
        assertInstanceOf(Unsafe.class, inspect("^XA^GFB,9,2,1,xx^FS^XZ"));
        assertInstanceOf(Unsafe.class, inspect("^XA^GFC,2,2,1,xx^FS^XZ"));
    }

    @Test
    void aHexadecimalGraphicEndsAtTheNextCommand() {
        assertEquals(new Safe(1), inspect("^XA^GFA,4,4,1,FF:,gJ^FS^XZ"));
        assertEquals(new Safe(1), inspect("^XA^GFA,9,9,1,:Z64:eJxjYA==:1A2B^FS^XZ"));
        assertEquals(new Unsafe("~JR", 18), inspect("^XA^GFA,9,9,1,FFFF~JR^FS^XZ"));
    }

    @Test
    void whateverAPersonIsCalledOurOwnLabelIsSafe() {
        String name = "Eve ^XZ~JR^XA_5E\\&>;\u001e\u0010\r\n~DG \ud83d\ude00 \u5c71\u7530";
        byte[] label =
                LabelLanguage.ZPL
                        .builder(LabelSetup.of(Media.FOUR_BY_SIX, Dpi.DPI_203))
                        .text(20, 20, 40, name)
                        .bytes();
        assertEquals(new Safe(1), ZplGuard.inspect(label));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ups", "usps", "dhlpaket", "dpdpl", "amazon", "pocztex", "porterbuddy"})
    void labelsOfRealCarriersAreSafe(String carrier) throws IOException {
        Path root = Path.of(System.getProperty("fulfillx.root", "."));
        String shared = System.getProperty("fulfillx.shared", root.resolve("../shared").toString());
        Path label = Path.of(shared, "data", "zpl-labels", carrier + ".zpl");
        assumeTrue(Files.exists(label), "no sample label of " + carrier);
        assertEquals(new Safe(1), ZplGuard.inspect(Files.readAllBytes(label)));
    }
}
