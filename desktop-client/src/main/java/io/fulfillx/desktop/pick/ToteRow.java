package io.fulfillx.desktop.pick;

import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;

import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Glyph;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.ToteTag;
import io.fulfillx.model.id.ParcelId;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/** One order of the round and its tote; changed in place, scan after scan. */
final class ToteRow extends HBox {
    private static final double TAG = 46;
    private static final double ICON = 24;

    private final Texts texts;
    private final ToteTag tag = new ToteTag(0, TAG);
    private final Label order = line("", "type-line", "strong");
    private final Label tote = line("", "type-small", "muted");
    private final Label units = line("", "type-heading");
    private final Glyph mark = Icon.OPEN.node(ICON);

    ToteRow(Texts texts) {
        super(14);
        this.texts = texts;
        StackPane sign = new StackPane(mark);
        sign.getStyleClass().add("mark");
        getChildren().addAll(tag, grow(new VBox(order, tote)), units, sign);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll("row", "tight");
    }

    void show(PickState state, StoredJob job) {
        List<PickTask> tasks =
                state.tasks().stream()
                        .filter(task -> task.parcelId().equals(job.job().parcelId()))
                        .toList();
        int left = tasks.stream().mapToInt(PickTask::left).sum();
        int all = tasks.stream().mapToInt(task -> task.line().quantity().units()).sum();
        boolean done = left == 0;
        String number = job.work().tote();
        tag.show(TaskCard.slot(state, job.job().parcelId()));
        order.setText(job.label());
        tote.setText(number == null ? texts.get("pick.no-tote") : texts.get("tote.named", number));
        units.setText((all - left) + " / " + all);
        mark.show(done ? Icon.TICK : Icon.OPEN);
        (done ? Look.GOOD : isNow(state, job) ? Look.INFO : Look.NEUTRAL).paint(this);
    }

    private static boolean isNow(PickState state, StoredJob job) {
        Optional<ParcelId> now =
                state.phase() == PickPhase.ASSIGN_TOTES
                        ? state.needsTote().map(next -> next.job().parcelId())
                        : state.current().map(PickTask::parcelId);
        return now.equals(Optional.of(job.job().parcelId()));
    }
}
