package io.fulfillx.desktop.status;

import static io.fulfillx.desktop.theme.Words.wrapped;

import io.fulfillx.desktop.sync.Link;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Glyph;
import io.fulfillx.desktop.theme.Icon;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Words;
import io.fulfillx.model.sync.StationOrders;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What the line to the server and those who look after the stations mean for the packer, in whole
 * sentences below the bar's few words. Gone while there is nothing to say.
 */
public final class LinkLine extends VBox {
    /** A few acts on their way are everyday life. */
    private static final int BACKLOG = 20;

    private static final double ICON = 26;

    private final Texts texts;
    private final Row people = new Row();
    private final Row line = new Row();

    /** One sentence with its shape. */
    private static final class Row extends HBox {
        private final Glyph glyph = Icon.ARROW.node(ICON);
        private final Label words = wrapped("", "type-body");

        Row() {
            getStyleClass().add("line-row");
            HBox mark = new HBox(glyph);
            mark.getStyleClass().add("mark");
            mark.setMinWidth(ICON);
            getChildren().addAll(mark, Words.grow(words));
            Words.show(this, false);
        }

        void show(Look look, Icon icon, String text) {
            look.paint(this);
            glyph.show(icon);
            words.setText(text);
            Words.show(this, !text.isEmpty());
        }
    }

    public LinkLine(Texts texts, StatusModel model) {
        this.texts = texts;
        getChildren().addAll(people, line);
        model.snapshot().subscribe(snapshot -> snapshot.ifPresent(this::show));
    }

    private void show(StatusSnapshot now) {
        show(now.orders());
        switch (now.link()) {
            case Link.Offline _ -> line.show(Look.INFO, Icon.NO_LINK, offline(now));
            case Link.Refused(String code) ->
                    line.show(
                            Look.ATTENTION,
                            Icon.ATTENTION,
                            texts.find("line-is.refused." + code)
                                    .orElseGet(() -> texts.get("line-is.refused")));
            case Link.Online _ ->
                    line.show(
                            Look.NEUTRAL,
                            Icon.ARROW,
                            now.unsent() < BACKLOG
                                    ? ""
                                    : texts.get("line-is.sending", now.unsent(), oldest(now)));
            case Link.NotEnrolled _ -> line.show(Look.NEUTRAL, Icon.NO_LINK, "");
        }
    }

    /** Since when, stands in the bar above. */
    private String offline(StatusSnapshot now) {
        String begin = texts.get("line-is.offline", now.onHand());
        String end =
                now.unsent() == 0
                        ? texts.get("line-is.nothing-waits")
                        : texts.get("line-is.waiting", now.unsent(), oldest(now));
        return begin + " " + end;
    }

    private String oldest(StatusSnapshot now) {
        Instant oldest = now.oldestUnsent();
        return oldest == null ? "" : time(oldest);
    }

    /** A message of a person goes before what the system says. */
    private void show(StationOrders wanted) {
        String message = wanted.message();
        String draining = wanted.draining() ? texts.get("line-is.draining") : "";
        people.show(
                Look.ATTENTION,
                Icon.PERSON,
                message == null
                        ? draining
                        : (texts.get("line-is.message", message) + " " + draining).strip());
    }

    /** With its day unless that is today. */
    private String time(Instant at) {
        ZonedDateTime local = at.atZone(ZoneId.systemDefault());
        Locale language = texts.locale();
        String pattern =
                local.toLocalDate().equals(LocalDate.now(ZoneId.systemDefault()))
                        ? "HH:mm"
                        : "d MMM HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language).format(local);
    }
}
