package io.fulfillx.desktop.pick;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Meter;
import io.fulfillx.desktop.theme.ToteTag;
import io.fulfillx.model.id.ParcelId;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/** The whole round: how far it is, its totes, and where it goes next. */
final class RoundPanel extends VBox {
    private static final double WIDTH = 430;
    private static final double TAG = 46;
    private static final double ICON = 24;
    private static final int ROWS_SHOWN = 6;

    private final Texts texts;

    RoundPanel(Texts texts) {
        super(10);
        this.texts = texts;
        getStyleClass().add("panel");
        setPadding(new Insets(18));
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
    }

    void clear() {
        getChildren().clear();
        setVisible(false);
        setManaged(false);
    }

    void show(PickState state) {
        setVisible(true);
        setManaged(true);
        int all = state.tasks().stream().mapToInt(task -> task.line().quantity().units()).sum();
        int left = state.tasks().stream().mapToInt(PickTask::left).sum();
        Meter meter = new Meter();
        meter.show(all - left, all);
        HBox head =
                new HBox(
                        line(texts.get("pick.progress"), "type-caps"),
                        gap(),
                        line(texts.get("pick.units", all - left, all), "type-line", "strong"));
        head.setAlignment(Pos.BASELINE_LEFT);
        getChildren().setAll(head, meter);
        VBox totes = new VBox(2);
        state.jobs().forEach(job -> totes.getChildren().add(toteRow(state, job)));
        ScrollPane scroll = new ScrollPane(totes);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        getChildren().add(grow(scroll));
        List<PickTask> next =
                state.tasks().stream()
                        .filter(task -> task.left() > 0)
                        .filter(task -> !state.current().equals(Optional.of(task)))
                        .limit(Math.max(1, ROWS_SHOWN - state.jobs().size()))
                        .toList();
        if (!next.isEmpty()) {
            getChildren().add(line(texts.get("pick.next"), "type-caps"));
            next.forEach(task -> getChildren().add(nextRow(state, task)));
        }
    }

    private Node toteRow(PickState state, StoredJob job) {
        List<PickTask> tasks =
                state.tasks().stream()
                        .filter(task -> task.parcelId().equals(job.job().parcelId()))
                        .toList();
        int left = tasks.stream().mapToInt(PickTask::left).sum();
        int all = tasks.stream().mapToInt(task -> task.line().quantity().units()).sum();
        boolean done = left == 0;
        boolean now = isNow(state, job);
        String tote = job.work().tote();
        VBox words =
                new VBox(
                        line(job.label(), "type-line", "strong"),
                        line(
                                tote == null
                                        ? texts.get("pick.no-tote")
                                        : texts.get("tote.named", tote),
                                "type-small",
                                "muted"));
        StackPane mark = new StackPane((done ? Icon.TICK : Icon.OPEN).node(ICON));
        mark.getStyleClass().add("mark");
        HBox row =
                new HBox(
                        14,
                        new ToteTag(TaskCard.slot(state, job.job().parcelId()), TAG),
                        grow(words),
                        line((all - left) + " / " + all, "type-heading"),
                        mark);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("row", "tight");
        (done ? Look.GOOD : now ? Look.INFO : Look.NEUTRAL).paint(row);
        return row;
    }

    private static boolean isNow(PickState state, StoredJob job) {
        Optional<ParcelId> now =
                state.phase() == PickPhase.ASSIGN_TOTES
                        ? state.needsTote().map(next -> next.job().parcelId())
                        : state.current().map(PickTask::parcelId);
        return now.equals(Optional.of(job.job().parcelId()));
    }

    private Node nextRow(PickState state, PickTask task) {
        VBox words =
                new VBox(
                        line(task.line().location(), "type-line", "strong"),
                        wrapped(task.line().title(), "type-small", "muted"));
        HBox row =
                new HBox(
                        14,
                        grow(words),
                        line(texts.get("pick.times", task.left()), "type-heading"),
                        new ToteTag(TaskCard.slot(state, task.parcelId()), 34));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setPadding(new Insets(2, 8, 2, 8));
        return row;
    }
}
