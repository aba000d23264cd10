package io.fulfillx.desktop.pick;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.ToteTag;
import io.fulfillx.model.id.ParcelId;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One thing to do in the aisle: go there, take that many of this, put it there. */
final class TaskCard {
    private static final double BIG_TAG = 128;
    private static final double HUGE_TAG = 190;
    private static final double THEN_ICON = 34;
    private static final double THEN_TAG = 48;

    private final Texts texts;

    TaskCard(Texts texts) {
        this.texts = texts;
    }

    Node card(PickState state) {
        VBox card = new VBox(14);
        card.getStyleClass().add("panel");
        card.setPadding(new Insets(24));
        state.current()
                .ifPresent(
                        task -> {
                            card.getChildren().addAll(place(task), gap(), item(state, task), gap());
                            card.getChildren().add(tote(state, task));
                        });
        return card;
    }

    private Node place(PickTask task) {
        VBox words =
                new VBox(
                        line(texts.get("pick.goto"), "type-caps"),
                        line(task.line().location(), "type-giant"));
        return words;
    }

    private Node item(PickState state, PickTask task) {
        boolean put = state.phase() == PickPhase.SCAN_TOTE;
        int units = put ? state.pendingUnits() : task.left();
        VBox count =
                new VBox(
                        line(texts.get(put ? "pick.put" : "pick.take"), "type-caps"),
                        line(Integer.toString(units), "type-giant"));
        count.setAlignment(Pos.CENTER_LEFT);
        count.setMinWidth(170);
        VBox words =
                new VBox(
                        6,
                        wrapped(task.line().title(), "type-title"),
                        wrapped(task.line().sku().value(), "type-heading", "muted"));
        if (state.multiplier() > 1) {
            HBox times =
                    new HBox(
                            12,
                            Icon.ATTENTION.node(28),
                            line(texts.get("times", state.multiplier()), "type-line", "strong"));
            times.getStyleClass().addAll("row", "mark", "tone-attention");
            words.getChildren().add(times);
        }
        words.setAlignment(Pos.CENTER_LEFT);
        HBox box = new HBox(20, count, grow(words));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node tote(PickState state, PickTask task) {
        boolean put = state.phase() == PickPhase.SCAN_TOTE;
        String tote = task.tote() == null ? "" : task.tote();
        VBox words =
                new VBox(
                        4,
                        wrapped(
                                texts.get(put ? "pick.scan-tote" : "pick.scan-item"),
                                "type-command"),
                        line(texts.get("pick.tote", tote, task.order()), "type-heading", "muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox box = new HBox(24, new ToteTag(slot(state, task.parcelId()), BIG_TAG), grow(words));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    /** Which order wants its tote now. */
    Node assign(PickState state) {
        return state.needsTote()
                .<Node>map(
                        job -> {
                            VBox words =
                                    new VBox(
                                            6,
                                            line(job.label(), "type-huge"),
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

    /** Below a stop: what the round waits for. */
    Node reminder(PickState state) {
        if (state.phase() == PickPhase.FINISHED || state.current().isEmpty()) {
            return new VBox();
        }
        PickTask task = state.current().get();
        HBox box =
                new HBox(
                        18,
                        Icon.ARROW.node(THEN_ICON),
                        new ToteTag(slot(state, task.parcelId()), THEN_TAG),
                        wrapped(
                                texts.get(
                                        "pick.then",
                                        task.line().location(),
                                        task.left(),
                                        task.line().title()),
                                "type-heading"));
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
