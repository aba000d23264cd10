package io.fulfillx.desktop.app;

import io.fulfillx.desktop.pack.PackController;
import io.fulfillx.desktop.pack.PackSession;
import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.pack.PlateSheet;
import io.fulfillx.desktop.pack.WeightRules;
import io.fulfillx.desktop.pick.PickController;
import io.fulfillx.desktop.pick.PickPhase;
import io.fulfillx.desktop.pick.PickSession;
import io.fulfillx.desktop.pick.PickState;
import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.desktop.queue.WorkQueue;
import io.fulfillx.desktop.queue.WorkQueueController;
import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Navigation;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.sound.Speaker;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.model.code.ToteCode;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;

import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Works made-up orders through the real screens and sessions, in a scene that nobody sees and on a
 * store that is thrown away. A program that has just started is slow at what it does for the first
 * time; this way that is not the first parcel of the shift.
 */
final class Rehearsal {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
    private static final int MAX_GRAMS = 70_000;
    private static final Duration LONG_ENOUGH = Duration.ofMillis(1_500);
    private static final int ORDERS = 3;
    private static final String STRANGER = "NOBODY-SELLS-THIS";
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 650;

    private final StationStore store;
    private final FxBridge fx;
    private final Scene scene;
    private final StackPane stage = new StackPane();
    private final OperatorId operator = new OperatorId(new UUID(1, 1));
    private final RehearsalPrinter printer;
    private final PickController pick;
    private final PackController pack;
    private final PackSession packing;
    private final WorkQueueController queue;

    private Rehearsal(StationStore store, FxBridge fx, Texts texts, List<String> styleSheets) {
        this.store = store;
        this.fx = fx;
        Backstage mute = new Backstage(texts, Runnable::run, fx, Speaker.silent(), new StayHere());
        this.printer = new RehearsalPrinter(store);
        this.packing =
                new PackSession(
                        store,
                        operator,
                        printer,
                        new WeightRules(MAX_GRAMS, 0, MAX_GRAMS),
                        new PlateSheet(texts),
                        this::report);
        this.pick = fx.ask(() -> new PickController(mute, Optional::empty, _ -> {}));
        this.pack = fx.ask(() -> new PackController(mute, packing, new LabelPictures(), _ -> {}));
        this.queue = fx.ask(() -> queue(mute));
        this.scene = fx.ask(() -> scene(styleSheets));
    }

    /**
     * Takes its time in small pieces on the FX thread, so real scans are hardly held up.
     *
     * @param styleSheets those of the real window
     */
    static void play(FxBridge fx, Texts texts, List<String> styleSheets) {
        try {
            Path home = Files.createTempDirectory("fulfillx-rehearsal");
            try (StationStore store = StationStore.open(home, Clock.systemUTC())) {
                new Rehearsal(store, fx, texts, styleSheets).play();
            } finally {
                throwAway(home);
            }
        } catch (IOException | StoreException e) {
            LOG.warn("no rehearsal, the first scans will be slower: {}", e.getMessage());
        }
    }

    private static void throwAway(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(home);
    }

    private WorkQueueController queue(Backstage mute) {
        WorkQueue work = new WorkQueue(store, ZoneOffset.UTC);
        return new WorkQueueController(mute, work, false, _ -> {}, _ -> {});
    }

    private Scene scene(List<String> styleSheets) {
        stage.getStyleClass().add("station");
        Scene made = new Scene(stage, WIDTH, HEIGHT);
        made.getStylesheets().setAll(styleSheets);
        return made;
    }

    private void report(PackStep step) {
        pack.report(step);
        paint();
    }

    /** Nobody goes anywhere from a rehearsal. */
    private record StayHere() implements Navigation {
        @Override
        public void go(Place place) {}

        @Override
        public void signedIn(OperatorCard card) {}

        @Override
        public void signOut() {}
    }

    private void play() {
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        for (int order = 1; System.nanoTime() < end; order += ORDERS) {
            FeedPage page = RehearsalJobs.page(order, ORDERS);
            store.apply(page);
            show(queue);
            queue.refresh();
            paint();
            List<ParcelId> parcels = page.jobs().stream().map(PackJob::parcelId).toList();
            pickRound(parcels, order);
            parcels.forEach(this::packParcel);
        }
    }

    private void pickRound(List<ParcelId> parcels, int from) {
        PickSession round = new PickSession(store, operator, parcels);
        show(pick);
        pick.begin(round);
        int tote = from;
        for (PickState now = round.state();
                now.phase() != PickPhase.FINISHED;
                now = round.state()) {
            switch (now.phase()) {
                case ASSIGN_TOTES -> scan(pick, new ToteCode(Integer.toString(tote++)).text());
                case SCAN_ITEM -> {
                    scan(pick, STRANGER);
                    scan(pick, RehearsalJobs.barcode(now.current().orElseThrow().line()));
                }
                case SCAN_TOTE -> {
                    String wanted = now.current().orElseThrow().tote();
                    scan(pick, new ToteCode(wanted == null ? "1" : wanted).text());
                }
                case FINISHED -> throw new IllegalStateException("the round is over");
            }
        }
    }

    private void packParcel(ParcelId parcel) {
        show(pack);
        StoredJob stored = store.job(parcel).orElseThrow();
        String tote = stored.work().tote();
        scan(pack, new ToteCode(tote == null ? "1" : tote).text());
        scan(pack, STRANGER);
        for (PackLine line : stored.job().lines()) {
            for (int unit = 0; unit < line.quantity().units(); unit++) {
                scan(pack, RehearsalJobs.barcode(line));
            }
        }
        scan(pack, ActionCode.of(Action.CONFIRM).text());
        scan(pack, ActionCode.of(Action.WEIGHTOK).text());
        printer.result().ifPresent(packing::printed);
        fx.ask(() -> scene.snapshot(null));
    }

    private void show(Screen screen) {
        fx.ask(() -> stage.getChildren().setAll(screen.view()));
    }

    private void scan(Screen screen, String text) {
        screen.scanned(Reading.typed(text, store.clock().instant()));
        paint();
    }

    private void paint() {
        fx.ask(
                () -> {
                    stage.applyCss();
                    stage.layout();
                    return true;
                });
    }
}
