package io.fulfillx.device.hid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.device.hid.HidReport.Way;

import org.junit.jupiter.api.Test;

import java.util.HexFormat;
import java.util.List;
import java.util.Random;

class ReportDescriptorTest {
    /** A scale: report 3 with status, unit, exponent and a weight of two bytes. */
    private static final ReportDescriptor SCALE =
            parse(
                    "058d 0920 a101 8503 0972 a102 150125087508 9501 0970 8100"
                            + "0951 8100 0941 15812 57f 8102 0940 150026ff7f 7510 8102 c0 c0");

    private static ReportDescriptor parse(String hex) {
        return ReportDescriptor.parse(HexFormat.of().parseHex(hex.replace(" ", "")));
    }

    @Test
    void itTellsWhatTheDeviceIs() {
        assertTrue(SCALE.speaks(0x8D));
        assertTrue(SCALE.is(0x8D, 0x20));
        assertEquals(List.of(0x8D0020), SCALE.applications());
    }

    @Test
    void fieldsStandWhereTheItemsPutThem() {
        HidReport report = SCALE.report(Way.INPUT, 0x8D, 0x40).orElseThrow();
        assertEquals(3, report.id());
        assertEquals(6, report.bytes());
        HidField weight = report.field(0x8D, 0x40).orElseThrow();
        assertEquals(new HidField(0x8D, 0x40, 24, 16, 1), weight);
        assertEquals(4, report.byteOffset(weight));
    }

    @Test
    void severalUsagesShareTheirValuesAndGapsCount() {
        ReportDescriptor bits =
                parse("058c0902a1017501950309010902 8102 9505 8103 750895010 9fe8102c0");
        HidReport report = bits.reports().getFirst();
        assertEquals(
                List.of(
                        new HidField(0x8C, 1, 0, 1, 1),
                        new HidField(0x8C, 2, 1, 1, 2),
                        new HidField(0x8C, 0xFE, 8, 8, 1)),
                report.fields());
        assertEquals(0, report.byteOffset(report.fields().getFirst()));
    }

    @Test
    void pushAndPopKeepWhatWasSaid() {
        ReportDescriptor saved = parse("058c0902a101 7508 9501 a4 7501 9508 b4 09fe 8102 c0");
        assertEquals(8, saved.reports().getFirst().fields().getFirst().bits());
    }

    @Test
    void anyBytesAreReadWithoutHarm() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(80)];
            random.nextBytes(bytes);
            ReportDescriptor read = ReportDescriptor.parse(bytes);
            read.reports().forEach(report -> assertTrue(report.bytes() <= (1 << 13) + 1));
        }
    }
}
