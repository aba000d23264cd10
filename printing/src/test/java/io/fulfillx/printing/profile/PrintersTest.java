package io.fulfillx.printing.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.RasterForm;
import io.fulfillx.printing.raster.Dpi;
import io.fulfillx.printing.raster.Media;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;

class PrintersTest {
    @ParameterizedTest
    @CsvSource({
        "tcp://host:9100, tcp://host:9100, generic-zpl",
        "tcp://host:9100?profile=zebra-zd421, tcp://host:9100, zebra-zd421",
        "serial:/dev/ttyUSB0?baud=115200&language=tspl, serial:/dev/ttyUSB0?baud=115200,"
                + " generic-tspl",
        "serial:/dev/ttyS0?profile=zebra-lp2844&flow=xonxoff, serial:/dev/ttyS0?flow=xonxoff,"
                + " zebra-lp2844",
        "spool:Zebra?language=epl, spool:Zebra, generic-epl",
        "file:/tmp/out.bin?language=escpos, file:/tmp/out.bin, generic-escpos"
    })
    void theAddressKeepsOnlyWhatIsNotAboutTheModel(String line, String address, String profile) {
        Printer printer = Printers.parse(URI.create(line));
        assertEquals(URI.create(address), printer.address());
        assertEquals(profile, printer.profile().id());
    }

    @Test
    void resolutionAndMediaWinOverTheProfile() {
        PrinterProfile profile =
                Printers.parse(URI.create("tcp://h:1?profile=zebra-zd421&dpi=300&media=100x150mm"))
                        .profile();
        assertEquals(Dpi.DPI_300, profile.dpi());
        assertEquals(new Media(100_000, 150_000), profile.media());
        assertEquals(6, profile.speedInchesPerSecond());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tcp://h:1?profile=nothing",
                "tcp://h:1?language=dymo",
                "tcp://h:1?dpi=204",
                "tcp://h:1?dpi=many",
                "tcp://h:1?media=big",
                "tcp://h:1?profile=zebra-zd421&language=epl"
            })
    void whatIsNotKnownIsRefusedWithASentence(String line) {
        var refused =
                assertThrows(
                        IllegalArgumentException.class, () -> Printers.parse(URI.create(line)));
        assertTrue(String.valueOf(refused.getMessage()).contains(" "));
    }

    @ParameterizedTest
    @EnumSource(LabelLanguage.class)
    void everyLanguageHasAGenericPrinter(LabelLanguage language) {
        assertEquals(language, PrinterProfiles.generic(language).language());
    }

    @Test
    void theTableIsSane() {
        var ids = PrinterProfiles.all().stream().map(PrinterProfile::id).toList();
        assertEquals(ids.size(), ids.stream().distinct().count());
        for (PrinterProfile profile : PrinterProfiles.all()) {
            assertTrue(profile.id().matches("[a-z0-9]+(-[a-z0-9]+)*"), profile.id());
            int speed = profile.speedInchesPerSecond();
            assertTrue(speed >= 2 && speed <= 14, profile.id());
            assertTrue(profile.media().widthMicrometers() <= 216_000, profile.id());
            assertEquals(profile.media(), profile.setup().media());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Zebra Technologies ZTC ZD421-300dpi ZPL, ZPL, zebra-zd421-300",
        "Zebra Technologies ZTC ZD421-203dpi ZPL, ZPL, zebra-zd421",
        "Zebra LP2844, EPL, zebra-lp2844",
        "TSC TE200, TSPL, tsc-te200",
        "Zebra LP2844, ZPL, generic-zpl",
        "'', CPCL, generic-cpcl"
    })
    void aPrinterIsRecognizedByWhatItCallsItself(String model, LabelLanguage language, String id) {
        assertEquals(id, PrinterProfiles.recognized(model, language).id());
    }

    @Test
    void aPrinterWithoutInflationGetsRunLengths() {
        assertEquals(RasterForm.RLE, PrinterProfiles.generic(LabelLanguage.ZPL).setup().form());
        assertEquals(
                RasterForm.AUTO, PrinterProfiles.find("zebra-zd421").orElseThrow().setup().form());
    }
}
