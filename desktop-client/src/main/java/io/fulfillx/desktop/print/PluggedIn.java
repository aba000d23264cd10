package io.fulfillx.desktop.print;

import io.fulfillx.device.transport.PrinterAddress;
import io.fulfillx.printing.discovery.FoundPrinter;
import io.fulfillx.printing.discovery.PrinterWatch;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which printers on this machine's own ports were unplugged. A worker finds that out by itself when
 * it talks to its printer; this tells it also of printers that never answer. Safe from any thread.
 */
public final class PluggedIn implements PrinterWatch.Listener {
    private final Set<String> unplugged = ConcurrentHashMap.newKeySet();
    private final Runnable changed;

    /**
     * @param changed called on the watch's thread whenever something came or went
     */
    public PluggedIn(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public void plugged(FoundPrinter printer) {
        place(printer.uri()).ifPresent(unplugged::remove);
        changed.run();
    }

    @Override
    public void unplugged(FoundPrinter printer) {
        place(printer.uri()).ifPresent(unplugged::add);
        changed.run();
    }

    /**
     * Whether the printer of this address is certainly not there; false for every address that is
     * not on a port of this machine.
     */
    public boolean gone(URI address) {
        return place(address)
                .filter(place -> unplugged.contains(place) || missing(place))
                .isPresent();
    }

    private static boolean missing(String place) {
        String device = place.substring(place.indexOf(':') + 1);
        return device.startsWith("/") && !Files.exists(Path.of(device));
    }

    private static Optional<String> place(URI address) {
        return switch (PrinterAddress.parse(address)) {
            case PrinterAddress.Serial(String device, _) -> Optional.of("serial:" + device);
            case PrinterAddress.Usb(String device) -> Optional.of("usb:" + device);
            case PrinterAddress.Tcp _, PrinterAddress.Spool _, PrinterAddress.ToFile _ ->
                    Optional.empty();
        };
    }
}
