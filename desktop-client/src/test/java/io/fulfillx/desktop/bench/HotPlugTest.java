package io.fulfillx.desktop.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.config.StationConfigFile;
import io.fulfillx.desktop.print.PluggedIn;
import io.fulfillx.desktop.status.StatusSnapshot;
import io.fulfillx.printing.discovery.FoundPrinter;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

class HotPlugTest {
    /** Seen at the next look, half a second away; a busy machine may need far longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final BlockingQueue<String> states = new LinkedBlockingQueue<>();
    @TempDir private Path home;

    @Test
    void anUnpluggedPrinterShowsAsGoneAndComesBackByItself() throws Exception {
        Path line = home.resolve("printer");
        VirtualPrinter first = VirtualPrinter.onPty(line, _ -> {});
        try (Bench bench =
                Bench.open(StationConfigFile.load(home, Map.of("printers", "serial:" + line)))) {
            bench.status().listen(this::note);
            await("ready");
            first.close();
            await("offline");
            try (VirtualPrinter again = VirtualPrinter.onPty(line, _ -> {})) {
                await("ready");
                assertEquals(0, again.labelsPrinted());
            }
        }
    }

    private void note(StatusSnapshot now) {
        states.add(now.printers().getFirst().state());
    }

    private void await(String state) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String now = "";
        while (!state.equals(now)) {
            String next = states.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            assertTrue(next != null, () -> "never " + state);
            now = String.valueOf(next);
        }
    }

    @Test
    void aPrinterThatNeverAnswersIsMissedByItsPlugAlone() {
        PluggedIn plugs = new PluggedIn(() -> {});
        FoundPrinter printer =
                new FoundPrinter("SN1", URI.create("usb:SN1"), "USB printer", null, null);
        URI line = URI.create("usb:SN1");
        assertFalse(plugs.gone(line));
        plugs.unplugged(printer);
        assertTrue(plugs.gone(line));
        assertFalse(plugs.gone(URI.create("usb:SN2")));
        assertFalse(plugs.gone(URI.create("tcp://10.0.0.1:9100")));
        plugs.plugged(printer);
        assertFalse(plugs.gone(line));
    }
}
