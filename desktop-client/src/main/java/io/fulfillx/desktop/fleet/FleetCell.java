package io.fulfillx.desktop.fleet;

import io.fulfillx.desktop.fleet.FleetWords.Sign;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Pill;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.sync.StationView;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** One station: words and shapes under the heads of the list. */
final class FleetCell extends ListCell<StationView> {
    private static final double GAP = 6;

    /** Of all columns but the first, which takes the rest. */
    private static final List<Double> WIDTHS =
            List.of(84.0, 114.0, 134.0, 178.0, 156.0, 112.0, 130.0);

    /** Of the list and its cells together. */
    private static final double MARGIN = 22;

    private final FleetWords words;
    private final Supplier<FleetSight> sight;
    private final Label name = new Label();
    private final Label version = Words.line("", "type-small", "muted");
    private final Pill seen = new Pill();
    private final Pill order = new Pill();
    private final Pill backlog = new Pill();
    private final Pill printer = new Pill().elastic();
    private final Pill scanner = new Pill().elastic();
    private final Pill scale = new Pill().elastic();
    private final HBox line =
            columns(name, List.of(version, seen, order, backlog, printer, scanner, scale));

    FleetCell(FleetWords words, Supplier<FleetSight> sight) {
        this.words = words;
        this.sight = sight;
        name.getStyleClass().addAll("type-body", "strong");
    }

    /** The heads of the columns, in the same widths. */
    static Node heads(Texts texts) {
        List<Label> heads =
                List.of(
                        head(texts.get("fleet.head.version")),
                        head(texts.get("fleet.head.seen")),
                        head(texts.get("fleet.head.order")),
                        head(texts.get("fleet.head.backlog")),
                        head(texts.get("fleet.head.printer")),
                        head(texts.get("fleet.head.scanner")),
                        head(texts.get("fleet.head.scale")));
        HBox box = columns(head(texts.get("fleet.head.name")), heads);
        box.setPadding(new Insets(0, MARGIN, 0, MARGIN));
        return box;
    }

    private static Label head(String text) {
        return Words.line(text, "type-caps");
    }

    private static HBox columns(Label first, List<? extends Node> others) {
        first.setMinWidth(0);
        first.setPrefWidth(100);
        first.setMaxWidth(Double.MAX_VALUE);
        HBox box = new HBox(GAP, Words.grow(first));
        for (int i = 0; i < others.size(); i++) {
            HBox place = new HBox(others.get(i));
            place.setAlignment(Pos.CENTER_LEFT);
            place.setMinWidth(WIDTHS.get(i));
            place.setPrefWidth(WIDTHS.get(i));
            box.getChildren().add(place);
        }
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    @Override
    protected void updateItem(@Nullable StationView station, boolean empty) {
        super.updateItem(station, empty);
        setText(null);
        if (station == null || empty) {
            setGraphic(null);
            return;
        }
        FleetSight seenNow = sight.get();
        name.setText(station.name());
        version.setText(Objects.requireNonNullElse(station.program(), ""));
        show(seen, words.seen(station, seenNow));
        show(order, words.order(station));
        show(backlog, words.backlog(station, seenNow.asOf()));
        show(printer, words.device(station.printer(), Icon.PRINTER));
        show(scanner, words.device(station.scanner(), Icon.SCAN));
        show(scale, words.device(station.scale(), Icon.SCALE));
        setGraphic(line);
    }

    private static void show(Pill pill, Sign sign) {
        pill.setVisible(!sign.text().isEmpty());
        pill.show(sign.look(), sign.icon(), sign.text());
    }
}
