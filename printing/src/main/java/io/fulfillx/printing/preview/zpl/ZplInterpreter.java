package io.fulfillx.printing.preview.zpl;

import io.fulfillx.printing.preview.PreviewSettings;
import io.fulfillx.printing.preview.RenderedLabel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Executes the commands of a document one after the other and collects the labels. */
final class ZplInterpreter {
    /** A stored format may recall others, but not for ever. */
    private static final int DEEPEST_RECALL = 4;

    private static final int MOST_LABELS = 1000;

    private final Workbench bench = new Workbench();
    private final LabelDrawing press;
    private final LabelCommands labelCommands = new LabelCommands(bench);
    private final FieldCommands fieldCommands = new FieldCommands(bench);
    private final GraphicCommands graphicCommands = new GraphicCommands(bench);
    private final BarcodeCommands barcodeCommands;
    private final StorageCommands storageCommands = new StorageCommands(bench);
    private final List<RenderedLabel> labels = new ArrayList<>();
    private final List<ZplCommand> recording = new ArrayList<>();
    private Optional<String> recorded = Optional.empty();
    private boolean open;
    private int recalls;

    ZplInterpreter(PreviewSettings settings, GlyphCase glyphs) {
        press = new LabelDrawing(bench, settings, glyphs);
        barcodeCommands = new BarcodeCommands(bench, settings.dpi());
    }

    List<RenderedLabel> labels() {
        return List.copyOf(labels);
    }

    void execute(ZplCommand command) {
        switch (command.name()) {
            case "^XA" -> begin();
            case "^XZ" -> end();
            case "^DF" -> {
                recorded = Optional.of(command.parameters().text(0));
                recording.clear();
            }
            default -> {
                if (recorded.isPresent()) {
                    recording.add(command);
                } else if (command.name().equals("^XF")) {
                    recall(command.parameters().text(0));
                } else {
                    perform(command);
                }
            }
        }
    }

    private void begin() {
        if (open && recorded.isEmpty()) {
            print();
        }
        open = true;
        bench.nextLabel();
        labelCommands.nextLabel();
        recorded = Optional.empty();
    }

    private void end() {
        if (recorded.isPresent()) {
            bench.memory.keepFormat(recorded.get(), recording);
            recorded = Optional.empty();
        } else if (open) {
            print();
        }
        bench.nextLabel();
        open = false;
    }

    private void print() {
        if (!bench.items().isEmpty() && labels.size() < MOST_LABELS) {
            labels.addAll(press.print(labelCommands.quantity()));
        }
    }

    private void recall(String name) {
        Optional<List<ZplCommand>> format = bench.memory.format(name);
        if (format.isEmpty()) {
            bench.warn("The format " + name + " is not stored in this document.");
            return;
        }
        if (recalls >= DEEPEST_RECALL) {
            bench.warn("The format " + name + " recalls itself.");
            return;
        }
        recalls++;
        fieldCommands.recalling(true);
        for (ZplCommand command : format.get()) {
            execute(command);
        }
        recalls--;
        fieldCommands.recalling(recalls > 0);
        bench.nextField();
    }

    private void perform(ZplCommand command) {
        Parameters parameters = command.parameters();
        String name = command.name();
        boolean done =
                labelCommands.execute(name, parameters)
                        || fieldCommands.execute(name, command.data(), parameters)
                        || graphicCommands.execute(name, parameters)
                        || barcodeCommands.execute(name, parameters)
                        || storageCommands.execute(name, parameters);
        if (!done && name.length() > 1 && name.startsWith("^") && !SilentCommands.contains(name)) {
            bench.warn("The command " + printable(name) + " is not known to the preview.");
        }
    }

    private static String printable(String name) {
        return name.replaceAll("[^!-~]", "?");
    }
}
