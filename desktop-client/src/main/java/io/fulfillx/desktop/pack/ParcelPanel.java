package io.fulfillx.desktop.pack;

import static io.fulfillx.desktop.theme.Words.arrange;
import static io.fulfillx.desktop.theme.Words.grow;
import static io.fulfillx.desktop.theme.Words.line;
import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.store.LineProgress;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Pill;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.LeasedService;
import io.fulfillx.model.station.PackJob;

import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** The parcel on the bench: whose it is, and each line with its check. */
final class ParcelPanel extends VBox {
    private static final double WIDTH = 520;
    private static final double ICON = 26;
    private static final List<Words.Size> ORDER =
            List.of(new Words.Size(18, "type-title"), new Words.Size(99, "type-line"));

    /** What the head says; the rows below it change by themselves. */
    private record Shown(ParcelId parcelId, long version, @Nullable String tote) {}

    private final Texts texts;
    private final VBox lines = new VBox(6);
    private final ScrollPane scroll = new ScrollPane(lines);
    private List<LineRow> rows = List.of();
    private @Nullable Shown shown;

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
        state.open().ifPresentOrElse(this::show, this::clear);
    }

    private void clear() {
        shown = null;
        rows = List.of();
        getChildren().clear();
    }

    private void show(StoredJob stored) {
        PackJob job = stored.job();
        Shown now = new Shown(job.parcelId(), job.version(), stored.work().tote());
        if (!now.equals(shown)) {
            shown = now;
            rows = job.lines().stream().map(packLine -> new LineRow(texts, packLine)).toList();
            getChildren().setAll(head(stored), pills(stored), grow(scroll));
        }
        List<Node> open = new ArrayList<>();
        List<Node> done = new ArrayList<>();
        for (LineRow row : rows) {
            LineProgress progress = stored.work().line(row.packLine().lineId());
            row.show(progress);
            (LineRow.checked(row.packLine(), progress) ? done : open).add(row);
        }
        // What is still to check comes first, so that a long order never hides it.
        open.addAll(done);
        arrange(lines, open);
    }

    private Node head(StoredJob stored) {
        PackJob job = stored.job();
        Label order = wrapped("");
        Words.fit(order, stored.label(), ORDER);
        FlowPane title = new FlowPane(14, 2, order);
        title.setRowValignment(VPos.BASELINE);
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
        pills.getChildren().add(service(stored.job()));
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

    private Pill service(PackJob job) {
        LeasedService leased = job.leased();
        if (job.label() != null) {
            return pill(Look.NEUTRAL, Icon.LABEL, job.service());
        }
        return leased == null
                ? pill(Look.ATTENTION, Icon.LABEL, texts.get("pack.no-label"))
                : pill(Look.NEUTRAL, Icon.LABEL, leased.name());
    }

    private static Pill pill(Look look, Icon icon, String text) {
        Pill pill = new Pill();
        pill.show(look, icon, text);
        return pill;
    }
}
