package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Keypad;
import io.fulfillx.desktop.theme.Meter;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.model.station.CartonChoice;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/** What stands below the instruction, for each phase. */
final class PackDetails {
    private static final double PICTURE = 150;
    static final KeyCombination PRINTED_KEY =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.ALT_DOWN);
    static final KeyCombination NOT_PRINTED_KEY =
            new KeyCodeCombination(KeyCode.N, KeyCombination.ALT_DOWN);
    static final KeyCombination WEIGHT_OK_KEY = new KeyCodeCombination(KeyCode.F9);
    private static final double THEN_ICON = 34;
    private static final double KEY_WIDTH = 84;
    private static final double KEY_HEIGHT = 64;
    private static final int MM_PER_CM = 10;

    private final Texts texts;
    private final PackModel model;
    private final Consumer<Action> act;
    private final Consumer<String> pad;

    PackDetails(Texts texts, PackModel model, Consumer<Action> act, Consumer<String> pad) {
        this.texts = texts;
        this.model = model;
        this.act = act;
        this.pad = pad;
    }

    /** The values that the texts of a phase may name. */
    Object[] values(PackState state) {
        return new Object[] {
            state.carton().map(CartonChoice::name).orElse(""),
            state.expectedWeight().grams(),
            state.open().map(job -> job.job().label().trackingNumber().value()).orElse("")
        };
    }

    Node of(PackState state) {
        return switch (state.phase()) {
            case IDLE -> new VBox();
            case SCAN_ITEMS, SCAN_DAMAGED -> progress(state);
            case CARTON -> carton(state);
            case WEIGHT -> weight(state);
            case PRINT, PRINTING -> label(state);
            case ASK_PRINTED -> question(state);
        };
    }

    /** Whether this phase wants something entered or answered even below a stop. */
    boolean needsHands(PackState state) {
        return switch (state.phase()) {
            case WEIGHT, ASK_PRINTED -> true;
            case IDLE, SCAN_ITEMS, SCAN_DAMAGED, CARTON, PRINT, PRINTING -> false;
        };
    }

    /** At the foot of a sign: what the session waits for, so that nobody is left guessing. */
    Node next(PackState state) {
        HBox then =
                new HBox(
                        18,
                        Icon.ARROW.node(THEN_ICON),
                        wrapped(
                                texts.get("pack.then." + state.phase(), values(state)),
                                "type-heading"));
        then.setAlignment(Pos.CENTER);
        then.getStyleClass().add("then");
        return then;
    }

    private Node progress(PackState state) {
        int done = state.open().map(PackDetails::verified).orElse(0);
        int all = state.open().map(PackDetails::wanted).orElse(0);
        Label count = line(texts.get("pack.count", done, all), "type-giant");
        Meter meter = new Meter();
        meter.show(done, all);
        VBox box = new VBox(18, gap(), count, meter);
        if (state.multiplier() > 1) {
            HBox times =
                    new HBox(
                            14,
                            Icon.ATTENTION.node(30),
                            line(texts.get("times", state.multiplier()), "type-heading"));
            times.getStyleClass().addAll("row", "mark", "tone-attention");
            box.getChildren().addFirst(times);
        }
        box.getChildren().add(gap());
        return grow(box);
    }

    private static int verified(StoredJob stored) {
        return stored.job().lines().stream()
                .mapToInt(packLine -> stored.work().line(packLine.lineId()).verified())
                .sum();
    }

    private static int wanted(StoredJob stored) {
        return stored.job().lines().stream()
                .mapToInt(
                        packLine ->
                                packLine.quantity().units()
                                        - stored.work().line(packLine.lineId()).missing())
                .sum();
    }

    private Node carton(PackState state) {
        CartonChoice choice = state.carton().orElseThrow();
        VBox words =
                new VBox(
                        6,
                        line(choice.name(), "type-huge"),
                        line(
                                texts.get(
                                        "carton.size",
                                        choice.inner().lengthMm() / MM_PER_CM,
                                        choice.inner().widthMm() / MM_PER_CM,
                                        choice.inner().heightMm() / MM_PER_CM),
                                "type-title",
                                "muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox box = new HBox(28, Icon.BOX.node(PICTURE), words);
        box.setAlignment(Pos.CENTER);
        return grow(box);
    }

    private Node weight(PackState state) {
        Label digits = new Label();
        digits.textProperty()
                .bind(model.weight().map(typed -> typed.isEmpty() ? "– g" : typed + " g"));
        digits.getStyleClass().addAll("pin-dots", "type-huge");
        digits.setMaxWidth(Double.MAX_VALUE);
        digits.setMinHeight(96);
        VBox left =
                new VBox(
                        14,
                        wrapped(texts.get("weight.typed"), "type-line", "strong"),
                        digits,
                        wrapped(
                                texts.get("weight.expected", state.expectedWeight().grams()),
                                "type-line",
                                "strong"),
                        answer(Action.WEIGHTOK, WEIGHT_OK_KEY).small());
        left.setAlignment(Pos.CENTER_LEFT);
        HBox box = new HBox(28, grow(left), new Keypad(KEY_WIDTH, KEY_HEIGHT, pad));
        box.setAlignment(Pos.CENTER);
        return grow(box);
    }

    private Node label(PackState state) {
        VBox words =
                new VBox(
                        8,
                        line(texts.get("label.tracking"), "type-heading", "muted"),
                        wrapped(String.valueOf(values(state)[2]), "type-title"));
        words.setAlignment(Pos.CENTER_LEFT);
        state.printProblem()
                .ifPresent(
                        problem ->
                                words.getChildren()
                                        .add(wrapped(problem, "type-heading", "strong")));
        HBox box = new HBox(28, Icon.PRINTER.node(PICTURE), grow(words));
        box.setAlignment(Pos.CENTER);
        return grow(box);
    }

    private Node question(PackState state) {
        KeyButton yes = answer(Action.PRINTED, PRINTED_KEY);
        KeyButton no = answer(Action.NOTPRINTED, NOT_PRINTED_KEY);
        HBox answers = new HBox(18, yes, no);
        return grow(
                new VBox(
                        24,
                        wrapped(String.valueOf(values(state)[2]), "type-title"),
                        gap(),
                        answers));
    }

    private KeyButton answer(Action action, KeyCombination key) {
        KeyButton button =
                new KeyButton(texts.get("action." + action), key, () -> act.accept(action));
        button.getStyleClass().add("answer");
        return button;
    }
}
