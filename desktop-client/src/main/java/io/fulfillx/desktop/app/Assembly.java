package io.fulfillx.desktop.app;

import io.fulfillx.desktop.bench.Bench;
import io.fulfillx.desktop.config.StationConfig;
import io.fulfillx.desktop.pack.PackController;
import io.fulfillx.desktop.pack.PackSession;
import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.pick.PickController;
import io.fulfillx.desktop.pick.PickSession;
import io.fulfillx.desktop.print.LabelPictures;
import io.fulfillx.desktop.queue.WorkQueueController;
import io.fulfillx.desktop.scan.ArrivedScan;
import io.fulfillx.desktop.scan.ScanTaker;
import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Navigation;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.settings.PrinterSearch;
import io.fulfillx.desktop.settings.SettingsController;
import io.fulfillx.desktop.signin.SignInController;
import io.fulfillx.desktop.sound.Chime;
import io.fulfillx.desktop.sound.Speaker;
import io.fulfillx.desktop.store.StoreException;
import io.fulfillx.desktop.takeover.TakeOverController;
import io.fulfillx.desktop.tasks.TasksController;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.ScanListener.Refusal;
import io.fulfillx.scanner.scale.ScaleReading;
import io.fulfillx.scanner.wedge.LayoutRepair;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The whole station program, wired by hand: one bench, one window, one thread that handles scans.
 * Everything a scan does is durable before it is painted.
 */
public final class Assembly implements Navigation, ScanTaker, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Assembly.class);

    private final Bench bench;
    private final FxBridge fx;
    private final StationWindow window;
    private final ScanTimings timings = new ScanTimings();
    private final Speaker speaker;
    private final StationThread station;
    private final WorkGuard guard;
    private final Screens screens = new Screens();
    private final LabelPictures pictures = new LabelPictures();
    private volatile Texts texts;
    private @Nullable PackSession packing;

    private Assembly(Bench bench, FxBridge fx) {
        this.bench = bench;
        this.fx = fx;
        StationConfig.Look look = bench.config().look();
        this.speaker = look.sounds() ? Speaker.start() : Speaker.silent();
        this.texts = Texts.in(Locale.forLanguageTag(look.language()));
        this.guard = new WorkGuard(this::workInHand, bench, fx);
        this.station = new StationThread(guard, this::failed);
        this.window =
                fx.ask(
                        () ->
                                new StationWindow(
                                        () -> {
                                            guard.painted();
                                            timings.pulse();
                                        },
                                        bench,
                                        this::calibrated,
                                        this));
    }

    /** Opens the window in front of a bench. The bench is closed with it. */
    public static Assembly open(Bench bench, FxBridge fx) {
        Assembly assembly = new Assembly(bench, fx);
        assembly.dress(bench.config());
        bench.onScan(assembly);
        bench.onScale(
                (reading, nanoTime) ->
                        assembly.station.execute(() -> assembly.weighed(reading, nanoTime)));
        bench.onJobsChanged(assembly::jobsChanged);
        bench.status()
                .listen(
                        snapshot ->
                                fx.execute(
                                        () ->
                                                assembly.window
                                                        .status()
                                                        .snapshot()
                                                        .set(Optional.of(snapshot))));
        return assembly;
    }

    /** Makes the first scans as quick as later ones; a second or two, beside the real work. */
    public void rehearse() {
        Rehearsal.play(fx, texts, fx.ask(() -> List.copyOf(window.scene().getStylesheets())));
    }

    public Bench bench() {
        return bench;
    }

    public FxBridge fx() {
        return fx;
    }

    public StationWindow window() {
        return window;
    }

    public ScanTimings timings() {
        return timings;
    }

    /** The place in front, as of everything the station thread has done so far. */
    public Place place() {
        return station.ask(screens::front);
    }

    /** The screen of that place; empty when nobody is signed in. */
    public Optional<Screen> screen(Place place) {
        return station.ask(() -> screens.at(place));
    }

    private void dress(StationConfig config) {
        texts = Texts.in(Locale.forLanguageTag(config.look().language()));
        fx.ask(
                () -> {
                    window.dress(Theme.valueOf(config.look().theme().name()), texts);
                    window.repair(config.scanning().wedge());
                    return true;
                });
        station.execute(this::rebuild);
    }

    /** Makes all screens anew, in the language of now. */
    private void rebuild() {
        Backstage backstage = new Backstage(texts, station, fx, speaker, this);
        register(() -> new SignInController(backstage, bench.operators()));
        register(
                () ->
                        new SettingsController(
                                backstage, bench, PrinterSearch.ofThisMachine(), this::dressLater));
        bench.operator().ifPresent(operator -> admit(backstage, operator));
        Place front = bench.operator().isEmpty() ? Place.SIGN_IN : screens.front();
        goNow(front);
    }

    private void dressLater(StationConfig config) {
        Thread.ofVirtual().start(() -> dress(config));
    }

    private void register(Supplier<Screen> maker) {
        screens.register(fx.ask(maker));
    }

    private void admit(Backstage backstage, OperatorCard operator) {
        if (packing == null) {
            packing = bench.pack(operator.operatorId(), this::printerAnswered);
        }
        PackSession session = packing;
        new OperatorScreens(bench, pictures, new Ways(operator, session))
                .of(backstage, operator, session)
                .forEach(this::register);
    }

    /** The ways between the screens of whoever is signed in. */
    private final class Ways implements OperatorScreens.Ways {
        private final OperatorCard operator;
        private final PackSession session;

        Ways(OperatorCard operator, PackSession session) {
            this.operator = operator;
            this.session = session;
        }

        @Override
        public void toBench(Scan scan) {
            goNow(Place.PACK);
            screens.at(Place.PACK).ifPresent(pack -> pack.scanned(scan));
        }

        @Override
        public void elsewhere(Scan scan) {
            screens.at(Place.TAKE_OVER)
                    .map(TakeOverController.class::cast)
                    .ifPresent(takeOver -> takeOver.look(scan));
        }

        @Override
        public boolean idle() {
            Place front = screens.front();
            return (front == Place.PACK || front == Place.TAKE_OVER) && session.open().isEmpty();
        }

        @Override
        public void startRound(List<ParcelId> parcels) {
            PickSession round = bench.pick(operator.operatorId(), parcels);
            screens.at(Place.PICK)
                    .map(PickController.class::cast)
                    .ifPresent(pick -> pick.begin(round));
            goNow(Place.PICK);
        }
    }

    private void printerAnswered(PackStep step) {
        station.execute(
                () ->
                        screens.at(Place.PACK)
                                .map(PackController.class::cast)
                                .ifPresent(pack -> pack.report(step)));
    }

    private void jobsChanged() {
        station.execute(
                () -> {
                    Optional<Screen> front = screens.at(screens.front());
                    if (front.orElse(null) instanceof WorkQueueController queue) {
                        queue.refresh();
                    } else if (front.orElse(null) instanceof TasksController tasks) {
                        tasks.refresh();
                    }
                });
    }

    /** An act that failed was not stored: say so until the next one works. */
    private void failed(Throwable fault) {
        LOG.error("an act at the station failed", fault);
        speaker.play(Chime.WRONG);
        String code = fault instanceof StoreException store ? store.code() : "";
        String sentence =
                texts.find("status.fault." + code)
                        .orElseGet(() -> texts.get("status.fault", String.valueOf(fault)));
        fx.execute(() -> window.status().fault().set(sentence));
    }

    /** The place in front, and the parcel on the bench if that is where the packer is. */
    private String workInHand() {
        Place front = screens.front();
        PackSession session = packing;
        return front == Place.PACK && session != null
                ? front + " " + session.open().map(ParcelId::toString).orElse("-")
                : front.toString();
    }

    /** Kept for all days to come. */
    private void calibrated(LayoutRepair repair) {
        speaker.play(Chime.ACCEPTED);
        station.execute(
                () -> {
                    StationConfig now = bench.config();
                    bench.reconfigure(now.with(now.scanning().withWedge(repair)));
                });
    }

    private void weighed(ScaleReading reading, long nanoTime) {
        screens.at(Place.PACK)
                .map(PackController.class::cast)
                .ifPresent(pack -> pack.weighed(reading, nanoTime));
    }

    @Override
    public void taken(ArrivedScan scan) {
        CountDownLatch answered = new CountDownLatch(1);
        // The next scan must not be delivered before this one's work was looked at.
        station.execute(() -> taken(scan, guard.look()), answered::countDown);
        try {
            answered.await(StationThread.GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The printer may have ended the work between the trigger and now. */
    private void taken(ArrivedScan arrived, boolean otherWork) {
        if (otherWork) {
            refusedNow(arrived.scan());
        } else {
            scanned(arrived);
        }
    }

    @Override
    public void refused(Scan scan, Refusal why) {
        station.execute(() -> refusedNow(scan));
    }

    /** Better scanned twice than booked on the wrong order. */
    private void refusedNow(Scan scan) {
        LOG.info("a scan of {} was not taken: the work had changed", scan.device());
        speaker.play(Chime.WRONG);
        long now = System.nanoTime();
        boolean secret = OwnCode.find(scan.text()).orElse(null) instanceof BadgeCode;
        String sentence = texts.get("status.scan-refused", secret ? "FXB…" : scan.text());
        fx.execute(
                () -> {
                    window.status().fault().set(sentence);
                    timings.changed(now, now);
                });
        fx.requestFrame();
    }

    private void scanned(ArrivedScan arrived) {
        handle(arrived.scan());
        long storedAt = System.nanoTime();
        fx.execute(
                () -> {
                    window.status().fault().set("");
                    timings.changed(arrived.nanoTime(), storedAt);
                });
        fx.requestFrame();
    }

    private void handle(Scan scan) {
        Optional<Place> commanded = Screens.commanded(scan);
        boolean signedIn = bench.operator().isPresent();
        if (commanded.isPresent() && signedIn && screens.front() != Place.SETTINGS) {
            if (commanded.get() == Place.SIGN_IN) {
                signOut();
            } else {
                goNow(commanded.get());
            }
            return;
        }
        screens.takerOf(scan).ifPresent(screen -> screen.scanned(scan));
    }

    @Override
    public void go(Place place) {
        station.execute(() -> goNow(place));
    }

    private void goNow(Place place) {
        boolean signedIn = bench.operator().isPresent();
        screens.go(place).ifPresent(screen -> fx.execute(() -> window.show(screen, signedIn)));
    }

    @Override
    public void signedIn(OperatorCard operator) {
        station.execute(
                () -> {
                    packing = null;
                    bench.signedIn(operator);
                    // Who was signed in before may have had more of them.
                    removeAll();
                    admit(new Backstage(texts, station, fx, speaker, this), operator);
                    goNow(Place.QUEUE);
                });
    }

    @Override
    public void signOut() {
        station.execute(
                () -> {
                    packing = null;
                    bench.signOut();
                    removeAll();
                    goNow(Place.SIGN_IN);
                });
    }

    private void removeAll() {
        Stream.of(Place.values())
                .filter(place -> place != Place.SIGN_IN && place != Place.SETTINGS)
                .forEach(screens::remove);
    }

    /** Ends the program. Nothing can be lost: every answer that was painted is on the disk. */
    @Override
    public void close() {
        station.close();
        fx.execute(window::close);
        speaker.close();
        bench.close();
    }
}
