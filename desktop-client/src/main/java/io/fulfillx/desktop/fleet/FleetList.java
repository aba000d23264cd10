package io.fulfillx.desktop.fleet;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Pill;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.sync.StationView;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/** A row for each station, how old that is, and what is shown at the chosen one. */
final class FleetList extends VBox {
    private static final double ROW = 42;

    private final FleetModel model;
    private final FleetWords words;
    private final Label asOf = line("", "type-line", "muted");
    private final Pill offline = new Pill();
    private final Label shown = new Label();
    private final ListView<StationView> rows = new ListView<>();
    private final Texts texts;

    FleetList(Texts texts, FleetModel model, FleetWords words) {
        super(6);
        this.texts = texts;
        this.model = model;
        this.words = words;
        rows.getStyleClass().addAll("queue", "choices", "fleet");
        rows.setFixedCellSize(ROW);
        rows.setCellFactory(_ -> new FleetCell(words, () -> model.sight().get()));
        rows.setFocusTraversable(false);
        rows.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        station -> {
                            if (station != null) {
                                model.chosen().set(Optional.of(station.stationId()));
                            }
                        });
        shown.getStyleClass().add("type-line");
        HBox head = new HBox(16, asOf, offline, gap(), shown);
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(36);
        getChildren().addAll(head, FleetCell.heads(texts), grow(rows));
        model.sight().subscribe(this::show);
        model.chosen().subscribe(this::choose);
    }

    private void show(FleetSight sight) {
        String age = words.asOf(sight);
        Words.show(asOf, sight.current());
        Words.show(offline, !sight.current());
        asOf.setText(age);
        offline.show(Look.ATTENTION, Icon.NO_LINK, age);
        if (!rows.getItems().equals(sight.stations())) {
            rows.getItems().setAll(sight.stations());
        } else {
            rows.refresh();
        }
        choose(model.chosen().get());
    }

    /** The one that buttons are about, also after the list came anew. */
    private void choose(Optional<StationId> wanted) {
        List<StationView> all = rows.getItems();
        Optional<StationView> station = model.station();
        if (wanted.isEmpty() && !all.isEmpty()) {
            model.chosen().set(Optional.of(all.getFirst().stationId()));
            return;
        }
        station.ifPresent(
                found -> {
                    int index = all.indexOf(found);
                    if (rows.getSelectionModel().getSelectedIndex() != index) {
                        rows.getSelectionModel().select(index);
                        rows.scrollTo(Math.max(0, index - 5));
                    }
                });
        String text = station.map(StationView::message).orElse(null);
        shown.setText(text == null ? "" : texts.get("fleet.shown", text));
    }
}
