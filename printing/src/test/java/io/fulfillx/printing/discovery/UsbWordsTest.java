package io.fulfillx.printing.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.device.transport.DeviceId;
import io.fulfillx.device.transport.PortReading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsbWordsTest {
    @ParameterizedTest
    @CsvSource({
        "'MFG:Zebra ;MDL:ZTC ZD421-203dpi ZPL;CMD:ZPL;SN:D2J1;', Zebra ZTC ZD421-203dpi ZPL, ZPL",
        "'MANUFACTURER:TSC;MODEL:TE200;COMMAND SET:TSPL2,EPL;', TSC TE200, TSPL",
        "'MFG:EPSON;MDL:TM-T20;CMD:ESC/POS;', EPSON TM-T20, ESCPOS",
        "'MFG:Zebra;MDL:LP2844;CMD:EPL2;', Zebra LP2844, EPL"
    })
    void aDeviceIdTellsModelAndLanguage(String text, String model, String language) {
        DeviceId id = DeviceId.parse(text);
        assertEquals(model, id.model().orElseThrow());
        assertEquals(language, SpokenLanguage.of(id).orElseThrow().name());
    }

    @Test
    void aPortByteBecomesTheWordsOfAllPrinters() {
        assertEquals("READY", PortCondition.of(PortReading.of(0x18)).worst().name());
        assertEquals("PAPER_OUT", PortCondition.of(PortReading.of(0x30)).worst().name());
        assertEquals("FAULT", PortCondition.of(PortReading.of(0x10)).worst().name());
        assertEquals("PAUSED", PortCondition.of(PortReading.of(0x08)).worst().name());
    }
}
