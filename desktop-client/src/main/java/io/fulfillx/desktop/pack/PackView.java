package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.theme.Words.grow;

import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Board;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Signal;
import io.fulfillx.desktop.theme.Toast;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.code.ActionCode.Action;

import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/** The bench: the parcel on the left, what to do now on the right. */
public final class PackView extends HBox {
    private static final double GAP = 16;

    private final Texts texts;
    private final PackModel model;
    private final ParcelPanel parcel;
    private final PackSteps steps;
    private final Toast toast = new Toast();
    private final Board board = new Board();
    private final PackDetails details;

    PackView(
            Texts texts,
            PackModel model,
            Consumer<Action> act,
            Consumer<String> pad,
            LabelPictures pictures) {
        super(GAP);
        this.texts = texts;
        this.model = model;
        this.parcel = new ParcelPanel(texts);
        this.steps = new PackSteps(texts);
        this.details = new PackDetails(texts, model, act, pad, pictures);
        getStyleClass().add("screen");
        VBox right = new VBox(GAP, steps, grow(board), toast);
        getChildren().addAll(parcel, grow(right));
        // The state is always set last, and fills the screen once for both.
        model.state().subscribe(this::refresh);
        model.scale().subscribe(this::refresh);
    }

    private void refresh() {
        model.state().get().ifPresent(this::show);
    }

    private void show(PackState state) {
        Feedback last = model.feedback().get();
        boolean idle = state.phase() == PackPhase.IDLE;
        parcel.show(state);
        steps.show(state);
        Words.show(parcel, !idle);
        Words.show(steps, !idle);
        boolean sign = idle || last.stops();
        toast.show(last.look(), sign ? "" : last.headline());
        if (sign && details.needsHands(state)) {
            board.show(last.signal(), details.of(state));
        } else if (idle && !last.lasts()) {
            board.showSign(instruction(state));
        } else if (sign) {
            board.showSign(last.signal(), details.next(state));
        } else {
            board.show(instruction(state), details.of(state));
        }
    }

    private Signal instruction(PackState state) {
        ScaleSight scale = model.scale().get();
        if (state.phase() == PackPhase.WEIGHT && scale != ScaleSight.NONE) {
            String key = "scale." + scale;
            return new Signal(
                    scale.stops() ? Look.ATTENTION : Look.INFO,
                    scale.stops() ? Icon.ATTENTION : Icon.SCALE,
                    texts.get(key),
                    texts.find(key + ".help").orElse(""));
        }
        String key = "pack.phase." + state.phase();
        Object[] values = details.values(state);
        Look look = state.phase() == PackPhase.ASK_PRINTED ? Look.ATTENTION : Look.INFO;
        return new Signal(
                look,
                icon(state.phase()),
                texts.get(key, values),
                texts.find(key + ".help", values).orElse(""));
    }

    private static Icon icon(PackPhase phase) {
        return switch (phase) {
            case IDLE, SCAN_ITEMS, SCAN_DAMAGED -> Icon.SCAN;
            case CARTON -> Icon.BOX;
            case WEIGHT -> Icon.SCALE;
            case PRINT, PRINTING, SCAN_LABEL -> Icon.LABEL;
            case ASK_PRINTED -> Icon.QUESTION;
        };
    }
}
