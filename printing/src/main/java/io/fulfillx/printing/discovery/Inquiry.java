package io.fulfillx.printing.discovery;

import io.fulfillx.device.transport.PortStatus;
import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.TransportException;
import io.fulfillx.device.transport.Transports;
import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;

/**
 * How a printer is, asked once.
 *
 * @param condition {@code OFFLINE} when it could not be reached, {@code SILENT} when it was but
 *     said nothing
 * @param sentence what to know or do
 */
public record Inquiry(PrinterCondition condition, String sentence) {
    /**
     * Connects, asks in the language and by the port where the port can tell, and hangs up. Takes
     * at most the time given, and prints nothing.
     */
    public static Inquiry ask(URI address, LabelLanguage language, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try (Transport transport = Transports.open(address, limit)) {
            DeviceStatus status = answer(transport, language, end);
            if (status == null && transport instanceof PortStatus port) {
                status = PortCondition.of(port.portStatus());
            }
            PrinterCondition condition = status == null ? PrinterCondition.SILENT : status.worst();
            return new Inquiry(condition, condition.sentence());
        } catch (TransportException e) {
            return new Inquiry(PrinterCondition.OFFLINE, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable DeviceStatus answer(
            Transport transport, LabelLanguage language, long end) throws TransportException {
        if (!transport.answers()) {
            return null;
        }
        transport.write(language.dialect().question(false), until(end));
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        DeviceStatus status = null;
        while (status == null && System.nanoTime() - end < 0) {
            received.writeBytes(transport.read(until(end)));
            status = language.dialect().read(received.toByteArray()).status();
        }
        return status;
    }

    private static Duration until(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }
}
