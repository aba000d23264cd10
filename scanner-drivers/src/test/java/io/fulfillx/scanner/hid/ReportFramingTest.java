package io.fulfillx.scanner.hid;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.device.hid.ReportDescriptor;
import io.fulfillx.scanner.Feedback;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The descriptors and reports are written by hand after the layouts that makers document. */
class ReportFramingTest {
    /** Number 2: length, AIM in three, 56 of data, two of the maker, eight flags; trigger bits. */
    private static final byte[] USUAL =
            HexFormat.of()
                    .parseHex(
                            "058c0902a1010912a1028502150026ff0075089501050109 3b8102 058c"
                                            .replace(" ", "")
                                    + "09fb09fc09fd95038102953809fe82020106 66ff95020904 09008102"
                                            .replace(" ", "")
                                    + "058c2501750195 0809ff8102c0".replace(" ", "")
                                    + "0914a10285041500250175019508 0900095f0960 09000900 0985 0986"
                                            .replace(" ", "")
                                    + "0900 9182 c0c0".replace(" ", ""));

    /** No number, no length, no AIM: 31 of data, then one byte of which bit 3 means more. */
    private static final byte[] OTHER =
            HexFormat.of()
                    .parseHex(
                            "058c0902a101150026ff00750895 1f09fe82020125017501".replace(" ", "")
                                    + "95038103950109ff8102950 48103c0".replace(" ", ""));

    private final ReportFraming framing =
            new ReportFraming(ReportLayout.of(ReportDescriptor.parse(USUAL)));

    private static byte[] report(String aim, String data, boolean more) {
        byte[] report = new byte[64];
        report[0] = 2;
        report[1] = (byte) data.length();
        System.arraycopy(aim.getBytes(StandardCharsets.US_ASCII), 0, report, 2, 3);
        System.arraycopy(data.getBytes(StandardCharsets.US_ASCII), 0, report, 5, data.length());
        report[61] = 's';
        report[63] = (byte) (more ? 1 : 0);
        return report;
    }

    @Test
    void theUsualLayoutIsReadFromTheDescriptor() {
        assertEquals(ReportLayout.usual(), ReportLayout.of(ReportDescriptor.parse(USUAL)));
    }

    @Test
    void oneReportIsOneScanWithItsSymbology() {
        assertEquals(
                List.of("]E04006381333931"),
                framing.bytes(report("]E0", "4006381333931", false), 0));
    }

    @Test
    void aScanInSeveralReportsIsJoined() {
        String front = "A".repeat(56);
        assertEquals(List.of(), framing.bytes(report("]Q1", front, true), 0));
        assertEquals(
                List.of("]Q1" + front + "tail"), framing.bytes(report("]Q1", "tail", false), 1));
    }

    @Test
    void aScanOfExactlyOneReportNeedsNoSecondOne() {
        String full = "B".repeat(56);
        assertEquals(List.of("]d2" + full), framing.bytes(report("]d2", full, false), 0));
    }

    @Test
    void aScanWhoseRestNeverComesDoesNotGetIntoTheNextOne() {
        framing.bytes(report("]Q1", "A".repeat(56), true), 0);
        assertEquals(List.of(), framing.idle(TimeUnit.MILLISECONDS.toNanos(501)));
        assertEquals(
                List.of("]C0next"),
                framing.bytes(report("]C0", "next", false), TimeUnit.SECONDS.toNanos(1)));
    }

    @Test
    void reportsAboutSomethingElseAreNoScans() {
        assertEquals(List.of(), framing.bytes(new byte[] {4, 1}, 0));
        assertEquals(List.of("]C0x1"), framing.bytes(report("]C0", "x1", false), 1));
    }

    @Test
    void aRecordedStreamMayBeCutAnywhere() {
        byte[] both = new byte[128];
        System.arraycopy(report("]C0", "first", false), 0, both, 0, 64);
        System.arraycopy(report("]C0", "second", false), 0, both, 64, 64);
        assertEquals(List.of("]C0first"), framing.bytes(Arrays.copyOf(both, 100), 0));
        assertEquals(List.of("]C0second"), framing.bytes(Arrays.copyOfRange(both, 100, 128), 1));
    }

    @Test
    void theMakersOwnIdIsNoSymbology() {
        byte[] report = report("   ", "123", false);
        assertEquals(List.of("123"), framing.bytes(report, 0));
    }

    @Test
    void anotherLayoutIsReadFromItsDescriptor() {
        ReportLayout layout = ReportLayout.of(ReportDescriptor.parse(OTHER));
        assertEquals(new ReportLayout(0, 32, -1, -1, 0, 31, 31, 3), layout);
        ReportFraming other = new ReportFraming(layout);
        byte[] first = new byte[32];
        Arrays.fill(first, 0, 31, (byte) 'A');
        first[31] = 8;
        byte[] second = new byte[32];
        second[0] = 'B';
        assertEquals(List.of(), other.bytes(first, 0));
        assertEquals(List.of("A".repeat(31) + "B"), other.bytes(second, 1));
    }

    @Test
    void aDeviceThatSaysNothingOfScansIsReadTheUsualWay() {
        assertEquals(ReportLayout.usual(), ReportLayout.of(ReportDescriptor.unknown()));
    }

    @Test
    void theTriggerReportBeepsAndForbids() {
        TriggerReport trigger = new TriggerReport(ReportDescriptor.parse(USUAL));
        assertArrayEquals(new byte[] {4, 0x40}, trigger.bytes(Feedback.GOOD));
        assertArrayEquals(new byte[] {4, 0x20}, trigger.bytes(Feedback.BAD));
        assertArrayEquals(new byte[] {4, 0x02}, trigger.bytes(Feedback.DISABLE));
        assertArrayEquals(new byte[] {4, 0}, trigger.bytes(Feedback.ENABLE));
        assertArrayEquals(
                new byte[0], new TriggerReport(ReportDescriptor.unknown()).bytes(Feedback.GOOD));
    }
}
