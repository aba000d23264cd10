package io.fulfillx.desktop.signin;

import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Board;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.PinPad;
import io.fulfillx.desktop.theme.Signal;

import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.util.function.Consumer;

/** A badge to scan on the left, names and a number pad on the right. */
public final class SignInView extends HBox {
    private static final double GAP = 16;
    private static final double RIGHT = 680;
    private static final double NAME_ICON = 24;

    private final Texts texts;
    private final SignInModel model;
    private final Board board = new Board();
    private final VBox names = new VBox(10);

    SignInView(Texts texts, SignInModel model, Consumer<String> pad) {
        super(GAP);
        this.texts = texts;
        this.model = model;
        getStyleClass().add("screen");
        getChildren().addAll(grow(board), right(pad));
        model.names().addListener((ListChangeListener<String>) _ -> showNames());
        model.name().subscribe(_ -> showNames());
        model.feedback().subscribe(this::tell);
    }

    private Node right(Consumer<String> pad) {
        ScrollPane scroll = new ScrollPane(names);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox people = new VBox(12, line(texts.get("signin.who"), "type-caps"), grow(scroll));
        PinPad pin = new PinPad(texts.get("signin.pin"), model.pin(), pad);
        HBox box = new HBox(24, grow(people), pin);
        VBox panel = new VBox(18, line(texts.get("signin.by-pin"), "type-title"), grow(box));
        panel.getStyleClass().add("panel");
        panel.setPadding(new Insets(24));
        panel.setMinWidth(RIGHT);
        panel.setPrefWidth(RIGHT);
        panel.setMaxWidth(RIGHT);
        return panel;
    }

    private void showNames() {
        names.getChildren().clear();
        for (String name : model.names()) {
            Button card = new Button(name, Icon.PERSON.node(NAME_ICON));
            card.setGraphicTextGap(12);
            card.setFocusTraversable(false);
            card.setMaxWidth(Double.MAX_VALUE);
            card.setMinHeight(60);
            card.setWrapText(true);
            card.getStyleClass().add("name-card");
            if (name.equals(model.name().get())) {
                card.getStyleClass().add("chosen");
            }
            card.setOnAction(_ -> model.name().set(name));
            names.getChildren().add(card);
        }
        if (model.names().isEmpty()) {
            names.getChildren().add(wrapped(texts.get("signin.nobody"), "type-body", "muted"));
        }
    }

    private void tell(Feedback feedback) {
        if (feedback.isNone()) {
            board.showSign(
                    new Signal(
                            Look.INFO,
                            Icon.BADGE,
                            texts.get("signin.scan"),
                            texts.get("signin.scan.help")));
        } else {
            board.showSign(feedback.signal());
        }
    }
}
