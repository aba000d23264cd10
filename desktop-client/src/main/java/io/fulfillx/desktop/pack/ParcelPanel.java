package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.store.LineProgress;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Pill;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

import java.util.ArrayList;
import java.util.List;

/** The parcel on the bench: whose it is, and each line with its check. */
final class ParcelPanel extends VBox {
    private static final double WIDTH = 520;
    private static final double ICON = 26;

    private final Texts texts;
    private final VBox lines = new VBox(6);
    private final ScrollPane scroll = new ScrollPane(lines);

    ParcelPanel(Texts texts) {
        super(12);
        this.texts = texts;
        getStyleClass().add("panel");
        setPadding(new Insets(18));
        setMinWidth(WIDTH);
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
    }

    void show(PackState state) {
        state.open()
                .ifPresentOrElse(
                        stored -> {
                            lines.getChildren().setAll(rows(stored));
                            getChildren().setAll(head(stored), pills(stored), grow(scroll));
                        },
                        getChildren()::clear);
    }

    private Node head(StoredJob stored) {
        PackJob job = stored.job();
        HBox title = new HBox(14, line(stored.label(), "type-title"));
        title.setAlignment(Pos.CENTER_LEFT);
        if (stored.work().tote() != null) {
            title.getChildren()
                    .add(line(texts.get("tote.named", stored.work().tote()), "type-line", "muted"));
        }
        String place =
                job.shipTo().postalCode() == null
                        ? job.shipTo().city()
                        : job.shipTo().postalCode() + " " + job.shipTo().city();
        return new VBox(
                4,
                title,
                wrapped(job.shipTo().name(), "type-line", "strong"),
                wrapped(place + ", " + job.shipTo().countryCode(), "type-body", "muted"));
    }

    private Node pills(StoredJob stored) {
        FlowPane pills = new FlowPane(8, 8);
        pills.getChildren().add(pill(Look.NEUTRAL, Icon.LABEL, stored.job().service()));
        for (String tag : stored.job().tags()) {
            pills.getChildren().add(pill(Look.INFO, Icon.LIST, tag));
        }
        String note = stored.job().note();
        if (note == null || note.isBlank()) {
            return pills;
        }
        HBox memo =
                new HBox(12, Icon.ATTENTION.node(ICON), grow(wrapped(note, "type-body", "strong")));
        memo.getStyleClass().addAll("row", "mark");
        Look.ATTENTION.paint(memo);
        return new VBox(8, pills, memo);
    }

    private static Pill pill(Look look, Icon icon, String text) {
        Pill pill = new Pill();
        pill.show(look, icon, text);
        return pill;
    }

    /** What is still to check comes first, so that a long order never hides it. */
    private List<Node> rows(StoredJob stored) {
        List<Node> open = new ArrayList<>();
        List<Node> done = new ArrayList<>();
        for (PackLine packLine : stored.job().lines()) {
            LineProgress progress = stored.work().line(packLine.lineId());
            (checked(packLine, progress) ? done : open).add(row(packLine, progress));
        }
        open.addAll(done);
        return open;
    }

    private static boolean checked(PackLine packLine, LineProgress progress) {
        return progress.verified() >= packLine.quantity().units() - progress.missing();
    }

    private Node row(PackLine packLine, LineProgress progress) {
        int all = packLine.quantity().units() - progress.missing();
        boolean done = checked(packLine, progress);
        boolean started = progress.verified() > 0;
        Look look =
                progress.missing() > 0
                        ? Look.ATTENTION
                        : done ? Look.GOOD : started ? Look.INFO : Look.NEUTRAL;
        Icon icon = done ? Icon.TICK : started ? Icon.ARROW : Icon.OPEN;
        StackPane mark = new StackPane((all == 0 ? Icon.ATTENTION : icon).node(ICON));
        mark.getStyleClass().add("mark");
        VBox words =
                new VBox(
                        2,
                        wrapped(packLine.title(), "type-line", "strong"),
                        wrapped(subline(packLine, progress), "type-small", "muted"));
        HBox row =
                new HBox(14, mark, grow(words), line(progress.verified() + " / " + all, "count"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        look.paint(row);
        return row;
    }

    private String subline(PackLine packLine, LineProgress progress) {
        return progress.missing() == 0
                ? packLine.sku().value()
                : packLine.sku().value() + " · " + texts.get("line.missing", progress.missing());
    }
}
