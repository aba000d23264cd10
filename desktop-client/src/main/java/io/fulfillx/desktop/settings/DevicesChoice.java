package io.fulfillx.desktop.settings;

import io.fulfillx.desktop.config.NamedScanner;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.scanner.FoundDevice;
import io.fulfillx.scanner.catalog.ScaleCatalog;
import io.fulfillx.scanner.catalog.ScannerCatalog;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts scanners and scale together. On the FX thread, except for the search. */
final class DevicesChoice implements DevicesActions {
    private final Texts texts;
    private final Supplier<List<FoundDevice>> plugged;
    private final Executor paint;
    private final DevicesModel model;
    private final Consumer<String> wrong;

    /**
     * @param plugged asked in the background for what is plugged in
     * @param wrong gets the sentence about what cannot be taken
     */
    DevicesChoice(
            Texts texts,
            Supplier<List<FoundDevice>> plugged,
            Executor paint,
            DevicesModel model,
            Consumer<String> wrong) {
        this.texts = texts;
        this.plugged = plugged;
        this.paint = paint;
        this.model = model;
        this.wrong = wrong;
    }

    /** What may be a scanner or a scale at this machine; a port that may be both stands once. */
    static List<FoundDevice> ofThisMachine() {
        LocalDevices devices = LocalDevices.ofThisMachine();
        Map<URI, FoundDevice> found = new LinkedHashMap<>();
        for (FoundDevice device : ScannerCatalog.found(devices)) {
            found.put(device.address(), device);
        }
        for (FoundDevice device : ScaleCatalog.found(devices)) {
            found.putIfAbsent(device.address(), device);
        }
        return List.copyOf(found.values());
    }

    /** Shows what the settings hold. */
    void fill(List<NamedScanner> scanners, Optional<URI> scale) {
        List<DeviceLine> lines = new ArrayList<>();
        scanners.forEach(scanner -> lines.add(DeviceLine.of(scanner)));
        scale.ifPresent(address -> lines.add(DeviceLine.scale(address)));
        model.lines().setAll(lines);
        select(DevicesModel.NONE);
        clearFields();
    }

    private void clearFields() {
        model.address().set("");
        model.name().set("");
    }

    List<NamedScanner> scanners() {
        return model.lines().stream()
                .filter(line -> line.role() == DeviceRole.SCANNER)
                .map(DeviceLine::scanner)
                .toList();
    }

    Optional<URI> scale() {
        return model.lines().stream()
                .filter(line -> line.role() == DeviceRole.SCALE)
                .map(DeviceLine::address)
                .findFirst();
    }

    @Override
    public void open() {
        model.open().set(true);
        search();
    }

    @Override
    public void close() {
        model.open().set(false);
        clearFields();
        wrong.accept("");
    }

    @Override
    public void search() {
        Thread.ofVirtual()
                .name("device-search")
                .start(
                        () -> {
                            List<FoundDevice> now = plugged.get();
                            paint.execute(() -> model.found().setAll(now));
                        });
    }

    @Override
    public void select(int row) {
        model.selected().set(row);
        if (row >= 0 && row < model.lines().size()) {
            DeviceLine line = model.lines().get(row);
            model.role().set(line.role());
            model.name().set(line.hasName() ? line.name() : "");
            model.address().set(line.address().toString());
        }
    }

    @Override
    public void pick(FoundDevice found) {
        boolean scale = found.kind().contains("scale");
        model.role().set(scale ? DeviceRole.SCALE : DeviceRole.SCANNER);
        model.address().set(found.address().toString());
        model.name().set("");
    }

    @Override
    public void role(DeviceRole role) {
        model.role().set(role);
    }

    @Override
    public void add() {
        take(DevicesModel.NONE);
    }

    @Override
    public void change() {
        if (model.selected().get() != DevicesModel.NONE) {
            take(model.selected().get());
        }
    }

    /** Takes what was typed and not added, if anything; false when it cannot be taken. */
    boolean takeTyped() {
        String typed = model.address().get().strip();
        boolean known =
                model.lines().stream().anyMatch(line -> line.address().toString().equals(typed));
        return typed.isEmpty() || known || take(DevicesModel.NONE);
    }

    private boolean take(int row) {
        try {
            DeviceLine line =
                    DeviceLine.of(model.role().get(), model.name().get(), model.address().get());
            if (known(line, row)) {
                wrong.accept(texts.get("settings.devices.known"));
                return false;
            }
            put(line, row);
            wrong.accept("");
            return true;
        } catch (IllegalArgumentException e) {
            wrong.accept(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** Neither the place nor the name may stand there twice. */
    private boolean known(DeviceLine line, int except) {
        for (int row = 0; row < model.lines().size(); row++) {
            DeviceLine other = model.lines().get(row);
            boolean replaced = row == except || bothScales(line, other);
            if (!replaced
                    && (other.address().equals(line.address())
                            || other.name().equals(line.name()))) {
                return true;
            }
        }
        return false;
    }

    private static boolean bothScales(DeviceLine one, DeviceLine other) {
        return one.role() == DeviceRole.SCALE && other.role() == DeviceRole.SCALE;
    }

    /** A bench has one scale: another one takes its place. */
    private void put(DeviceLine line, int row) {
        List<DeviceLine> lines = new ArrayList<>(model.lines());
        if (row == DevicesModel.NONE) {
            lines.removeIf(other -> bothScales(line, other));
            lines.add(line);
        } else {
            lines.set(row, line);
            lines.removeIf(other -> !other.equals(line) && bothScales(line, other));
        }
        model.lines().setAll(lines);
        select(lines.indexOf(line));
    }

    @Override
    public void remove() {
        int row = model.selected().get();
        if (row != DevicesModel.NONE) {
            model.lines().remove(row);
            clearFields();
            select(Math.min(row, model.lines().size() - 1));
        }
    }
}
