package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.StatusDialect;
import io.fulfillx.printing.language.StatusReading;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.profile.PrinterProfile;
import io.fulfillx.printing.profile.PrinterProfile.Quirk;
import io.fulfillx.printing.transport.Transport;
import io.fulfillx.printing.transport.TransportException;
import io.fulfillx.printing.transport.Transports;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;

/** The worker's connection to its printer: opened when needed, and able to ask how it is. */
final class PrinterLink implements AutoCloseable {
    private final URI printer;
    private final StatusDialect dialect;
    private final boolean oneWay;
    private final PrintTimings timings;
    private volatile @Nullable Transport transport;
    private boolean everAnswered;

    /** Null until the printer has shown whether it keeps a label count. */
    private @Nullable Boolean counts;

    PrinterLink(Printer printer, PrintTimings timings) {
        PrinterProfile profile = printer.profile();
        this.printer = printer.address();
        this.dialect = profile.language().dialect();
        this.oneWay = profile.quirks().contains(Quirk.ONE_WAY);
        this.counts = profile.quirks().contains(Quirk.NO_LABEL_COUNT) ? false : null;
        this.timings = timings;
    }

    /** Connects unless it is connected. */
    Transport open() throws TransportException {
        Transport present = transport;
        if (present == null) {
            present = Transports.open(printer, timings.connect());
            transport = present;
        }
        return present;
    }

    /** Whether this printer has answered a question since the worker was made. */
    boolean everAnswered() {
        return everAnswered;
    }

    void write(byte[] bytes) throws TransportException {
        open().write(bytes, timings.write().plusMillis(bytes.length));
    }

    /** Makes it forget a label that was cut off, which would otherwise run into the next one. */
    void discardHalfLabel() throws TransportException {
        open().write(dialect.discard(), timings.answer());
    }

    /** Asks for status first and count second: a count read later can only be higher. */
    PrinterReport ask() throws TransportException {
        Transport present = open();
        if (!answers()) {
            return PrinterReport.SILENT;
        }
        forgetLateReplies(present);
        boolean askCount = !Boolean.FALSE.equals(counts);
        present.write(dialect.question(askCount), timings.answer());
        return listen(present, askCount);
    }

    /** Whether it is of any use to ask. */
    boolean answers() throws TransportException {
        return !oneWay && open().answers();
    }

    private static void forgetLateReplies(Transport present) throws TransportException {
        byte[] late = present.read(Duration.ZERO);
        while (late.length > 0) {
            late = present.read(Duration.ZERO);
        }
    }

    private PrinterReport listen(Transport present, boolean askCount) throws TransportException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        long end = System.nanoTime() + timings.answer().toNanos();
        long left = timings.answer().toNanos();
        StatusReading reading = dialect.read(new byte[0]);
        while (left > 0 && !complete(reading, askCount)) {
            received.writeBytes(present.read(Duration.ofNanos(left)));
            reading = dialect.read(received.toByteArray());
            left = end - System.nanoTime();
        }
        return report(reading);
    }

    private static boolean complete(StatusReading reading, boolean askCount) {
        boolean counted = !askCount || reading.labelCount() != null || reading.countRefused();
        return reading.status() != null && counted;
    }

    private PrinterReport report(StatusReading reading) {
        if (reading.status() == null) {
            return PrinterReport.SILENT;
        }
        everAnswered = true;
        if (counts == null) {
            counts = reading.labelCount() != null;
        }
        return new PrinterReport(reading.status(), reading.labelCount());
    }

    /** Gives a network printer free for other stations; a serial port stays ours. */
    void release() {
        if (!"serial".equals(printer.getScheme())) {
            close();
        }
    }

    /** Ends the connection; the next use opens another. */
    @Override
    public void close() {
        Transport present = transport;
        transport = null;
        if (present != null) {
            present.close();
        }
    }
}
