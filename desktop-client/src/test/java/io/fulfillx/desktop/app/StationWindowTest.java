package io.fulfillx.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.bench.Bench;
import io.fulfillx.desktop.pack.PackController;
import io.fulfillx.desktop.pack.PackPhase;
import io.fulfillx.desktop.pack.PackState;
import io.fulfillx.desktop.queue.WorkQueueController;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.screen.Screen;
import io.fulfillx.desktop.settings.SettingsController;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.takeover.TakeOverController;
import io.fulfillx.desktop.tasks.TasksController;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.model.code.OrderCode;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.StationTask;

import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** The real window over a real store, worked with key events. */
class StationWindowTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FxBridge fx = FxBridge.start();
    @TempDir private Path home;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @SuppressWarnings("NullAway.Init")
    private Assembly station;

    @BeforeEach
    void open() {
        List<PackJob> jobs =
                List.of(Samples.job(1, 2, 1, JobState.READY), Samples.job(2, 1, 1, JobState.READY));
        bench = TestStation.bench(home, jobs, List.of(), List.of());
        station = Assembly.open(bench, fx);
        fx.ask(
                () -> {
                    station.window().open(false);
                    return true;
                });
        awaitPlace(Place.SIGN_IN);
    }

    @AfterEach
    void close() {
        station.close();
        bench.close();
    }

    @Test
    void aBadgeOpensTheWorkList() {
        scan(TestStation.BADGE.text());
        awaitPlace(Place.QUEUE);
        WorkQueueController queue = (WorkQueueController) station.screen(Place.QUEUE).orElseThrow();
        await(() -> fx.ask(() -> queue.model().queue().get().rows().size()) == 2);
    }

    @Test
    void aScanNeverLeaksIntoATextFieldButTypingDoes() throws InterruptedException {
        signIn();
        TextField search = fx.ask(() -> (TextField) scene().getRoot().lookup(".text-field"));
        fx.ask(
                () -> {
                    search.requestFocus();
                    return true;
                });
        keys().withPauses("kit", Duration.ofMillis(100));
        await(() -> fx.ask(search::getText).equals("kit"));
        scan("4006381331009");
        await(() -> station.timings().painted() >= 2);
        assertEquals("kit", fx.ask(search::getText));
    }

    @Test
    void aHoldStopsTheVeryNextScan() {
        signIn();
        onTheBench("T7");
        PackController pack = (PackController) station.screen(Place.PACK).orElseThrow();
        await(() -> phase(pack) == PackPhase.SCAN_ITEMS);
        bench.store().apply(page(Samples.job(1, 2, 1, JobState.HELD)));
        scan(Samples.packLine(1, 0, 1).barcodes().getFirst());
        await(() -> fx.ask(() -> pack.model().feedback().get().headline()).equals("Stop! On hold"));
        assertEquals(PackPhase.IDLE, phase(pack));
        assertEquals(
                0,
                bench.store()
                        .job(Samples.parcel(1))
                        .orElseThrow()
                        .work()
                        .line(Samples.line(1, 0))
                        .verified());
    }

    @Test
    void everythingFromBadgeToGoodbyeNeedsOnlyTheScanner() {
        signIn();
        for (Action action : List.of(Action.PICK, Action.PACK, Action.QUEUE)) {
            scan(ActionCode.of(action).text());
            awaitPlace(Place.valueOf(action.name()));
        }
        scan(ActionCode.of(Action.SIGNOUT).text());
        awaitPlace(Place.SIGN_IN);
        assertFalse(bench.operator().isPresent());
    }

    @Test
    void aToteOfAnotherStationIsAskedForAndOfflineThatIsSaid() {
        signIn();
        scan("FXTELSEWHERE");
        awaitPlace(Place.TAKE_OVER);
        TakeOverController asked =
                (TakeOverController) station.screen(Place.TAKE_OVER).orElseThrow();
        await(
                () ->
                        fx.ask(() -> asked.model().feedback().get().headline())
                                .equals("Not at this station"));
        onTheBench("T7");
    }

    @Test
    void whatIsToBeDoneByHandIsConfirmedByAScan() {
        signIn();
        StationTask task =
                new StationTask(
                        new UUID(9, 1),
                        Samples.parcel(1),
                        "HOLD_SHELF",
                        "#1001",
                        "S1001",
                        "",
                        "",
                        Instant.EPOCH);
        bench.store()
                .apply(
                        new FeedPage(
                                "c9",
                                false,
                                List.of(),
                                List.of(),
                                List.of(),
                                false,
                                List.of(task)));
        WorkQueueController queue = (WorkQueueController) station.screen(Place.QUEUE).orElseThrow();
        await(() -> fx.ask(() -> queue.model().queue().get().tasks()) == 1);
        keys().press(KeyCode.F4);
        awaitPlace(Place.TASKS);
        scan(new OrderCode("S1001").text());
        await(() -> bench.store().tasks().open().isEmpty());
        TasksController tasks = (TasksController) station.screen(Place.TASKS).orElseThrow();
        await(() -> fx.ask(() -> tasks.model().open().get().isEmpty()));
    }

    @Test
    void theStatusBarTellsWhatIsUnsent() {
        signIn();
        assertTrue(
                fx.ask(() -> station.window().status().snapshot().get()).orElseThrow().unsent()
                        >= 0);
        await(
                () ->
                        fx.ask(() -> station.window().status().snapshot().get())
                                .map(now -> TestStation.OPERATOR.name().equals(now.operator()))
                                .orElse(false));
    }

    @Test
    void theSettingsSayWhatAScanMeansAndHideABadge() {
        keys().press(KeyCode.F10);
        awaitPlace(Place.SETTINGS);
        SettingsController settings =
                (SettingsController) station.screen(Place.SETTINGS).orElseThrow();
        scan("FXT12");
        await(() -> fx.ask(() -> settings.model().lastMeaning().get()).equals("Tote 12"));
        scan(TestStation.BADGE.text());
        await(() -> fx.ask(() -> settings.model().lastMeaning().get()).equals("A badge"));
        assertEquals("FXB…", fx.ask(() -> settings.model().lastScan().get()));
    }

    @Test
    void anActThatCannotBeStoredIsSaidInRedWithTheNextStep() throws SQLException {
        signIn();
        store(WorkStage.PICKED, "T7");
        try (Connection other =
                        DriverManager.getConnection("jdbc:sqlite:" + home.resolve("station.db"));
                Statement statement = other.createStatement()) {
            statement.execute("begin immediate");
            scan("FXTT7");
            await(() -> fault().startsWith("Not stored: this station cannot write"));
            assertTrue(fault().contains("call support"), fault());
            assertEquals(
                    WorkStage.PICKED,
                    bench.store().job(Samples.parcel(1)).orElseThrow().work().stage());
            statement.execute("rollback");
        }
        awaitPlace(Place.PACK);
        scan("FXTT7");
        await(() -> fault().isEmpty());
        assertEquals(
                WorkStage.PACKING,
                bench.store().job(Samples.parcel(1)).orElseThrow().work().stage());
    }

    private String fault() {
        return fx.ask(() -> station.window().status().fault().get());
    }

    private void onTheBench(String tote) {
        store(WorkStage.PICKED, tote);
        scan("FXT" + tote);
        awaitPlace(Place.PACK);
    }

    private void store(WorkStage stage, String tote) {
        StationStore store = bench.store();
        ParcelWork work = store.job(Samples.parcel(1)).orElseThrow().work().inTote(tote).at(stage);
        store.confirm(StationChange.of(TestStation.OPERATOR.operatorId(), work));
    }

    private static FeedPage page(PackJob job) {
        return new FeedPage("c2", false, List.of(job), List.of(), List.of(), false);
    }

    private PackPhase phase(PackController pack) {
        return fx.ask(() -> pack.model().state().get())
                .map(PackState::phase)
                .orElse(PackPhase.IDLE);
    }

    private void signIn() {
        scan(TestStation.BADGE.text());
        awaitPlace(Place.QUEUE);
    }

    /** The place is in front, and a scan that begins now is aimed at it. */
    private void awaitPlace(Place place) {
        await(
                () ->
                        fx.ask(() -> station.window().front().map(Screen::place).orElse(null))
                                        == place
                                && bench.aim().startsWith(place.toString()));
    }

    private Scene scene() {
        return station.window().scene();
    }

    private void scan(String text) {
        keys().atOnce(text + "\r");
    }

    private WindowKeys keys() {
        return new WindowKeys(fx, this::scene);
    }

    private void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, () -> "waited too long; said: " + fault());
            sleep(Duration.ofMillis(10));
        }
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
