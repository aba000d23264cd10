package io.fulfillx.desktop.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.app.Stagehand;
import io.fulfillx.desktop.app.TestStation;
import io.fulfillx.desktop.bench.Bench;
import io.fulfillx.desktop.config.StationConfigFile;
import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.screen.Navigation;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.sound.Speaker;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.virtual.PrintedLabel;
import io.fulfillx.printing.virtual.VirtualPrinter;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

class SettingsControllerTest {
    private final Stagehand stagehand = new Stagehand();
    private final ExecutorService station = Executors.newSingleThreadExecutor();
    private final List<PrintedLabel> labels = new CopyOnWriteArrayList<>();
    @TempDir private Path home;

    @AfterEach
    void stop() {
        station.close();
    }

    @Test
    void theTestPrintSpeaksTheLanguageOfTheSelectedPrinter() throws Exception {
        try (VirtualPrinter zpl = VirtualPrinter.onTcp(0, _ -> {});
                VirtualPrinter tspl = VirtualPrinter.of(LabelLanguage.TSPL).onTcp(0, labels::add);
                Bench bench = bench(zpl.uri())) {
            SettingsController settings = opened(bench);
            String line = tspl.uri() + "?language=tspl";
            act(
                    () -> {
                        settings.model().printers().address().set(line);
                        settings.testPrint();
                    });
            await(settings, shown -> shown.headline().equals("The test label was printed"));
            assertEquals(1, labels.size());
            String sent = new String(labels.getFirst().bytes(), StandardCharsets.ISO_8859_1);
            assertTrue(sent.contains("PRINT 1"), sent);
            assertEquals(
                    List.of(zpl.uri(), URI.create(line)),
                    StationConfigFile.load(home, Map.of()).printers());
        }
    }

    @Test
    void aTestPrintThatCannotBeginSaysWhatToDo() throws Exception {
        try (Bench bench = bench(URI.create("tcp://127.0.0.1:" + closedPort()))) {
            SettingsController settings = opened(bench);
            act(settings::testPrint);
            await(
                    settings,
                    shown ->
                            shown.headline()
                                    .equals(
                                            "The test label did not print. The printer cannot be"
                                                + " reached. Look at its power and its cable."));
        }
    }

    @Test
    void aWrongAddressIsNotSaved() throws Exception {
        try (Bench bench = bench(URI.create("tcp://127.0.0.1:" + closedPort()))) {
            SettingsController settings = opened(bench);
            act(
                    () -> {
                        settings.model().printers().address().set("tcp://x?dpi=72");
                        settings.saveDevices();
                    });
            await(
                    settings,
                    shown ->
                            shown.headline().equals("a resolution is 203, 300 or 600 dpi, not 72"));
            assertEquals(1, bench.config().printers().size());
        }
    }

    @Test
    void theBarsOfAOneTimeCodeEnrolAStationThatBelongsToNobody() throws Exception {
        try (Bench bench = bench(URI.create("tcp://127.0.0.1:" + closedPort()))) {
            SettingsController settings = opened(bench);
            settings.scanned(Reading.typed("K7M2QX49PA", Instant.now()));
            await(settings, shown -> shown.headline().startsWith("No answer from"));
            assertEquals("K7M2QX49PA", stagehand.fx().ask(() -> settings.model().code().get()));
        }
    }

    private Bench bench(URI printer) {
        return TestStation.bench(home, List.of(), List.of(printer), List.of());
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private SettingsController opened(Bench bench) {
        Backstage backstage =
                new Backstage(
                        Texts.in(Locale.ENGLISH),
                        station,
                        stagehand.fx(),
                        Speaker.silent(),
                        new Nowhere());
        SettingsController settings =
                stagehand
                        .fx()
                        .ask(
                                () ->
                                        new SettingsController(
                                                backstage,
                                                bench,
                                                new PrinterSearch(List::of),
                                                _ -> {}));
        settings.opened();
        return settings;
    }

    private void act(Runnable action) {
        stagehand
                .fx()
                .ask(
                        () -> {
                            action.run();
                            return true;
                        });
    }

    private void await(SettingsController settings, Predicate<Feedback> wanted)
            throws InterruptedException {
        long end = System.nanoTime() + 15_000_000_000L;
        Feedback shown = feedback(settings);
        while (!wanted.test(shown)) {
            assertTrue(System.nanoTime() < end, "last shown: " + shown.headline());
            Thread.sleep(10);
            shown = feedback(settings);
        }
    }

    private Feedback feedback(SettingsController settings) {
        return stagehand.fx().ask(() -> settings.model().feedback().get());
    }

    /** There is only one screen here. */
    private static final class Nowhere implements Navigation {
        @Override
        public void go(Place place) {}

        @Override
        public void signedIn(OperatorCard operator) {}

        @Override
        public void signOut() {}
    }
}
