package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.theme.Words.gap;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.show;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Keypad;
import io.fulfillx.desktop.theme.LabelPane;
import io.fulfillx.desktop.theme.Meter;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.station.CartonChoice;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What stands below the instruction, for each phase. */
final class PackDetails {
    private static final double PICTURE = 150;
    private static final double LABEL_HEIGHT = 200;
    static final KeyCombination PRINTED_KEY =
            new KeyCodeCombination(KeyCode.Y, KeyCombination.ALT_DOWN);
    static final KeyCombination NOT_PRINTED_KEY =
            new KeyCodeCombination(KeyCode.N, KeyCombination.ALT_DOWN);
    static final KeyCombination WEIGHT_OK_KEY = new KeyCodeCombination(KeyCode.F9);
    private static final double THEN_ICON = 34;
    private static final double KEY_WIDTH = 84;
    private static final double KEY_HEIGHT = 64;
    private static final int MM_PER_CM = 10;
    private static final List<Words.Size> NAME =
            List.of(new Words.Size(11, "type-huge"), new Words.Size(99, "type-command"));

    private record Shown(PackPhase phase, List<Object> values, Optional<String> problem) {}

    private final Texts texts;
    private final PackModel model;
    private final Consumer<Action> act;
    private final Consumer<String> pad;
    private final LabelPictures pictures;
    private final Label count = line("", "type-giant");
    private final Meter meter = new Meter();
    private final Label timesWord = line("", "type-heading");
    private final HBox times = new HBox(14, Icon.ATTENTION.node(30), timesWord);
    private final VBox progress = grow(new VBox(8, times, gap(), count, meter, gap()));
    private @Nullable Shown shown;
    private @Nullable Node last;

    PackDetails(
            Texts texts,
            PackModel model,
            Consumer<Action> act,
            Consumer<String> pad,
            LabelPictures pictures) {
        this.texts = texts;
        this.model = model;
        this.act = act;
        this.pad = pad;
        this.pictures = pictures;
        times.getStyleClass().addAll("row", "mark", "tone-attention");
    }

    /** The values that the texts of a phase may name. */
    Object[] values(PackState state) {
        return new Object[] {
            state.carton().map(CartonChoice::name).orElse(""),
            state.expectedWeight().grams(),
            state.open().flatMap(StoredJob::number).map(TrackingNumber::value).orElse("")
        };
    }

    /** The same node again as long as it would say the same. */
    Node of(PackState state) {
        if (state.phase() == PackPhase.SCAN_ITEMS || state.phase() == PackPhase.SCAN_DAMAGED) {
            return progress(state);
        }
        Shown now = new Shown(state.phase(), List.of(values(state)), state.printProblem());
        if (last == null || !now.equals(shown)) {
            shown = now;
            last = make(state);
        }
        return last;
    }

    private Node make(PackState state) {
        return switch (state.phase()) {
            case IDLE, SCAN_ITEMS, SCAN_DAMAGED -> new VBox();
            case CARTON -> carton(state);
            case WEIGHT -> weight(state);
            case PRINT, PRINTING, SCAN_LABEL -> label(state);
            case ASK_PRINTED -> question(state);
        };
    }

    /** Whether this phase wants something entered or answered even below a stop. */
    boolean needsHands(PackState state) {
        return switch (state.phase()) {
            case WEIGHT, ASK_PRINTED -> true;
            case IDLE, SCAN_ITEMS, SCAN_DAMAGED, CARTON, PRINT, PRINTING, SCAN_LABEL -> false;
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
        count.setText(texts.get("pack.count", done, all));
        meter.show(done, all);
        show(times, state.multiplier() > 1);
        timesWord.setText(texts.get("times", state.multiplier()));
        return progress;
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
        Label name = wrapped("");
        Words.fit(name, choice.name(), NAME);
        VBox words =
                new VBox(
                        6,
                        name,
                        line(
                                texts.get(
                                        "carton.size",
                                        choice.inner().lengthMm() / MM_PER_CM,
                                        choice.inner().widthMm() / MM_PER_CM,
                                        choice.inner().heightMm() / MM_PER_CM),
                                "type-title",
                                "muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        HBox box = new HBox(28, Icon.BOX.node(PICTURE), grow(words));
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
        return pictured(state, words);
    }

    private Node question(PackState state) {
        KeyButton yes = answer(Action.PRINTED, PRINTED_KEY);
        KeyButton no = answer(Action.NOTPRINTED, NOT_PRINTED_KEY);
        HBox answers = new HBox(18, yes, no);
        return pictured(
                state,
                new VBox(
                        24,
                        wrapped(String.valueOf(values(state)[2]), "type-title"),
                        gap(),
                        answers));
    }

    /** Beside the label as it should look on paper. */
    private Node pictured(PackState state, VBox words) {
        HBox box = new HBox(18);
        state.open()
                .filter(stored -> stored.plateNow().isEmpty())
                .flatMap(StoredJob::carrierLabel)
                .map(document -> new LabelPane(pictures, document, LABEL_HEIGHT))
                .ifPresent(box.getChildren()::add);
        box.getChildren().add(grow(words));
        box.setAlignment(Pos.CENTER);
        return grow(box);
    }

    private KeyButton answer(Action action, KeyCombination key) {
        KeyButton button =
                new KeyButton(texts.get("action." + action), key, () -> act.accept(action));
        button.getStyleClass().add("answer");
        return button;
    }
}
