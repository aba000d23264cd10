package io.fulfillx.desktop.app;

import io.fulfillx.desktop.config.NamedScanner;
import io.fulfillx.desktop.config.StationConfig;
import io.fulfillx.device.virtual.PluggedTree;
import io.fulfillx.device.virtual.PseudoTerminal;
import io.fulfillx.printing.virtual.PrintedLabel;
import io.fulfillx.printing.virtual.VirtualPrinter;
import io.fulfillx.scanner.virtual.VirtualScale;
import io.fulfillx.scanner.virtual.VirtualScaleVoices;
import io.fulfillx.scanner.wedge.LayoutRepair;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two scanners of the same make, a scale and a printer, plugged into a machine in a folder. */
final class VirtualBench implements AutoCloseable {
    static final String LEFT = "left";
    static final String RIGHT = "right";

    private static final Map<String, String> PLACES = Map.of(LEFT, "1-1", RIGHT, "1-2");
    private static final String SCALE_PLACE = "1-3";

    private final PluggedTree tree;
    private final Map<String, PseudoTerminal> scanners = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final VirtualScale scale;
    private final VirtualPrinter printer;
    private final List<String> printed = new CopyOnWriteArrayList<>();

    VirtualBench(Path folder) throws IOException {
        tree = new PluggedTree(folder);
        scale = VirtualScale.onPty(VirtualScaleVoices.of("sics"));
        tree.plugAdapter("ttyUSB0", SCALE_PLACE, "", scale.path());
        plug(LEFT, "ttyACM0");
        plug(RIGHT, "ttyACM1");
        printer = VirtualPrinter.onTcp(0, this::keep);
        printer.labelsPerSecond(50);
    }

    private void keep(PrintedLabel label) {
        printed.add(new String(label.bytes(), StandardCharsets.ISO_8859_1));
    }

    List<String> printed() {
        return printed;
    }

    PluggedTree tree() {
        return tree;
    }

    VirtualScale scale() {
        return scale;
    }

    StationConfig config(Path home) {
        StationConfig plain = TestStation.config(home, List.of(printer.uri()), List.of());
        List<NamedScanner> named =
                List.of(
                        NamedScanner.parse("left=serial:port:1-1:1.0"),
                        NamedScanner.parse("right=serial:port:1-2:1.0"));
        return new StationConfig(
                home,
                plain.server(),
                plain.printers(),
                new StationConfig.Scanning(
                        named,
                        URI.create("serial:port:1-3:1.0?protocol=sics"),
                        LayoutRepair.none()),
                plain.look(),
                plain.limits());
    }

    void scan(String scanner, String... texts) throws IOException {
        String all = String.join("\r", texts) + "\r";
        terminal(scanner).write(all.getBytes(StandardCharsets.UTF_8));
    }

    private PseudoTerminal terminal(String scanner) {
        PseudoTerminal terminal = scanners.get(scanner);
        if (terminal == null) {
            throw new IllegalStateException(scanner + " is not plugged in");
        }
        return terminal;
    }

    /** Into its own place, under whatever name the kernel has free. */
    void plug(String scanner, String file) throws IOException {
        PseudoTerminal terminal = PseudoTerminal.open();
        scanners.put(scanner, terminal);
        files.put(scanner, file);
        tree.plugAdapter(file, PLACES.getOrDefault(scanner, ""), "", terminal.path());
    }

    void unplug(String scanner) throws IOException {
        tree.unplug(files.getOrDefault(scanner, ""), PLACES.getOrDefault(scanner, ""));
        terminal(scanner).close();
        scanners.remove(scanner);
    }

    void unplugScale() throws IOException {
        tree.unplug("ttyUSB0", SCALE_PLACE);
        scale.unplug();
    }

    void plugScale() throws IOException {
        scale.plugIn();
        tree.plugAdapter("ttyUSB0", SCALE_PLACE, "", scale.path());
    }

    @Override
    public void close() throws IOException {
        scanners.values().forEach(PseudoTerminal::close);
        scale.close();
        printer.close();
        tree.clear();
    }
}
