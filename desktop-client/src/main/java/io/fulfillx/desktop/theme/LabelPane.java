package io.fulfillx.desktop.theme;

import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.model.label.LabelDocument;

import javafx.application.Platform;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;

/** The label as it should look on paper; a printer's sign until it is drawn. */
public final class LabelPane extends StackPane {
    private static final double ICON = 90;
    private static final double WIDTH_TO_HEIGHT = 4.0 / 6;

    public LabelPane(LabelPictures pictures, LabelDocument label, double height) {
        getStyleClass().add("label-picture");
        getChildren().setAll(Icon.PRINTER.node(ICON));
        // As wide as a label of this height, so that nothing jumps when it is drawn.
        double width = height * WIDTH_TO_HEIGHT;
        setMinSize(width, height);
        setMaxSize(width, height);
        Thread.ofVirtual()
                .name("label-picture")
                .start(
                        () ->
                                pictures.of(label)
                                        .map(BitmapImage::of)
                                        .ifPresent(
                                                image ->
                                                        Platform.runLater(
                                                                () -> show(image, height))));
    }

    private void show(WritableImage image, double height) {
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setSmooth(true);
        view.setFitHeight(height - 2);
        getChildren().setAll(view);
    }
}
