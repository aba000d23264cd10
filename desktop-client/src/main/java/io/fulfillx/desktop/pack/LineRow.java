package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.store.LineProgress;
import io.fulfillx.desktop.text.LineWords;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Glyph;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.model.station.PackLine;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** One line of the parcel with its check; changed in place, scan after scan. */
final class LineRow extends HBox {
    private static final double ICON = 26;

    private final Texts texts;
    private final PackLine packLine;
    private final String below;
    private final Glyph mark = Icon.OPEN.node(ICON);
    private final Label subline;
    private final Label count = line("", "count");

    LineRow(Texts texts, PackLine packLine) {
        super(14);
        this.texts = texts;
        this.packLine = packLine;
        this.below = LineWords.below(texts, packLine);
        this.subline = wrapped(below, "type-small", "muted");
        StackPane sign = new StackPane(mark);
        sign.getStyleClass().add("mark");
        VBox words = new VBox(2, wrapped(packLine.title(), "type-line", "strong"), subline);
        getChildren().addAll(sign, grow(words), count);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("row");
    }

    PackLine packLine() {
        return packLine;
    }

    void show(LineProgress progress) {
        int all = wanted(packLine, progress);
        boolean done = checked(packLine, progress);
        boolean started = progress.verified() > 0;
        Look look =
                progress.missing() > 0
                        ? Look.ATTENTION
                        : done ? Look.GOOD : started ? Look.INFO : Look.NEUTRAL;
        Icon icon = done ? Icon.TICK : started ? Icon.ARROW : Icon.OPEN;
        look.paint(this);
        mark.show(all == 0 ? Icon.ATTENTION : icon);
        subline.setText(
                progress.missing() == 0
                        ? below
                        : below + " · " + texts.get("line.missing", progress.missing()));
        count.setText(progress.verified() + " / " + all);
    }

    static boolean checked(PackLine packLine, LineProgress progress) {
        return progress.verified() >= wanted(packLine, progress);
    }

    private static int wanted(PackLine packLine, LineProgress progress) {
        return packLine.quantity().units() - progress.missing();
    }
}
