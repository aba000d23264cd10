package io.fulfillx.desktop.bench;

import io.fulfillx.desktop.config.StationConfig;
import io.fulfillx.desktop.config.StationConfigFile;
import io.fulfillx.desktop.labels.LabelRunSession;
import io.fulfillx.desktop.pack.PackSession;
import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.pack.PlateSheet;
import io.fulfillx.desktop.pack.WeightRules;
import io.fulfillx.desktop.pick.PickSession;
import io.fulfillx.desktop.print.PluggedIn;
import io.fulfillx.desktop.queue.WorkQueue;
import io.fulfillx.desktop.scan.ScanRouter;
import io.fulfillx.desktop.scan.ScanTaker;
import io.fulfillx.desktop.scan.StationScale;
import io.fulfillx.desktop.scan.WedgeTaker;
import io.fulfillx.desktop.session.Operators;
import io.fulfillx.desktop.status.StationStatus;
import io.fulfillx.desktop.store.LostKey;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreEvent;
import io.fulfillx.desktop.store.StoreSurroundings;
import io.fulfillx.desktop.sync.EnrolOutcome;
import io.fulfillx.desktop.sync.Enrolment;
import io.fulfillx.desktop.sync.FleetDesk;
import io.fulfillx.desktop.sync.OtherStations;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.printing.discovery.PrinterWatch;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.queue.PrintTimings;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * A whole packing station without its window: store, sync, printers, scanners and sessions. The
 * window asks it for everything; so do the robot and the tests.
 */
public final class Bench implements AutoCloseable, WedgeTaker {
    private static final int PRUNE_AT_ONCE = 10_000;

    private final StationStore store;
    private final WorkQueue queue;
    private final Operators operators;
    private final StationStatus status;
    private final List<Runnable> jobListeners = new CopyOnWriteArrayList<>();
    private final BenchDevices.Surroundings surroundings;
    private final PrinterWatch watch;
    private final BenchLink link;
    private final BenchSight sight;
    private volatile StationConfig config;
    private volatile BenchDevices devices;
    private volatile @Nullable OperatorCard operator;
    private volatile @Nullable PackSession packing;
    private volatile StationScale.Listener scaleListener = (_, _) -> {};
    private @Nullable ScanTaker scanTaker;
    private String work = "";

    private Bench(
            StationConfig config,
            StationStore store,
            PrintTimings timings,
            LocalDevices localDevices) {
        this.config = config;
        this.store = store;
        PluggedIn pluggedIn = new PluggedIn(this::statusChanged);
        this.surroundings =
                new BenchDevices.Surroundings(
                        store,
                        timings,
                        pluggedIn,
                        localDevices,
                        (reading, nanoTime) -> scaleListener.read(reading, nanoTime),
                        this::statusChanged,
                        this::sentence);
        this.queue = new WorkQueue(store, ZoneId.systemDefault());
        this.operators =
                new Operators(
                        store, () -> Duration.ofHours(this.config.limits().offlineSignInHours()));
        this.devices = new BenchDevices(config, surroundings, this::printed);
        this.sight = new BenchSight(store, queue, () -> devices);
        this.link = new BenchLink(store, sight::report, this::statusChanged);
        this.status = new StationStatus(() -> sight.snapshot(link, operator));
        devices.onState(this::statusChanged);
        devices.start();
        store.listen(this::changed);
        this.watch = PrinterWatch.start(pluggedIn);
    }

    /**
     * Opens the store and starts sync, printers and serial scanners.
     *
     * @throws io.fulfillx.desktop.store.StoreException when the home folder cannot be used
     */
    public static Bench open(StationConfig config) {
        return open(config, PrintTimings.standard());
    }

    /**
     * @param timings how patient the station is with its printers
     */
    public static Bench open(StationConfig config, PrintTimings timings) {
        return open(config, timings, LocalDevices.ofThisMachine());
    }

    /**
     * @param devices where scanners and the scale are looked for
     */
    public static Bench open(StationConfig config, PrintTimings timings, LocalDevices devices) {
        return open(config, timings, devices, LostKey.REFUSE);
    }

    /** For a station that is enrolled again because its key is lost. */
    public static Bench openAnew(StationConfig config) {
        return open(config, PrintTimings.standard(), LocalDevices.ofThisMachine(), LostKey.REPLACE);
    }

    private static Bench open(
            StationConfig config, PrintTimings timings, LocalDevices devices, LostKey lost) {
        StationStore store =
                StationStore.open(config.home(), StoreSurroundings.of(Clock.systemUTC()), lost);
        store.prune(Duration.ofDays(config.limits().pruneAfterDays()), PRUNE_AT_ONCE);
        Bench bench = new Bench(config, store, timings, devices);
        bench.devices.resolveInterrupted();
        bench.link.open(config.server().url());
        return bench;
    }

    public StationConfig config() {
        return config;
    }

    /** For the screens that show what the store holds; changes go through sessions. */
    public StationStore store() {
        return store;
    }

    /** Writes the new settings; devices and server are connected anew at once. */
    public synchronized void reconfigure(StationConfig changed) {
        StationConfigFile.save(changed);
        StationConfig before = config;
        config = changed;
        if (!before.printers().equals(changed.printers())
                || !before.scanning().sameDevices(changed.scanning())) {
            devices.close();
            devices = new BenchDevices(changed, surroundings, this::printed);
            devices.onState(this::statusChanged);
            devices.start();
            devices.router().arm(work);
            ScanTaker listening = scanTaker;
            if (listening != null) {
                devices.router().onScan(listening);
            }
        }
        if (!before.server().equals(changed.server())) {
            link.close();
            link.open(config.server().url());
        }
        status.poke();
    }

    public boolean enrolled() {
        return store.identity().isPresent();
    }

    /** Asks the configured server to accept this station with a manager's one-time code. */
    public EnrolOutcome enrol(String code) {
        EnrolOutcome outcome =
                new Enrolment(store)
                        .enrol(config.server().url(), config.server().organization(), code);
        if (outcome instanceof EnrolOutcome.Enrolled) {
            link.open(config.server().url());
        }
        return outcome;
    }

    /** Lets the server take this station's key anew; what waits to be sent stays. */
    public EnrolOutcome enrolAgain(String code) {
        link.close();
        EnrolOutcome outcome =
                new Enrolment(store)
                        .again(config.server().url(), config.server().organization(), code);
        link.open(config.server().url());
        return outcome;
    }

    public Operators operators() {
        return operators;
    }

    public void signedIn(OperatorCard card) {
        operator = card;
        reportSheets();
        status.poke();
    }

    /** Ends the shift: the server hears of it behind all that was done in it. */
    public void signOut() {
        OperatorCard card = operator;
        operator = null;
        packing = null;
        if (card != null && enrolled()) {
            store.confirm(StationChange.shiftClosed(card.operatorId()));
        }
        store.settle();
        status.poke();
    }

    public Optional<OperatorCard> operator() {
        return Optional.ofNullable(operator);
    }

    public WorkQueue queue() {
        return queue;
    }

    /** The round that was cut off, if there is one, else the next orders; empty without any. */
    public Optional<PickSession> pick(OperatorId operatorId) {
        List<ParcelId> parcels = PickSession.unfinished(store);
        if (parcels.isEmpty()) {
            parcels =
                    queue.nextToPick(config.limits().clusterSize()).stream()
                            .map(stored -> stored.job().parcelId())
                            .toList();
        }
        return parcels.isEmpty() ? Optional.empty() : Optional.of(pick(operatorId, parcels));
    }

    /** A new round with exactly these parcels. */
    public PickSession pick(OperatorId operatorId, List<ParcelId> parcels) {
        return new PickSession(store, operatorId, parcels);
    }

    /**
     * The bench of this operator; the one before it gets no more answers from the printer.
     *
     * @param later gets the steps that come without a scan (the printer's answer), on a background
     *     thread
     */
    public PackSession pack(OperatorId operatorId, Consumer<PackStep> later) {
        PackSession session =
                new PackSession(
                        store,
                        operatorId,
                        new CurrentPrinter(() -> devices.printers()),
                        rules(config.limits().weight()),
                        new PlateSheet(texts()),
                        later);
        packing = session;
        return session;
    }

    /**
     * The labels of the next wave, to be printed ahead.
     *
     * @param changed called when a label has moved on, on a background thread
     */
    public LabelRunSession labels(Runnable changed) {
        return new LabelRunSession(store, () -> devices.printers(), changed);
    }

    /** What other stations have; empty while this one belongs to no server. */
    public Optional<OtherStations> otherStations() {
        return link.others();
    }

    /** All stations of the house; empty while this one belongs to no server. */
    public Optional<FleetDesk> fleet() {
        return link.fleet();
    }

    public StationStatus status() {
        return status;
    }

    private static WeightRules rules(StationConfig.WeightLimits limits) {
        return new WeightRules(
                limits.maxGrams(), limits.tolerancePercent(), limits.toleranceGrams());
    }

    /** Where scans go, one at a time; the newest taker gets all. Called on one thread. */
    public synchronized void onScan(ScanTaker taker) {
        scanTaker = taker;
        devices.router().onScan(taker);
    }

    /** Who hears what the scale says; the newest listener gets all, on the scale's thread. */
    public void onScale(StationScale.Listener listener) {
        scaleListener = listener;
    }

    /** The work in hand has changed: no scan is taken until {@link #arm}. */
    public synchronized void disarm() {
        devices.router().disarm();
    }

    /** The screen shows this work; what was aimed at other work is refused. */
    public synchronized void arm(String nowInHand) {
        work = nowInHand;
        devices.router().arm(nowInHand);
    }

    @Override
    public String aim() {
        return devices.router().aim();
    }

    @Override
    public void wedgeScanned(String text, String aim) {
        devices.router().wedge(text, aim);
    }

    /** The stream of scans, for one more device or for its counters. */
    public ScanRouter scans() {
        return devices.router();
    }

    /** Called after the feed changed jobs or roster, on a background thread. */
    public void onJobsChanged(Runnable listener) {
        jobListeners.add(listener);
    }

    /**
     * Prints a test label; the outcome comes on a background thread, soon also when it cannot
     * print.
     *
     * @param printer one of the configured addresses
     * @throws IllegalArgumentException when it is none of them
     */
    public void testPrint(URI printer, Consumer<PackStep> outcome) {
        devices.testPrint(printer, outcome);
    }

    @Override
    public void close() {
        link.close();
        watch.close();
        status.close();
        devices.close();
        store.close();
    }

    private void printed(io.fulfillx.printing.queue.PrintResult result) {
        PackSession session = packing;
        if (session != null) {
            session.printed(result);
        }
        reportSheets();
        status.poke();
    }

    /** Nobody signed in: it is made good at the next sign-in, or when the parcel is packed. */
    private void reportSheets() {
        OperatorCard card = operator;
        if (card != null) {
            store.reportSheets(card.operatorId());
        }
    }

    private void statusChanged() {
        status.poke();
    }

    private String sentence(PrinterCondition condition) {
        return texts().get("printer.sentence." + condition);
    }

    private Texts texts() {
        return Texts.in(Locale.forLanguageTag(config.look().language()));
    }

    private void changed(StoreEvent event) {
        status.poke();
        if (event == StoreEvent.ANSWERED) {
            reportSheets();
        }
        if (event == StoreEvent.FEED) {
            jobListeners.forEach(Runnable::run);
        }
    }
}
