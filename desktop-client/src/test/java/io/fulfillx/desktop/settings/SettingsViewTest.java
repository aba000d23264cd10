package io.fulfillx.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.config.NamedScanner;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.printing.discovery.FoundPrinter;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.scanner.FoundDevice;

import javafx.scene.Scene;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

    @Test
    void scannersAndScaleAreChosenFromWhatIsPluggedIn() {
        for (Theme theme : Theme.values()) {
            for (Locale language : Texts.LANGUAGES) {
                Scene scene =
                        show("settings-devices-" + theme + "-" + language, theme, language, false);
                List<String> texts = stagehand.texts(scene);
                assertTrue(texts.contains("left"), texts.toString());
                assertTrue(texts.contains("DYMO M25"), texts.toString());
                assertEquals(List.of(), stagehand.cutOff(scene));
            }
        }
    }

    private static void fill(DevicesChoice devices) {
        devices.fill(
                List.of(
                        NamedScanner.parse("left=serial:port:1-1:1.0"),
                        NamedScanner.parse("right=serial:port:1-2:1.0?baud=115200")),
                Optional.of(URI.create("hid:port:1-3:1.0")));
        devices.select(1);
    }

    private static List<FoundDevice> plugged() {
        return List.of(
                found("HID scale", "hid:port:1-3:1.0", "/dev/hidraw1", "DYMO M25"),
                found("serial port", "serial:port:1-1:1.0", "/dev/ttyACM0", "Honeywell 1900"),
                found("serial port", "serial:port:1-2:1.0", "/dev/ttyACM1", "Honeywell 1900"),
                found("serial port", "serial:port:1-4:1.0", "/dev/ttyUSB0", ""));
    }

    private static FoundDevice found(String kind, String address, String file, String product) {
        String place = address.substring(address.indexOf("port:"));
        return new FoundDevice(kind, URI.create(address), file, place, product);
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
        DevicesChoice devices =
                new DevicesChoice(
                        texts, SettingsViewTest::plugged, Runnable::run, model.devices(), _ -> {});
        Scene scene =
                stagehand.show(
                        theme,
                        () -> new SettingsView(texts, model, true, NOTHING, choice, devices));
        stagehand
                .fx()
                .ask(
                        () -> {
                            fill(model, choice);
                            fill(devices);
                            model.devices().open().set(name.contains("devices"));
                            model.devices().found().setAll(plugged());
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
        public void chooseDevices() {}

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
        public void saveJournal() {}

        @Override
        public void enrol() {}
    }
}
