package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.ZplOdometer;
import io.fulfillx.printing.language.ZplStatus;
import io.fulfillx.printing.transport.Transport;
import io.fulfillx.printing.transport.TransportException;
import io.fulfillx.printing.transport.Transports;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalLong;

/** The worker's connection to its printer: opened when needed, and able to ask how it is. */
final class PrinterLink implements AutoCloseable {
    private final URI printer;
    private final PrintTimings timings;
    private volatile @Nullable Transport transport;
    private boolean everAnswered;

    /** Null until the printer has shown whether it keeps a label count. */
    private @Nullable Boolean counts;

    PrinterLink(URI printer, PrintTimings timings) {
        this.printer = printer;
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
        open().write("~JA".getBytes(StandardCharsets.US_ASCII), timings.answer());
    }

    /** Asks for status first and count second: a count read later can only be higher. */
    PrinterReport ask() throws TransportException {
        Transport present = open();
        if (!present.answers()) {
            return PrinterReport.SILENT;
        }
        forgetLateReplies(present);
        boolean askCount = !Boolean.FALSE.equals(counts);
        String question = ZplStatus.QUESTION + "\r\n" + (askCount ? ZplOdometer.QUESTION : "");
        present.write(question.getBytes(StandardCharsets.US_ASCII), timings.answer());
        return listen(present, askCount);
    }

    private static void forgetLateReplies(Transport present) throws TransportException {
        byte[] late = present.read(Duration.ZERO);
        while (late.length > 0) {
            late = present.read(Duration.ZERO);
        }
    }

    private PrinterReport listen(Transport present, boolean askCount) throws TransportException {
        StringBuilder received = new StringBuilder();
        long end = System.nanoTime() + timings.answer().toNanos();
        long left = timings.answer().toNanos();
        while (left > 0) {
            byte[] chunk = present.read(Duration.ofNanos(left));
            received.append(new String(chunk, StandardCharsets.ISO_8859_1));
            if (complete(received.toString(), askCount)) {
                break;
            }
            left = end - System.nanoTime();
        }
        return report(received.toString(), askCount);
    }

    private static boolean complete(String received, boolean askCount) {
        return ZplStatus.find(received).isPresent()
                && (!askCount
                        || ZplOdometer.refused(received)
                        || ZplOdometer.find(received).isPresent());
    }

    private PrinterReport report(String received, boolean askCount) {
        ZplStatus status = ZplStatus.find(received).orElse(null);
        if (status == null) {
            return PrinterReport.SILENT;
        }
        everAnswered = true;
        OptionalLong count = askCount ? ZplOdometer.find(received) : OptionalLong.empty();
        if (counts == null) {
            counts = count.isPresent();
        }
        return new PrinterReport(status, count.isPresent() ? count.getAsLong() : null);
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
