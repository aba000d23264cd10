package io.fulfillx.scanner.hid;

import io.fulfillx.device.hid.HidField;
import io.fulfillx.device.hid.HidReport;
import io.fulfillx.device.hid.ReportDescriptor;
import io.fulfillx.scanner.Feedback;
import io.fulfillx.scanner.feedback.FeedbackCommands;

/**
 * What an HID scanner can be told by its trigger report: bits for a good and a bad beep and against
 * reading. A device without these in its descriptor is told nothing.
 */
final class TriggerReport implements FeedbackCommands {
    static final int PREVENT_READ = 0x5F;
    static final int ERROR_BEEP = 0x85;
    static final int GOOD_READ_BEEP = 0x86;
    private static final int BYTE = 8;

    private final ReportDescriptor descriptor;

    TriggerReport(ReportDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public byte[] bytes(Feedback feedback) {
        return switch (feedback) {
            case GOOD -> report(GOOD_READ_BEEP, true);
            case BAD -> report(ERROR_BEEP, true);
            case ENABLE -> report(PREVENT_READ, false);
            case DISABLE -> report(PREVENT_READ, true);
        };
    }

    private byte[] report(int usage, boolean on) {
        return descriptor
                .report(HidReport.Way.OUTPUT, HidKind.SCANNER_PAGE, usage)
                .map(report -> filled(report, usage, on))
                .orElseGet(() -> new byte[0]);
    }

    /** A report without a number is written behind a 0. */
    private static byte[] filled(HidReport report, int usage, boolean on) {
        byte[] bytes = new byte[report.bytes() + (report.id() == 0 ? 1 : 0)];
        bytes[0] = (byte) report.id();
        HidField field = report.field(HidKind.SCANNER_PAGE, usage).orElseThrow();
        if (on) {
            bytes[1 + field.bitOffset() / BYTE] |= (byte) (1 << field.bitOffset() % BYTE);
        }
        return bytes;
    }
}
