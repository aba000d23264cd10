package io.fulfillx.desktop.pick;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.text.LineWords;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.ToteTag;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.id.ParcelId;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.List;

/** One thing to do in the aisle: go there, take that many of this, put it there. */
final class TaskCard {
    private static final double BIG_TAG = 128;
    private static final double HUGE_TAG = 190;
    private static final double THEN_ICON = 34;
    private static final double THEN_TAG = 48;

    private static final List<Words.Size> LOCATION =
            List.of(
                    new Words.Size(9, "type-giant"),
                    new Words.Size(15, "type-huge"),
                    new Words.Size(99, "type-title"));
    private static final List<Words.Size> ORDER =
            List.of(new Words.Size(11, "type-huge"), new Words.Size(99, "type-title"));
    private static final List<Words.Size> THEN =
            List.of(new Words.Size(90, "type-heading"), new Words.Size(999, "type-small"));
    private static final List<Words.Size> TITLE =
            List.of(new Words.Size(80, "type-title"), new Words.Size(999, "type-heading"));

    private final Texts texts;
    private final Label location = wrapped("");
    private final Label countCaption = line("", "type-caps");
    private final Label count = line("", "type-giant");
    private final Label title = wrapped("");
    private final Label sku = wrapped("", "type-heading", "muted");
    private final Label timesWord = line("", "type-line", "strong");
    private final HBox times = new HBox(12, Icon.ATTENTION.node(28), timesWord);
    private final ToteTag tag = new ToteTag(0, BIG_TAG);
    private final Label command = wrapped("", "type-command");
    private final Label tote = wrapped("", "type-heading", "muted");
    private final VBox card = new VBox(14);

    TaskCard(Texts texts) {
        this.texts = texts;
        times.getStyleClass().addAll("row", "mark", "tone-attention");
        card.getStyleClass().add("panel");
        card.setPadding(new Insets(24));
        VBox place = new VBox(line(texts.get("pick.goto"), "type-caps"), location);
        card.getChildren().addAll(place, gap(), item(), gap(), totePlace());
    }

    private Node item() {
        VBox units = new VBox(countCaption, count);
        units.setAlignment(Pos.CENTER_LEFT);
        units.setMinWidth(170);
        VBox words = new VBox(6, title, sku, times);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox box = new HBox(20, units, grow(words));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node totePlace() {
        VBox words = new VBox(4, command, tote);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox box = new HBox(24, tag, grow(words));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** The card with the task in front; always the same node. */
    Node card(PickState state) {
        state.current().ifPresent(task -> show(state, task));
        return card;
    }

    private void show(PickState state, PickTask task) {
        boolean put = state.phase() == PickPhase.SCAN_TOTE;
        Words.fit(location, task.line().location(), LOCATION);
        countCaption.setText(texts.get(put ? "pick.put" : "pick.take"));
        count.setText(Integer.toString(put ? state.pendingUnits() : task.left()));
        Words.fit(title, task.line().title(), TITLE);
        sku.setText(LineWords.below(texts, task.line()));
        Words.show(times, state.multiplier() > 1);
        timesWord.setText(texts.get("times", state.multiplier()));
        tag.show(slot(state, task.parcelId()));
        command.setText(texts.get(put ? "pick.scan-tote" : "pick.scan-item"));
        tote.setText(texts.get("pick.tote", task.tote() == null ? "" : task.tote(), task.order()));
    }

    /** Which order wants its tote now. */
    Node assign(PickState state) {
        return state.needsTote()
                .<Node>map(
                        job -> {
                            VBox words =
                                    new VBox(
                                            6,
                                            order(job.label()),
                                            line(
                                                    texts.get(
                                                            "pick.assign.lines",
                                                            job.job().lines().size()),
                                                    "type-title",
                                                    "muted"));
                            HBox box =
                                    new HBox(
                                            32,
                                            new ToteTag(
                                                    slot(state, job.job().parcelId()), HUGE_TAG),
                                            words);
                            box.setAlignment(Pos.CENTER);
                            words.setAlignment(Pos.CENTER_LEFT);
                            return grow(box);
                        })
                .orElseGet(VBox::new);
    }

    private static Label order(String text) {
        Label label = wrapped("");
        Words.fit(label, text, ORDER);
        return label;
    }

    /** Below a stop: what the round waits for. */
    Node reminder(PickState state) {
        if (state.phase() == PickPhase.FINISHED || state.current().isEmpty()) {
            return new VBox();
        }
        PickTask task = state.current().get();
        Label then = wrapped("");
        String words =
                texts.get("pick.then", task.line().location(), task.left(), task.line().title());
        Words.fit(then, words, THEN);
        HBox box =
                new HBox(
                        18,
                        Icon.ARROW.node(THEN_ICON),
                        new ToteTag(slot(state, task.parcelId()), THEN_TAG),
                        then);
        box.setAlignment(Pos.CENTER);
        box.getStyleClass().add("then");
        return box;
    }

    static int slot(PickState state, ParcelId parcel) {
        for (int i = 0; i < state.jobs().size(); i++) {
            StoredJob job = state.jobs().get(i);
            if (job.job().parcelId().equals(parcel)) {
                return i;
            }
        }
        return 0;
    }
}
