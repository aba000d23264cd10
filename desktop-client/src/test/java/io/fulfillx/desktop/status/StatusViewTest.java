package io.fulfillx.desktop.status;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.sync.Link;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.model.sync.StationOrders;

import javafx.scene.Scene;
import javafx.scene.control.Label;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class StatusViewTest {
    private static final double WINDOW = 1280;
    private final Stagehand stagehand = new Stagehand();

    @Test
    void theWorstDayStillFitsOnOneLine() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Texts words = Texts.in(language);
            for (String place : List.of("SIGN_IN", "QUEUE", "PICK", "PACK", "FLEET", "SETTINGS")) {
                StatusModel model = new StatusModel();
                model.place().set(words.get("place." + place));
                model.clock().set("23:58");
                model.snapshot().set(Optional.of(worst()));
                Scene scene = stagehand.show(Theme.DARK, () -> new StatusView(words, model));
                stagehand.picture(scene, "status-" + place + "-" + language);
                double least = stagehand.fx().ask(() -> scene.getRoot().minWidth(-1));
                assertTrue(least <= WINDOW, place + " in " + language + " needs " + least);
            }
        }
    }

    @Test
    void ofSeveralScannersTheOneThatIsGoneIsNamed() {
        StatusModel model = new StatusModel();
        model.snapshot().set(Optional.of(worst()));
        Scene scene =
                stagehand.show(Theme.DARK, () -> new StatusView(Texts.in(Locale.ENGLISH), model));
        assertTrue(stagehand.texts(scene).contains("right: Scanner gone"));
    }

    @Test
    void aRollThatIsNearlyEmptyWarnsWhileWorkGoesOn() {
        DeviceStatus fine = new DeviceStatus("tcp://10.0.0.8:9100", "printing", true);
        DeviceStatus low = new DeviceStatus("tcp://10.0.0.9:9100", "paper-near-end", true);
        StatusModel model = new StatusModel();
        model.snapshot().set(Optional.of(snapshot(List.of(fine, low))));
        Scene scene =
                stagehand.show(Theme.LIGHT, () -> new StatusView(Texts.in(Locale.ENGLISH), model));
        stagehand.picture(scene, "status-paper-near-end");
        assertTrue(stagehand.texts(scene).contains("Labels nearly out"));
        boolean warns =
                stagehand
                        .fx()
                        .ask(
                                () ->
                                        scene.getRoot().lookupAll(".pill.tone-attention").stream()
                                                .flatMap(pill -> pill.lookupAll(".label").stream())
                                                .map(Label.class::cast)
                                                .anyMatch(
                                                        word ->
                                                                word.getText()
                                                                        .equals(
                                                                                "Labels nearly"
                                                                                        + " out")));
        assertTrue(warns, "nothing is amber");
    }

    private static StatusSnapshot worst() {
        return snapshot(List.of(new DeviceStatus("tcp://10.0.0.9:9100", "offline", false)));
    }

    private static StatusSnapshot snapshot(List<DeviceStatus> printers) {
        Instant cut = Instant.parse("2026-03-02T08:05:00Z");
        return new StatusSnapshot(
                new Link.Offline(cut),
                StationOrders.NONE,
                37,
                12_345,
                cut,
                cut,
                printers,
                List.of(
                        new DeviceStatus("left", "connected", true),
                        new DeviceStatus("right", "missing", false)),
                List.of(new DeviceStatus("serial:/dev/ttyUSB1", "overload", true)),
                "Maximiliane Hohenstein-Wittgenstein",
                1L << 40);
    }
}
