package io.fulfillx.desktop.fleet;

import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.screen.Furniture;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.theme.Keypad;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.model.code.OwnCode;
import io.fulfillx.model.sync.EnrolmentCode;
import io.fulfillx.model.sync.StationView;
import io.fulfillx.scanner.Scan;
import io.fulfillx.scanner.meaning.ScanMeaning;

import javafx.scene.input.KeyCombination;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Leads what a lead wants of the stations to the server, beside the scans, and the answer to the
 * screen. While the list is open it is read anew every few seconds.
 */
public final class FleetController implements Screen, FleetActions {
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int MAX_PIN = 12;

    private final Backstage backstage;
    private final FleetSession session;
    private final FleetModel model = new FleetModel();
    private final FleetView view;
    private final FleetKeys keys;

    /** One wish at a time; a second press while the first is on its way is not meant. */
    private final AtomicBoolean wishing = new AtomicBoolean();

    /** Wishes and looks at the list take turns. */
    private final ReentrantLock line = new ReentrantLock();

    private Thread watcher = Thread.ofVirtual().unstarted(() -> {});

    public FleetController(Backstage backstage, FleetSession session) {
        this.backstage = backstage;
        this.session = session;
        FleetWords words = new FleetWords(backstage.texts(), Clock.system(ZoneId.systemDefault()));
        this.view = new FleetView(backstage.texts(), model, words, this);
        this.keys = new FleetKeys(backstage, model, this);
    }

    @Override
    public Furniture furniture() {
        return new Furniture(Place.FLEET, view, keys.buttons());
    }

    @Override
    public Map<KeyCombination, Runnable> moreKeys() {
        return keys.all();
    }

    public FleetModel model() {
        return model;
    }

    /** Also ends what was answered after the screen was left. */
    @Override
    public void opened() {
        left();
    }

    /** Whoever comes next shows a badge again. */
    @Override
    public void left() {
        session.close();
        watcher.interrupt();
        backstage.paint().execute(() -> lock(Feedback.NONE));
    }

    private void lock(Feedback why) {
        model.pin().set("");
        model.words().set("");
        model.code().set(Optional.empty());
        model.manager().set(false);
        model.mode().set(FleetMode.LOCKED);
        model.feedback().set(why);
    }

    @Override
    public boolean wantsBadges() {
        return !session.isOpen();
    }

    @Override
    public void scanned(Scan scan) {
        OwnCode code = ScanMeaning.own(scan).orElse(null);
        if (code instanceof BadgeCode badge && !session.isOpen()) {
            wish(() -> opened(session.byBadge(badge)));
        } else if (session.isOpen() && ActionCode.of(ActionCode.Action.CONFIRM).equals(code)) {
            backstage.paint().execute(this::main);
        } else if (session.isOpen() && ActionCode.of(ActionCode.Action.CANCEL).equals(code)) {
            backstage.paint().execute(this::back);
        } else {
            tell(session.isOpen() ? new FleetStep.NotHere() : new FleetStep.NoBadge());
        }
    }

    @Override
    public void typed(String text) {
        text.codePoints().mapToObj(Character::toString).forEach(this::pressed);
    }

    @Override
    public void pressed(String key) {
        if (model.mode().get() != FleetMode.LOCKED) {
            return;
        }
        String pin = model.pin().get();
        switch (key) {
            case Keypad.BACK -> model.pin().set(pin.substring(0, Math.max(0, pin.length() - 1)));
            case Keypad.ENTER, "\r" -> {
                if (!pin.isEmpty()) {
                    model.pin().set("");
                    wish(() -> opened(session.byPin(pin)));
                }
            }
            default -> {
                if (key.matches("[0-9]") && pin.length() < MAX_PIN) {
                    model.pin().set(pin + key);
                }
            }
        }
    }

    private FleetStep opened(FleetStep step) {
        if (session.isOpen()) {
            boolean manager = session.isManager();
            backstage
                    .paint()
                    .execute(
                            () -> {
                                model.manager().set(manager);
                                model.mode().set(FleetMode.LIST);
                            });
            backstage.station().execute(this::watch);
        }
        return step;
    }

    /** What F2 means where the lead is. On the FX thread. */
    void main() {
        switch (model.mode().get()) {
            case LOCKED, CODE -> {}
            case LIST -> model.station().ifPresent(this::write);
            case REVOKE -> on(session::revoke);
            case MESSAGE, NAME -> submit();
        }
    }

    private void write(StationView station) {
        String shown = station.message();
        model.words().set(shown == null ? "" : shown);
        model.feedback().set(Feedback.NONE);
        model.mode().set(FleetMode.MESSAGE);
    }

    @Override
    public void submit() {
        String words = model.words().get().strip();
        if (words.isEmpty()) {
            return;
        }
        if (model.mode().get() == FleetMode.MESSAGE) {
            on(station -> session.message(station, words));
        } else {
            wish(() -> made(session.expect(words)));
        }
    }

    void takeMessage() {
        on(station -> session.message(station, ""));
    }

    void drain() {
        on(session::drain);
    }

    void askToRevoke() {
        model.feedback().set(Feedback.NONE);
        model.mode().set(FleetMode.REVOKE);
    }

    /** Asks for a name, and knows one already. */
    void enrol() {
        model.words().set(model.sight().get().nextName(backstage.texts().get("fleet.name.kind")));
        model.feedback().set(Feedback.NONE);
        model.mode().set(FleetMode.NAME);
    }

    void newCode() {
        model.station().ifPresent(station -> wish(() -> made(session.newCode(station))));
    }

    void back() {
        model.feedback().set(Feedback.NONE);
        switch (model.mode().get()) {
            case LOCKED, LIST -> backstage.navigation().go(Place.QUEUE);
            case MESSAGE, REVOKE, NAME, CODE -> list();
        }
    }

    private void list() {
        model.code().set(Optional.empty());
        model.mode().set(FleetMode.LIST);
    }

    private interface OnStation {
        FleetStep wish(StationView station);
    }

    private void on(OnStation wish) {
        model.station()
                .ifPresent(
                        station ->
                                wish(
                                        () -> {
                                            FleetStep step = wish.wish(station);
                                            backstage.paint().execute(this::list);
                                            return step;
                                        }));
    }

    private FleetStep made(FleetSession.Made made) {
        made.code().ifPresent(code -> backstage.paint().execute(() -> show(code)));
        return made.step();
    }

    private void show(EnrolmentCode code) {
        model.code().set(Optional.of(code));
        model.mode().set(FleetMode.CODE);
    }

    /** Beside the scans: the server may take its time. */
    private void wish(Supplier<FleetStep> wish) {
        if (!wishing.compareAndSet(false, true)) {
            return;
        }
        Thread.ofVirtual()
                .name("fleet")
                .start(
                        () -> {
                            line.lock();
                            try {
                                FleetStep step = wish.get();
                                backstage.station().execute(() -> tell(step));
                            } finally {
                                line.unlock();
                                wishing.set(false);
                            }
                        });
    }

    /** On the station thread. */
    private void watch() {
        watcher.interrupt();
        watcher = Thread.ofVirtual().name("fleet-watch").start(this::lookAgain);
    }

    private void lookAgain() {
        try {
            while (session.isOpen()) {
                Thread.sleep(EVERY);
                line.lockInterruptibly();
                try {
                    FleetStep step = session.isOpen() ? session.refresh() : new FleetStep.Ended();
                    backstage.station().execute(() -> looked(step));
                } finally {
                    line.unlock();
                }
            }
        } catch (InterruptedException e) {
            // Nobody looks any more.
        }
    }

    /** That nobody answers is said beside the list, and is no news each time. */
    private void looked(FleetStep step) {
        if (step instanceof FleetStep.Ended) {
            tell(step);
        } else {
            FleetSight now = session.sight();
            backstage.paint().execute(() -> model.sight().set(now));
        }
    }

    /** On the station thread. */
    private void tell(FleetStep step) {
        Feedback feedback = Feedback.of(backstage.texts(), step);
        FleetSight now = session.sight();
        boolean over = step instanceof FleetStep.Ended;
        boolean silent = step instanceof FleetStep.Opened;
        backstage.tell(
                feedback,
                () -> {
                    model.sight().set(now);
                    if (over) {
                        lock(feedback);
                    } else {
                        model.feedback().set(silent ? Feedback.NONE : feedback);
                    }
                });
    }
}
