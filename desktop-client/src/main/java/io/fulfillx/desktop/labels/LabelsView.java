package io.fulfillx.desktop.labels;

import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.LabelPane;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Meter;
import io.fulfillx.desktop.theme.Toast;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.id.ParcelId;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The wave's labels in pick order on the left, the chosen one as it should look on the right. */
public final class LabelsView extends HBox {
    private static final double GAP = 16;
    private static final double SIDE = 360;
    private static final double LABEL_HEIGHT = 470;

    private final Texts texts;
    private final LabelsModel model;
    private final LabelPictures pictures;
    private final ListView<LabelRow> rows = new ListView<>();
    private final Label count = line("", "type-huge");
    private final Meter meter = new Meter();
    private final Label account = wrapped("", "type-line");
    private final Toast toast = new Toast();
    private final VBox side = new VBox(12);
    private @Nullable ParcelId pictured;

    LabelsView(Texts texts, LabelsModel model, LabelPictures pictures) {
        super(GAP);
        this.texts = texts;
        this.model = model;
        this.pictures = pictures;
        getStyleClass().add("screen");
        rows.getStyleClass().add("queue");
        rows.setCellFactory(_ -> new LabelCell(texts));
        rows.setFocusTraversable(false);
        rows.setMinWidth(0);
        rows.setPlaceholder(line(texts.get("labels.empty"), "type-title", "muted"));
        rows.getSelectionModel().selectedItemProperty().subscribe(this::choose);
        side.setMinWidth(SIDE);
        side.setMaxWidth(SIDE);
        side.setAlignment(Pos.TOP_CENTER);
        VBox left = new VBox(12, new VBox(6, count, meter, account), toast, grow(rows));
        // The picture keeps its place, however long the words on the left are.
        left.setMinWidth(0);
        getChildren().addAll(grow(left), side);
        model.run().subscribe(this::show);
        model.feedback().subscribe(this::tell);
    }

    private void choose(@Nullable LabelRow row) {
        if (row == null) {
            return;
        }
        ParcelId parcelId = row.stored().job().parcelId();
        model.chosen().set(Optional.of(parcelId));
        if (parcelId.equals(pictured)) {
            return;
        }
        pictured = parcelId;
        side.getChildren()
                .setAll(
                        new LabelPane(pictures, row.stored().job().paidLabel(), LABEL_HEIGHT),
                        wrapped(row.trackingNumber(), "type-line", "strong"),
                        wrapped(detail(row), "type-body", "muted"));
    }

    /** Evidence in plain words; a printer's reason as it is. */
    private String detail(LabelRow row) {
        return texts.find("labels.detail." + row.detail()).orElseGet(row::detail);
    }

    private void show(LabelRunView run) {
        if (!rows.getItems().equals(run.rows())) {
            int chosen = Math.max(0, rows.getSelectionModel().getSelectedIndex());
            rows.getItems().setAll(run.rows());
            if (!run.rows().isEmpty()) {
                rows.getSelectionModel().select(Math.min(chosen, run.rows().size() - 1));
            }
        }
        int all = run.rows().size();
        count.setText(texts.get("labels.count", run.out(), all));
        meter.show(run.out(), all);
        account.setText(
                texts.get(
                        "labels.account",
                        run.count(LabelState.PRINTED),
                        run.count(LabelState.REPRINTED),
                        run.count(LabelState.NOT_PRINTED),
                        run.count(LabelState.UNKNOWN)));
        Words.show(count, all > 0);
        Words.show(meter, all > 0);
        Words.show(account, all > 0);
        tell(model.feedback().get());
    }

    /** What keeps the printer from printing matters more than the last act. */
    private void tell(Feedback feedback) {
        LabelRunView run = model.run().get();
        if (run.running() && !run.trouble().isEmpty()) {
            toast.show(Look.ATTENTION, run.trouble());
        } else {
            toast.show(
                    feedback.look() == Look.NEUTRAL ? Look.INFO : feedback.look(),
                    feedback.headline());
        }
    }
}
