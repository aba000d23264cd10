package io.fulfillx.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.fleet.FleetController;
import io.fulfillx.desktop.fleet.FleetMode;
import io.fulfillx.desktop.fleet.FleetSamples;
import io.fulfillx.desktop.fleet.FleetSession;
import io.fulfillx.desktop.fleet.FleetSight;
import io.fulfillx.desktop.queue.WorkQueue;
import io.fulfillx.desktop.queue.WorkQueueController;
import io.fulfillx.desktop.screen.Backstage;
import io.fulfillx.desktop.screen.Feedback;
import io.fulfillx.desktop.screen.Navigation;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.sound.Speaker;
import io.fulfillx.desktop.status.DeviceStatus;
import io.fulfillx.desktop.status.LinkLine;
import io.fulfillx.desktop.status.StatusModel;
import io.fulfillx.desktop.status.StatusSnapshot;
import io.fulfillx.desktop.status.StatusView;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.sync.Link;
import io.fulfillx.desktop.takeover.TakeOverController;
import io.fulfillx.desktop.takeover.TakeOverSession;
import io.fulfillx.desktop.takeover.TakeOverStep;
import io.fulfillx.desktop.tasks.TaskSession;
import io.fulfillx.desktop.tasks.TasksController;
import io.fulfillx.desktop.text.Texts;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.desktop.theme.Theme;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.StationTask;
import io.fulfillx.model.sync.EnrolmentCode;
import io.fulfillx.model.sync.StationOrders;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Bars, screen and keys together in the window's real size, in both languages. */
class WholeWindowTest {
    private static final Path PICTURES = Path.of("target", "screens");
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final OperatorCard LEAD =
            new OperatorCard(
                    TestStation.OPERATOR.operatorId(), "Lena Brandt", "", "", "lead", true);

    private final FxBridge fx = FxBridge.start();
    @TempDir private Path home;

    @SuppressWarnings("NullAway.Init")
    private StationStore store;

    @BeforeEach
    void open() {
        store = StationStore.open(home, Clock.systemUTC());
        List<PackJob> jobs = new ArrayList<>();
        for (int i = 1; i <= 9; i++) {
            jobs.add(Samples.job(i, 1 + i % 3, 1, i == 4 ? JobState.HELD : JobState.READY));
        }
        store.apply(new FeedPage("c1", true, jobs, List.of(LEAD), List.of(Samples.CARTON), false));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private interface Maker {
        Screen make(Backstage backstage);
    }

    private Screen show(String name, Theme theme, Locale language, Link link, Maker maker) {
        Texts texts = Texts.in(language);
        Backstage backstage =
                new Backstage(texts, Runnable::run, Runnable::run, Speaker.silent(), nowhere());
        Shown shown = fx.ask(() -> dressed(texts, theme, link, maker.make(backstage)));
        new Screenshots(fx, PICTURES).take(shown.scene(), "window-" + name + "-" + language);
        List<String> wide = fx.ask(() -> tooWide((StationFrame) shown.scene().getRoot()));
        assertEquals(List.of(), wide, name + " in " + language);
        return shown.screen();
    }

    private record Shown(Scene scene, Screen screen) {}

    private static Shown dressed(Texts texts, Theme theme, Link link, Screen screen) {
        StatusModel model = new StatusModel();
        model.place().set(texts.get("place." + screen.place()));
        model.clock().set("14:22");
        model.snapshot().set(Optional.of(snapshot(link)));
        StationFrame frame =
                new StationFrame(
                        new StatusView(texts, model),
                        new LinkLine(texts, model),
                        model.fault(),
                        () -> always(texts));
        Scene scene = new Scene(frame, WIDTH, HEIGHT);
        theme.apply(scene);
        frame.show(scene, screen, true);
        return new Shown(scene, screen);
    }

    /** Bars that would like to be wider than the window, and words that are cut to dots. */
    private static List<String> tooWide(StationFrame frame) {
        List<String> found = new ArrayList<>();
        for (Node node : frame.lookupAll(".text")) {
            if (node instanceof Text text && text.getText().endsWith("...") && isSeen(text)) {
                found.add(text.getText());
            }
        }
        for (var bar : List.of(frame.getTop(), frame.getCenter(), frame.getBottom())) {
            double least = ((Region) bar).minWidth(-1);
            if (least > WIDTH) {
                found.add(bar.getClass().getSimpleName() + " needs " + least);
            }
        }
        return found;
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private static List<KeyButton> always(Texts texts) {
        return List.of(
                button(texts.get("action.QUEUE"), KeyCode.F8),
                button(texts.get("go.SETTINGS"), KeyCode.F10),
                button(texts.get("action.SIGNOUT"), KeyCode.F12));
    }

    private static KeyButton button(String text, KeyCode code) {
        return new KeyButton(text, new KeyCodeCombination(code), () -> {});
    }

    private static Navigation nowhere() {
        return new Navigation() {
            @Override
            public void go(Place place) {}

            @Override
            public void signedIn(OperatorCard operator) {}

            @Override
            public void signOut() {}
        };
    }

    private static StatusSnapshot snapshot(Link link) {
        Instant oldest = Instant.now().minus(Duration.ofMinutes(134));
        return new StatusSnapshot(
                link,
                StationOrders.NONE,
                37,
                link instanceof Link.Online ? 842 : 1_204,
                oldest,
                oldest,
                List.of(new DeviceStatus("tcp://10.0.0.9:9100", "ready", true)),
                List.of(new DeviceStatus("left", "connected", true)),
                List.of(new DeviceStatus("serial:/dev/ttyUSB1", "ready", true)),
                LEAD.name(),
                1L << 40);
    }

    private Link offline() {
        return new Link.Offline(Instant.now().minus(Duration.ofMinutes(134)));
    }

    private Screen queue(Backstage backstage) {
        WorkQueueController queue =
                new WorkQueueController(
                        backstage, new WorkQueue(store, ZoneOffset.UTC), true, _ -> {}, _ -> {});
        queue.opened();
        return queue;
    }

    @Test
    void offlineAndReconnectingAreCalmAndEveryKeyHasItsPlace() {
        for (Locale language : Texts.LANGUAGES) {
            var _ = show("offline", Theme.DARK, language, offline(), this::queue);
            var _ = show("reconnecting", Theme.LIGHT, language, new Link.Online(), this::queue);
        }
    }

    @Test
    void whatAConflictLeavesToDoFillsTheScreen() {
        for (Locale language : Texts.LANGUAGES) {
            Screen screen =
                    show(
                            "tasks",
                            Theme.DARK,
                            language,
                            new Link.Online(),
                            backstage -> {
                                TasksController tasks =
                                        new TasksController(
                                                backstage,
                                                new TaskSession(store, LEAD.operatorId()));
                                tasks.model()
                                        .open()
                                        .set(
                                                List.of(
                                                        task(1, "UNPACK"),
                                                        task(2, "DESTROY_LABEL"),
                                                        task(3, "RECOUNT")));
                                return tasks;
                            });
            assertEquals(Place.TASKS, screen.place());
        }
    }

    private static StationTask task(int number, String kind) {
        return new StationTask(
                new UUID(9, number),
                Samples.parcel(1),
                kind,
                "#1001",
                "S1001",
                kind.equals("RECOUNT") ? "A-01-17-03" : "",
                "",
                Instant.EPOCH);
    }

    @Test
    void theTakeOverIsOneQuestion() {
        for (Locale language : Texts.LANGUAGES) {
            Screen screen =
                    show(
                            "take-over",
                            Theme.LIGHT,
                            language,
                            new Link.Online(),
                            backstage -> {
                                TakeOverController takeOver =
                                        new TakeOverController(
                                                backstage,
                                                new TakeOverSession(
                                                        LEAD, Optional::empty, UUID::randomUUID),
                                                _ -> {},
                                                () -> true);
                                takeOver.model()
                                        .feedback()
                                        .set(
                                                Feedback.of(
                                                        backstage.texts(),
                                                        new TakeOverStep.Ask("#1001", "Bench 1")));
                                takeOver.model().asking().set(true);
                                return takeOver;
                            });
            assertTrue(screen.actions().stream().noneMatch(KeyButton::isDisabled));
        }
    }

    @Test
    void theStationsAndTheirKeysFitAndChangeWithWhatIsAsked() {
        for (Locale language : Texts.LANGUAGES) {
            for (FleetMode mode : FleetMode.values()) {
                Screen screen =
                        show(
                                "fleet-" + mode,
                                language.equals(Locale.ENGLISH) ? Theme.DARK : Theme.LIGHT,
                                language,
                                new Link.Online(),
                                backstage -> fleet(backstage, mode));
                long shown = screen.actions().stream().filter(KeyButton::isVisible).count();
                assertEquals(
                        switch (mode) {
                            case LOCKED, CODE -> 1;
                            case LIST -> 6;
                            case MESSAGE -> 3;
                            case REVOKE, NAME -> 2;
                        },
                        shown,
                        mode.toString());
            }
        }
    }

    private static Screen fleet(Backstage backstage, FleetMode mode) {
        FleetController fleet =
                new FleetController(
                        backstage,
                        new FleetSession(
                                LEAD, Optional::empty, Clock.systemUTC(), UUID::randomUUID));
        var model = fleet.model();
        model.sight().set(new FleetSight(FleetSamples.all(), FleetSamples.NOW, true));
        model.chosen().set(Optional.of(FleetSamples.id(2)));
        model.manager().set(true);
        model.words().set("Bench 13");
        model.code()
                .set(
                        Optional.of(
                                new EnrolmentCode(
                                        FleetSamples.id(13),
                                        "Bench 13",
                                        "K7M2QX49PA",
                                        FleetSamples.NOW.plus(Duration.ofDays(1)),
                                        "")));
        model.mode().set(mode);
        return fleet;
    }
}
