package io.fulfillx.printing.discovery;

import io.fulfillx.device.transport.PrinterAddress;
import io.fulfillx.device.transport.Spooler;
import io.fulfillx.device.transport.TransportException;

import java.time.Duration;
import java.util.List;

/** The queues of the operating system. */
public final class SpoolQueues implements PrinterSource {
    private final Spooler spooler;

    public SpoolQueues(Spooler spooler) {
        this.spooler = spooler;
    }

    @Override
    public String name() {
        return "print queues";
    }

    @Override
    public List<FoundPrinter> look(Duration limit) throws TransportException {
        return spooler.queues(limit).stream()
                .map(
                        queue ->
                                new FoundPrinter(
                                        queue,
                                        new PrinterAddress.Spool(queue).uri(),
                                        "print queue",
                                        null,
                                        null))
                .toList();
    }
}
