package io.fulfillx.desktop.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.sync.Link;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.model.sync.StationOrders;

import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a packer reads about the line to the server. */
class LinkLineTest {
    private final Instant cut = Instant.now().minus(Duration.ofMinutes(3));
    private final Stagehand stagehand = new Stagehand();

    private StatusSnapshot snapshot(Link link, StationOrders orders, int onHand, int unsent) {
        return new StatusSnapshot(
                link,
                orders,
                onHand,
                unsent,
                unsent == 0 ? null : cut,
                cut,
                List.of(new DeviceStatus("tcp://10.0.0.9:9100", "ready", true)),
                List.of(new DeviceStatus("left", "connected", true)),
                List.of(),
                "Mira Okafor",
                1L << 40);
    }

    private Scene show(String name, Theme theme, Locale language, StatusSnapshot snapshot) {
        Texts texts = Texts.in(language);
        StatusModel model = new StatusModel();
        model.place().set(texts.get("place.PACK"));
        model.clock().set("08:08");
        Scene scene =
                stagehand.show(
                        theme,
                        () ->
                                new VBox(
                                        new StatusView(texts, model),
                                        new LinkLine(texts, model),
                                        new Region()));
        stagehand
                .fx()
                .ask(
                        () -> {
                            model.snapshot().set(Optional.of(snapshot));
                            return true;
                        });
        stagehand.texts(scene);
        stagehand.picture(scene, name);
        Scene alone = stagehand.show(theme, () -> new VBox(new LinkLine(texts, model)));
        assertEquals(List.of(), stagehand.cutOff(alone), name);
        return scene;
    }

    private String sentence(Scene scene, String start) {
        return stagehand.texts(scene).stream()
                .filter(text -> text.startsWith(start))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    @Test
    void offlineSaysSinceWhenWhatIsOnHandAndWhatWaits() {
        StatusSnapshot off = snapshot(new Link.Offline(cut), StationOrders.NONE, 37, 212);
        String english = sentence(show("line-offline", Theme.DARK, Locale.ENGLISH, off), "Offline");
        assertTrue(english.contains("37 orders on hand. 212 acts wait"), english);
        assertTrue(english.contains("nothing is lost"), english);
        String german = "Aufträge vorhanden. 212 Schritte warten";
        Scene light = show("line-offline-de", Theme.LIGHT, Locale.GERMAN, off);
        assertTrue(
                stagehand.texts(light).stream().anyMatch(text -> text.contains(german)),
                stagehand.texts(light).toString());
    }

    @Test
    void aBacklogOnItsWayIsSaidQuietlyAndSoonGone() {
        StatusSnapshot much = snapshot(new Link.Online(), StationOrders.NONE, 37, 212);
        Scene scene = show("line-sending", Theme.DARK, Locale.ENGLISH, much);
        assertTrue(sentence(scene, "212 acts").contains("are being sent"));
        StatusSnapshot little = snapshot(new Link.Online(), StationOrders.NONE, 37, 2);
        Scene quiet = show("line-online", Theme.DARK, Locale.ENGLISH, little);
        assertEquals("", sentence(quiet, "2 acts"));
        assertFalse(stagehand.texts(quiet).isEmpty());
    }

    @Test
    void aLongMessageOfAManagerIsReadToItsEnd() {
        String message =
                "Feueralarm-Übung um zwölf Uhr: alles stehen lassen, durch Tor 3 hinaus und auf"
                        + " dem Parkplatz sammeln. Danach geht es an den Tischen weiter.";
        StatusSnapshot told = snapshot(new Link.Online(), new StationOrders(message, true), 37, 0);
        Scene scene = show("line-message-de", Theme.LIGHT, Locale.GERMAN, told);
        assertTrue(sentence(scene, "Nachricht: " + message).contains("Neues kommt nicht"));
    }

    @Test
    void everyRefusalSaysTheNextStep() {
        for (String code :
                List.of(
                        "station-outdated",
                        "station-revoked",
                        "key-changed",
                        "not-signed",
                        "signature-wrong",
                        "chain-broken",
                        "of-tomorrow")) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.GERMAN)) {
                StatusSnapshot refused =
                        snapshot(new Link.Refused(code), StationOrders.NONE, 37, 12);
                Scene scene = show("line-" + code + "-" + language, Theme.LIGHT, language, refused);
                assertTrue(
                        stagehand.texts(scene).stream().anyMatch(text -> text.length() > 60),
                        code + " in " + language);
            }
        }
    }
}
