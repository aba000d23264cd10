package io.fulfillx.desktop.theme;

import io.fulfillx.printing.language.Barcode;
import io.fulfillx.printing.language.DrawnBarcode;

import javafx.geometry.Insets;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;

/** A code as bars that a scanner reads off the screen: white paper around it, also in the dark. */
public final class BarcodePane extends StackPane {
    /** ISO/IEC 15417 wants ten modules of white on both sides. */
    private static final int QUIET_MODULES = 10;

    public BarcodePane() {
        getStyleClass().add("label-picture");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    /**
     * @param module pixels of the narrowest bar
     * @param height pixels of the bars
     */
    public void show(String code, int module, int height) {
        Barcode bars = Barcode.code128(code, module, height);
        ImageView view = new ImageView(BitmapImage.of(DrawnBarcode.of(bars)));
        // A bar is as many pixels wide as it is, and none of them gray.
        view.setSmooth(false);
        double quiet = (double) QUIET_MODULES * module;
        StackPane.setMargin(view, new Insets(quiet / 3, quiet, quiet / 3, quiet));
        getChildren().setAll(view);
    }
}
