package io.fulfillx.scanner.hid;

import io.fulfillx.device.hid.HidField;
import io.fulfillx.device.hid.HidReport;
import io.fulfillx.device.hid.ReportDescriptor;

import java.util.Optional;

/**
 * Where the parts of a scan stand in a report, in bytes from its front, the report's number
 * counted. Most devices have the layout of {@link #usual}; others are read from the descriptor.
 *
 * @param id the number of the reports that carry scans, 0 when reports have none
 * @param bytes of a whole report
 * @param lengthAt where the count of data bytes stands; -1 when data ends at its last byte not 0
 * @param aimAt where the three characters of the AIM identifier stand; -1 when there is none
 * @param dataAt where the data begins
 * @param dataBytes how many there can be
 * @param moreAt where the byte stands whose lowest bit says that the scan goes on; -1 for never
 * @param moreBit which of its bits
 */
public record ReportLayout(
        int id,
        int bytes,
        int lengthAt,
        int aimAt,
        int dataAt,
        int dataBytes,
        int moreAt,
        int moreBit) {
    static final int SYMBOLOGY_1 = 0xFB;
    static final int DECODED_DATA = 0xFE;
    static final int CONTINUED = 0xFF;
    private static final int BYTE = 8;

    /** 64 bytes: number 2, length, three of AIM, 56 of data, two of the maker, flags. */
    static ReportLayout usual() {
        return new ReportLayout(2, 64, 1, 2, 5, 56, 63, 0);
    }

    /** What the device says; the usual one when it says nothing of scans. */
    public static ReportLayout of(ReportDescriptor descriptor) {
        return descriptor
                .report(HidReport.Way.INPUT, HidKind.SCANNER_PAGE, DECODED_DATA)
                .flatMap(ReportLayout::of)
                .orElseGet(ReportLayout::usual);
    }

    private static Optional<ReportLayout> of(HidReport report) {
        HidField data = report.field(HidKind.SCANNER_PAGE, DECODED_DATA).orElseThrow();
        if (data.bits() != BYTE || data.bitOffset() % BYTE != 0) {
            return Optional.empty();
        }
        Optional<HidField> aim = report.field(HidKind.SCANNER_PAGE, SYMBOLOGY_1);
        Optional<HidField> more = report.field(HidKind.SCANNER_PAGE, CONTINUED);
        int front = report.id() == 0 ? 0 : 1;
        int dataAt = report.byteOffset(data);
        int aimAt = aim.map(report::byteOffset).orElse(-1);
        // The length has no usage in common use: it is the byte before all others.
        int first = aimAt >= 0 ? Math.min(aimAt, dataAt) : dataAt;
        return Optional.of(
                new ReportLayout(
                        report.id(),
                        report.bytes(),
                        first > front ? front : -1,
                        aimAt,
                        dataAt,
                        data.count(),
                        more.map(report::byteOffset).orElse(-1),
                        more.map(field -> field.bitOffset() % BYTE).orElse(0)));
    }
}
