package io.fulfillx.desktop.settings;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.printing.profile.PrinterProfile;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Puts the list of printers together. On the FX thread, except for the search. */
final class PrinterChoice implements PrinterActions {
    private final Texts texts;
    private final PrinterSearch finder;
    private final Executor paint;
    private final PrintersModel model;
    private final Consumer<String> wrong;

    /**
     * @param wrong gets the sentence about what cannot be taken
     */
    PrinterChoice(
            Texts texts,
            PrinterSearch finder,
            Executor paint,
            PrintersModel model,
            Consumer<String> wrong) {
        this.texts = texts;
        this.finder = finder;
        this.paint = paint;
        this.model = model;
        this.wrong = wrong;
    }

    /** Shows what the settings hold. */
    void fill(List<URI> printers) {
        model.lines().setAll(printers.stream().map(URI::toString).map(PrinterLine::of).toList());
        model.selected().set(printers.isEmpty() ? PrintersModel.NONE : 0);
        model.address().set("");
    }

    /** The lines for the settings. */
    List<URI> printers() {
        return model.lines().stream().map(PrinterLine::text).toList();
    }

    /** The row to try out: the selected one, else the first. */
    Optional<URI> selected() {
        int row = Math.max(0, model.selected().get());
        return printers().stream().skip(row).findFirst();
    }

    @Override
    public void open() {
        model.open().set(true);
        search();
    }

    @Override
    public void close() {
        model.open().set(false);
        model.address().set("");
        wrong.accept("");
    }

    @Override
    public void search() {
        if (!model.search().get().running()) {
            finder.begin(state -> paint.execute(() -> model.search().set(state)));
        }
    }

    @Override
    public void select(int row) {
        model.selected().set(row);
        if (row >= 0 && row < model.lines().size()) {
            edit(model.lines().get(row));
        }
    }

    @Override
    public void pick(FoundRow found) {
        edit(found.line());
    }

    private void edit(PrinterLine line) {
        model.address().set(line.text().toString());
        model.profile().set(line.printer().profile());
    }

    @Override
    public void choose(PrinterProfile profile) {
        model.profile().set(profile);
        try {
            PrinterLine line = PrinterLine.of(model.address().get()).with(profile);
            model.address().set(line.text().toString());
        } catch (IllegalArgumentException _) {
            // Half an address: it gets the profile once it is whole.
        }
    }

    @Override
    public void add() {
        take(PrintersModel.NONE);
    }

    @Override
    public void change() {
        if (model.selected().get() != PrintersModel.NONE) {
            take(model.selected().get());
        }
    }

    /** Takes what was typed and not added, if anything; false when it cannot be taken. */
    boolean takeTyped() {
        String typed = model.address().get().strip();
        boolean known = printers().stream().anyMatch(line -> line.toString().equals(typed));
        return typed.isEmpty() || known || take(PrintersModel.NONE);
    }

    private boolean take(int row) {
        try {
            PrinterLine line = PrinterLine.of(model.address().get(), model.profile().get());
            if (known(line, row)) {
                wrong.accept(texts.get("settings.printers.known"));
                return false;
            }
            put(line, row);
            return true;
        } catch (IllegalArgumentException e) {
            wrong.accept(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private boolean known(PrinterLine line, int except) {
        for (int row = 0; row < model.lines().size(); row++) {
            if (row != except && model.lines().get(row).at(line)) {
                return true;
            }
        }
        return false;
    }

    private void put(PrinterLine line, int row) {
        if (row == PrintersModel.NONE) {
            model.lines().add(line);
            select(model.lines().size() - 1);
        } else {
            model.lines().set(row, line);
            select(row);
        }
        wrong.accept("");
    }

    @Override
    public void remove() {
        int row = model.selected().get();
        if (row != PrintersModel.NONE) {
            model.lines().remove(row);
            model.address().set("");
            select(Math.min(row, model.lines().size() - 1));
        }
    }

    @Override
    public void move(int rows) {
        int from = model.selected().get();
        int to = from + rows;
        if (from != PrintersModel.NONE && to >= 0 && to < model.lines().size()) {
            PrinterLine line = model.lines().remove(from);
            model.lines().add(to, line);
            select(to);
        }
    }
}
