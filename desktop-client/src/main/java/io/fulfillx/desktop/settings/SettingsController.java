package io.fulfillx.desktop.settings;

import io.fulfillx.desktop.bench.Bench;
import io.fulfillx.desktop.config.StationConfig;
import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.screen.Furniture;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.sound.Chime;
import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.desktop.sync.EnrolOutcome;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Look;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.printing.sheet.CommandSheet;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.meaning.ScanMeaning;
import io.fulfillx.scanner.wedge.LayoutRepair;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Tries devices out and writes the settings; every change works at once. */
public final class SettingsController implements Screen, SettingsActions {
    private static final String SHEET = "command-sheet.pdf";
    private static final String JOURNAL = "unsent-acts.json";

    /** As a lead's screen shows it in bars. */
    private static final String ONE_TIME_CODE = "[A-Z2-9]{10}";

    private final Backstage backstage;
    private final Bench bench;
    private final Consumer<StationConfig> relook;
    private final ScanWords words;
    private final SettingsModel model = new SettingsModel();
    private final PrinterChoice printers;
    private final DevicesChoice devices;
    private final SettingsView view;
    private final List<KeyButton> actions;

    /**
     * @param relook dresses the window anew after theme or language changed; on the FX thread
     */
    public SettingsController(
            Backstage backstage,
            Bench bench,
            PrinterSearch search,
            Consumer<StationConfig> relook) {
        this.backstage = backstage;
        this.bench = bench;
        this.relook = relook;
        this.words = new ScanWords(backstage.texts());
        this.printers =
                new PrinterChoice(
                        backstage.texts(),
                        search,
                        backstage.paint(),
                        model.printers(),
                        this::wrongAddress);
        this.devices =
                new DevicesChoice(
                        backstage.texts(),
                        DevicesChoice::ofThisMachine,
                        backstage.paint(),
                        model.devices(),
                        this::wrongAddress);
        this.view =
                new SettingsView(
                        backstage.texts(),
                        model,
                        backstage.speaker().audible(),
                        this,
                        printers,
                        devices);
        this.actions =
                List.of(
                        backstage.button("settings.save", KeyCode.F2, this::saveDevices).primary(),
                        backstage.button("settings.test-print", KeyCode.F4, this::testPrint),
                        backstage.button("settings.sheet", KeyCode.F7, this::saveSheet),
                        backstage.button("settings.back", KeyCode.ESCAPE, this::back));
    }

    private void back() {
        if (model.printers().open().get()) {
            printers.close();
            return;
        }
        if (model.devices().open().get()) {
            devices.close();
            return;
        }
        backstage.navigation().go(bench.operator().isPresent() ? Place.QUEUE : Place.SIGN_IN);
    }

    @Override
    public Furniture furniture() {
        return new Furniture(Place.SETTINGS, view, actions);
    }

    @Override
    public Map<KeyCombination, Runnable> moreKeys() {
        return Map.of(
                new KeyCodeCombination(KeyCode.F3), this::choosePrinters,
                new KeyCodeCombination(KeyCode.F9), this::chooseDevices,
                new KeyCodeCombination(KeyCode.F5), this::otherTheme,
                new KeyCodeCombination(KeyCode.F6), this::testSound);
    }

    public SettingsModel model() {
        return model;
    }

    @Override
    public void opened() {
        StationConfig config = bench.config();
        boolean enrolled = bench.enrolled();
        backstage.paint().execute(() -> fill(config, enrolled));
    }

    private void fill(StationConfig config, boolean enrolled) {
        printers.fill(config.printers());
        printers.close();
        devices.fill(config.scanning().scanners(), config.scanning().scale());
        devices.close();
        LayoutRepair repair = config.scanning().wedge();
        model.layout().set(repair.isNeeded() ? repair.code() : "");
        model.server().set(config.server().url().toString());
        model.organization().set(config.server().organization());
        model.theme().set(Theme.valueOf(config.look().theme().name()));
        model.enrolled().set(enrolled);
        model.feedback().set(Feedback.NONE);
    }

    /** Tells what they are. */
    @Override
    public boolean wantsBadges() {
        return true;
    }

    @Override
    public void scanned(Scan scan) {
        if (!bench.enrolled() && scan.text().matches(ONE_TIME_CODE)) {
            backstage
                    .paint()
                    .execute(
                            () -> {
                                model.code().set(scan.text());
                                enrol();
                            });
            return;
        }
        String meaning = words.of(scan);
        boolean secret = ScanMeaning.own(scan).orElse(null) instanceof BadgeCode;
        backstage.speaker().play(Chime.ACCEPTED);
        backstage
                .paint()
                .execute(
                        () -> {
                            model.lastScan().set(secret ? "FXB…" : scan.text());
                            model.lastMeaning().set(meaning);
                        });
    }

    private void wrongAddress(String sentence) {
        model.feedback()
                .set(sentence.isEmpty() ? Feedback.NONE : new Feedback(Look.BAD, sentence, ""));
    }

    @Override
    public void choosePrinters() {
        devices.close();
        printers.open();
    }

    @Override
    public void chooseDevices() {
        printers.close();
        devices.open();
    }

    @Override
    public void saveDevices() {
        save(() -> tell(Look.GOOD, "settings.saved"));
    }

    /**
     * @param then runs on the station thread once the new settings are in use
     */
    private void save(Runnable then) {
        if (!printers.takeTyped() || !devices.takeTyped()) {
            return;
        }
        StationConfig old = bench.config();
        try {
            StationConfig changed =
                    new StationConfig(
                            old.home(),
                            new StationConfig.Server(
                                    URI.create(model.server().get().strip()),
                                    model.organization().get().strip()),
                            printers.printers(),
                            new StationConfig.Scanning(
                                    devices.scanners(),
                                    devices.scale().orElse(null),
                                    old.scanning().wedge()),
                            old.look(),
                            old.limits());
            backstage
                    .station()
                    .execute(
                            () -> {
                                bench.reconfigure(changed);
                                then.run();
                            });
        } catch (IllegalArgumentException e) {
            tell(Look.BAD, "settings.bad-address");
        }
    }

    @Override
    public void testPrint() {
        if (!printers.takeTyped()) {
            return;
        }
        Optional<URI> printer = printers.selected();
        if (printer.isEmpty()) {
            tell(Look.ATTENTION, "settings.test-print.none");
        } else {
            save(() -> testPrint(printer.get()));
        }
    }

    private void testPrint(URI printer) {
        tell(Look.INFO, "settings.test-print.sent");
        bench.testPrint(
                printer,
                outcome -> backstage.paint().execute(() -> model.feedback().set(printed(outcome))));
    }

    private Feedback printed(PackStep outcome) {
        String key =
                switch (outcome.tone()) {
                    case GREEN -> "test-print.printed";
                    case RED -> "test-print.not-printed";
                    case AMBER, BLUE, NEUTRAL ->
                            outcome instanceof PackStep.NotPrinted
                                    ? "test-print.not-printed"
                                    : "test-print.unknown";
                };
        String words = backstage.texts().get(key);
        return new Feedback(
                Look.of(outcome.tone()),
                outcome instanceof PackStep.NotPrinted(var reason) ? words + ". " + reason : words,
                "");
    }

    @Override
    public void otherTheme() {
        theme(model.theme().get().other());
    }

    @Override
    public void theme(Theme theme) {
        StationConfig.Look old = bench.config().look();
        relook(
                new StationConfig.Look(
                        StationConfig.Theme.valueOf(theme.name()), old.language(), old.sounds()));
    }

    @Override
    public void language(Locale language) {
        StationConfig.Look old = bench.config().look();
        relook(new StationConfig.Look(old.theme(), language.toLanguageTag(), old.sounds()));
    }

    private void relook(StationConfig.Look look) {
        StationConfig old = bench.config();
        StationConfig changed =
                new StationConfig(
                        old.home(),
                        old.server(),
                        old.printers(),
                        old.scanning(),
                        look,
                        old.limits());
        backstage
                .station()
                .execute(
                        () -> {
                            bench.reconfigure(changed);
                            backstage.paint().execute(() -> relook.accept(changed));
                        });
    }

    @Override
    public void testSound() {
        backstage.speaker().play(Chime.DONE);
        tell(
                backstage.speaker().audible() ? Look.GOOD : Look.ATTENTION,
                backstage.speaker().audible() ? "settings.sound.played" : "settings.sound.none");
    }

    @Override
    public void saveSheet() {
        Path file = bench.config().home().resolve(SHEET);
        try {
            Files.write(file, CommandSheet.pdf(SheetEntries.in(backstage.texts())));
            Feedback saved =
                    new Feedback(
                            Look.GOOD,
                            backstage.texts().get("settings.sheet.saved", file.toString()),
                            "");
            backstage.paint().execute(() -> model.feedback().set(saved));
        } catch (IOException e) {
            tell(Look.BAD, "settings.sheet.failed");
        }
    }

    @Override
    public void saveJournal() {
        backstage.station().execute(() -> saveJournal(bench.config().home().resolve(JOURNAL)));
    }

    private void saveJournal(Path file) {
        if (bench.store().count().unsent() == 0) {
            tell(Look.GOOD, "settings.journal.none");
            return;
        }
        try {
            int acts = bench.store().outgoing().writeTo(file);
            Feedback saved =
                    new Feedback(
                            Look.GOOD,
                            backstage.texts().get("settings.journal.saved", acts, file.toString()),
                            "");
            backstage.paint().execute(() -> model.feedback().set(saved));
        } catch (StoreException e) {
            tell(Look.BAD, "settings.journal.failed");
        }
    }

    @Override
    public void enrol() {
        String code = model.code().get().strip();
        saveDevices();
        // After the new address is in use, and beside the scans: a server may answer late.
        backstage.station().execute(() -> Thread.ofVirtual().start(() -> enrol(code)));
        tell(Look.INFO, "settings.enrolling");
    }

    private void enrol(String code) {
        EnrolOutcome outcome = bench.enrol(code);
        Feedback feedback = Feedback.of(backstage.texts(), outcome);
        boolean enrolled = bench.enrolled();
        backstage.tell(
                feedback,
                () -> {
                    model.feedback().set(feedback);
                    model.enrolled().set(enrolled);
                });
    }

    private void tell(Look look, String key) {
        Feedback feedback = new Feedback(look, backstage.texts().get(key), "");
        backstage.paint().execute(() -> model.feedback().set(feedback));
    }
}
