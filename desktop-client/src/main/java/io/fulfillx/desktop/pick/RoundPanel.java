package io.fulfillx.desktop.pick;

import static io.fulfillx.desktop.theme.Words.arrange;
import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;

import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Meter;
import io.fulfillx.desktop.theme.Words;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The whole round: how far it is, its totes, and where it goes next. */
final class RoundPanel extends VBox {
    private static final double WIDTH = 430;
    private static final int ROWS_SHOWN = 6;

    private final Texts texts;
    private final Label units = line("", "type-line", "strong");
    private final Meter meter = new Meter();
    private final VBox totes = new VBox(2);
    private final List<ToteRow> toteRows = new ArrayList<>();
    private final VBox next = new VBox(10);
    private final List<NextRow> nextRows = new ArrayList<>();
    private final Label nextCaption;

    RoundPanel(Texts texts) {
        super(10);
        this.texts = texts;
        this.nextCaption = line(texts.get("pick.next"), "type-caps");
        getStyleClass().add("panel");
        setPadding(new Insets(18));
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        HBox head = new HBox(line(texts.get("pick.progress"), "type-caps"), gap(), units);
        head.setAlignment(Pos.BASELINE_LEFT);
        ScrollPane scroll = new ScrollPane(totes);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        next.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(head, meter, grow(scroll), nextCaption, next);
    }

    void clear() {
        Words.show(this, false);
    }

    void show(PickState state) {
        Words.show(this, true);
        int all = state.tasks().stream().mapToInt(task -> task.line().quantity().units()).sum();
        int left = state.tasks().stream().mapToInt(PickTask::left).sum();
        meter.show(all - left, all);
        units.setText(texts.get("pick.units", all - left, all));
        showTotes(state);
        showNext(state);
    }

    private void showTotes(PickState state) {
        while (toteRows.size() < state.jobs().size()) {
            toteRows.add(new ToteRow(texts));
        }
        for (int i = 0; i < state.jobs().size(); i++) {
            toteRows.get(i).show(state, state.jobs().get(i));
        }
        arrange(totes, toteRows.subList(0, state.jobs().size()));
    }

    private void showNext(PickState state) {
        List<PickTask> tasks =
                state.tasks().stream()
                        .filter(task -> task.left() > 0)
                        .filter(task -> !state.current().equals(Optional.of(task)))
                        .limit(Math.max(1, ROWS_SHOWN - state.jobs().size()))
                        .toList();
        while (nextRows.size() < tasks.size()) {
            nextRows.add(new NextRow(texts));
        }
        for (int i = 0; i < tasks.size(); i++) {
            nextRows.get(i).show(state, tasks.get(i));
        }
        arrange(next, nextRows.subList(0, tasks.size()));
        Words.show(nextCaption, !tasks.isEmpty());
        Words.show(next, !tasks.isEmpty());
    }
}
