package io.fulfillx.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.printing.discovery.FoundPrinter;
import io.fulfillx.printing.language.LabelLanguage;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Locale;

class SettingsViewTest {
    private static final SettingsActions NOTHING = new NoActions();
    private final Stagehand stagehand = new Stagehand();

    @Test
    void printersAreChosenFromAListInTheDark() {
        Scene scene = show("settings-printers", Theme.DARK, Locale.ENGLISH, true);
        List<String> texts = stagehand.texts(scene);
        assertTrue(texts.contains("ZTC ZD421-203dpi ZPL"), texts.toString());
        assertTrue(texts.contains("Zebra ZD421"), texts.toString());
        assertTrue(
                texts.stream().anyMatch(text -> text.startsWith("Searching, 2 of 4 places done")),
                texts.toString());
        assertEquals(List.of(), stagehand.cutOff(scene));
    }

    @Test
    void printersAreChosenInGermanInTheLight() {
        Scene scene = show("settings-printers-de", Theme.LIGHT, Locale.GERMAN, true);
        assertTrue(stagehand.texts(scene).contains("Gefunden"));
        assertEquals(List.of(), stagehand.cutOff(scene));
    }

    @Test
    void theFirstPageNamesThePrinters() {
        Scene scene = show("settings-de", Theme.DARK, Locale.GERMAN, false);
        List<String> texts = stagehand.texts(scene);
        assertTrue(texts.contains("Zebra ZD421"), texts.toString());
        assertTrue(texts.contains("Drucker w\u00e4hlen"), texts.toString());
        assertEquals(List.of(), stagehand.cutOff(scene));
    }

    private Scene show(String name, Theme theme, Locale language, boolean open) {
        Texts texts = Texts.in(language);
        SettingsModel model = new SettingsModel();
        PrinterChoice choice =
                new PrinterChoice(
                        texts,
                        new PrinterSearch(List::of),
                        stagehand.fx(),
                        model.printers(),
                        sentence -> model.feedback().set(new Feedback(Look.BAD, sentence, "")));
        Scene scene =
                stagehand.show(theme, () -> new SettingsView(texts, model, true, NOTHING, choice));
        stagehand
                .fx()
                .ask(
                        () -> {
                            fill(model, choice);
                            if (open) {
                                model.printers().open().set(true);
                            } else {
                                choice.close();
                                model.feedback().set(new Feedback(Look.GOOD, "OK", ""));
                            }
                            return true;
                        });
        stagehand.texts(scene);
        stagehand.picture(scene, name);
        return scene;
    }

    private static void fill(SettingsModel model, PrinterChoice choice) {
        choice.fill(
                List.of(
                        URI.create("usb:52J204600121?profile=zebra-zd421"),
                        URI.create("tcp://192.168.17.205:9100?profile=tsc-te200"),
                        URI.create("serial:port:1-2.4:1.0?baud=115200&flow=rtscts")));
        choice.select(1);
        List<FoundRow> found =
                List.of(
                        row("usb:52J204600121", "USB printer /dev/usb/lp0", "ZTC ZD421-203dpi ZPL"),
                        row("serial:usb:A50285BI", "serial port /dev/ttyUSB0", "FT232R USB UART"),
                        row(
                                "spool:Warehouse%20labels",
                                "print queue Warehouse labels", "Rollo X1038"),
                        row("tcp://192.168.17.205:9100", "network, 192.168.17.205", "TSC TE200"));
        model.printers()
                .search()
                .set(
                        new SearchState(
                                found, 2, 4, List.of("Zebra printers nearby: no answer in time")));
        model.printers().address().set("http://printer");
        choice.add();
    }

    private static FoundRow row(String uri, String where, String model) {
        LabelLanguage language = model.contains("ZPL") ? LabelLanguage.ZPL : null;
        return FoundRow.of(new FoundPrinter(uri, URI.create(uri), where, model, language));
    }

    /** Buttons that lead nowhere. */
    private static final class NoActions implements SettingsActions {
        @Override
        public void saveDevices() {}

        @Override
        public void choosePrinters() {}

        @Override
        public void testPrint() {}

        @Override
        public void theme(Theme theme) {}

        @Override
        public void otherTheme() {}

        @Override
        public void language(Locale language) {}

        @Override
        public void testSound() {}

        @Override
        public void saveSheet() {}

        @Override
        public void enrol() {}
    }
}
