package io.fulfillx.launcher.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.desktop.app.Assembly;
import io.fulfillx.desktop.app.FxBridge;
import io.fulfillx.desktop.app.Screenshots;
import io.fulfillx.desktop.bench.Bench;
import io.fulfillx.desktop.config.StationConfig;
import io.fulfillx.desktop.config.StationConfigFile;
import io.fulfillx.desktop.fleet.FleetController;
import io.fulfillx.desktop.fleet.FleetMode;
import io.fulfillx.desktop.screen.Place;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.sync.EnrolOutcome;
import io.fulfillx.desktop.sync.Enrolment;
import io.fulfillx.desktop.theme.KeyButton;
import io.fulfillx.model.code.ActionCode;
import io.fulfillx.model.code.ActionCode.Action;
import io.fulfillx.model.sync.EnrolmentCode;
import io.fulfillx.model.sync.StationView;
import io.fulfillx.scanner.ScanInbox;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A manager looks after the stations from one of them: real window, real server. */
class FleetScreenTest {
    private static final Path PICTURES = Path.of("target", "screens");

    private final TestHouse house = new TestHouse();
    @TempDir private Path folder;
    private String badge = "";
    private long scannedAt = System.nanoTime() - ScanInbox.DOUBLE_READ.toNanos();

    @SuppressWarnings("NullAway.Init")
    private FxBridge fx;

    @SuppressWarnings("NullAway.Init")
    private Bench bench;

    @SuppressWarnings("NullAway.Init")
    private Assembly station;

    @BeforeEach
    void open() {
        FxBridge.chooseHeadless();
        fx = FxBridge.start();
        badge = hire("Mara", "manager").path("badge").asText();
        Path home = folder.resolve("lead");
        house.station(home, "Bench 1").close();
        StationConfig config =
                StationConfigFile.load(
                        home,
                        Map.of(
                                "server.url",
                                TestHouse.url().toString(),
                                "organization",
                                house.slug()));
        StationConfigFile.save(config);
        bench = Bench.open(config);
        station = Assembly.open(bench, fx);
        fx.ask(
                () -> {
                    station.window().open(false);
                    return true;
                });
        TestHouse.await(() -> bench.store().roster().operators().size() == 2);
    }

    @AfterEach
    void close() {
        station.close();
    }

    private JsonNode hire(String name, String role) {
        return house.admin()
                .post("/api/v1/operators", Map.of("name", name, "pin", "4711", "role", role));
    }

    /**
     * Once the screen of now has been painted: until then a scan is not taken. And as slow as a
     * hand: the same code at once is the scanner's own repeat.
     */
    private void scan(String text) {
        long gap = ScanInbox.DOUBLE_READ.toNanos();
        TestHouse.await(() -> System.nanoTime() - scannedAt > gap);
        TestHouse.await(() -> bench.aim().equals(station.place().toString()));
        bench.wedgeScanned(text, bench.aim());
        scannedAt = System.nanoTime();
    }

    private FleetController fleet() {
        return (FleetController) station.screen(Place.FLEET).orElseThrow();
    }

    private FleetMode mode() {
        return fx.ask(() -> fleet().model().mode().get());
    }

    private void press(KeyCode key) {
        boolean pressed =
                fx.ask(
                        () ->
                                fleet().actions().stream()
                                        .filter(button -> button.keys().match(event(key)))
                                        .filter(KeyButton::isVisible)
                                        .peek(KeyButton::fire)
                                        .findFirst()
                                        .isPresent());
        assertTrue(pressed, key.toString());
    }

    private static KeyEvent event(KeyCode key) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
    }

    private Optional<StationView> seen(String name) {
        return fx.ask(() -> fleet().model().sight().get()).stations().stream()
                .filter(view -> view.name().equals(name))
                .findFirst();
    }

    private void choose(String name) {
        StationView wanted = seen(name).orElseThrow();
        fx.ask(
                () -> {
                    fleet().model().chosen().set(Optional.of(wanted.stationId()));
                    return true;
                });
    }

    private void write(String words) {
        fx.ask(
                () -> {
                    fleet().model().words().set(words);
                    return true;
                });
    }

    /** Signed in, and the stations opened with a second look at the badge. */
    private void openFleet() {
        scan(badge);
        TestHouse.await(() -> station.place() == Place.QUEUE);
        station.go(Place.FLEET);
        TestHouse.await(() -> station.place() == Place.FLEET);
        assertEquals(FleetMode.LOCKED, mode());
        scan(badge);
        TestHouse.await(() -> mode() == FleetMode.LIST && seen("Bench 1").isPresent());
    }

    private void picture(String name) {
        new Screenshots(fx, PICTURES).take(station.window().scene(), name);
    }

    @Test
    void aManagerSeesMessagesDrainsAndTakesOutAStation() {
        try (TestBench other = TestBench.enrolled(house, folder.resolve("b"), "Bench 2")) {
            other.connect();
            openFleet();
            TestHouse.await(
                    () ->
                            seen("Bench 2")
                                    .map(view -> "paper-out".equals(view.printer()))
                                    .orElse(false));
            picture("station-fleet");
            choose("Bench 2");
            press(KeyCode.F2);
            write("Come to the dock");
            press(KeyCode.F2);
            TestHouse.await(() -> "Come to the dock".equals(other.orders().message()));
            TestHouse.await(() -> mode() == FleetMode.LIST);
            press(KeyCode.F3);
            TestHouse.await(() -> other.orders().draining());
            press(KeyCode.F4);
            assertEquals(FleetMode.REVOKE, mode());
            picture("station-fleet-revoke");
            press(KeyCode.ESCAPE);
            assertFalse(revoked());
            press(KeyCode.F4);
            scan(ActionCode.of(Action.CONFIRM).text());
            TestHouse.await(this::revoked);
            TestHouse.await(() -> other.store().identity().isEmpty());
        }
    }

    private boolean revoked() {
        return house.admin().all("/api/v1/stations").stream()
                .anyMatch(view -> view.hasNonNull("revokedAt"));
    }

    @Test
    void aNewStationIsLetInByTheBarsOnTheScreen() {
        openFleet();
        press(KeyCode.F6);
        assertEquals("Bench 2", fx.ask(() -> fleet().model().words().get()));
        press(KeyCode.F2);
        TestHouse.await(() -> mode() == FleetMode.CODE);
        picture("station-fleet-code");
        EnrolmentCode code = fx.ask(() -> fleet().model().code().get()).orElseThrow();
        assertTrue(code.expiresAt().isAfter(Instant.now().plusSeconds(80_000)));
        try (StationStore store = StationStore.open(folder.resolve("new"), Clock.systemUTC())) {
            assertEquals(
                    new EnrolOutcome.Enrolled("Bench 2"),
                    new Enrolment(store)
                            .enrol(TestHouse.url(), house.slug(), code.enrolmentCode()));
        }
        press(KeyCode.ESCAPE);
        press(KeyCode.F6);
        write("Bench 1");
        press(KeyCode.F2);
        TestHouse.await(
                () ->
                        fx.ask(() -> fleet().model().feedback().get().headline())
                                .equals("There is a station Bench 1"));
    }

    @Test
    void whoLeavesTheScreenOrIsNoLeadSeesNoStations() {
        openFleet();
        station.go(Place.QUEUE);
        TestHouse.await(() -> station.place() == Place.QUEUE);
        assertEquals(FleetMode.LOCKED, mode());
        String packer = hire("Pia", "packer").path("badge").asText();
        String other = hire("Pit", "lead").path("badge").asText();
        TestHouse.await(() -> bench.store().roster().operators().size() == 4);
        station.go(Place.FLEET);
        TestHouse.await(() -> station.place() == Place.FLEET);
        scan(other);
        TestHouse.await(
                () ->
                        fx.ask(() -> fleet().model().feedback().get().headline())
                                .equals("Not your badge or PIN"));
        assertEquals(FleetMode.LOCKED, mode());
        station.go(Place.QUEUE);
        TestHouse.await(() -> station.place() == Place.QUEUE);
        scan(packer);
        TestHouse.await(
                () -> bench.operator().map(card -> card.name().equals("Pia")).orElse(false));
        TestHouse.await(() -> station.screen(Place.FLEET).isEmpty());
    }

    @Test
    void offlineTheListStaysAndSaysHowOldItIs() {
        openFleet();
        bench.reconfigure(
                StationConfigFile.load(
                        bench.config().home(), Map.of("server.url", "http://127.0.0.1:1")));
        TestHouse.await(() -> !fx.ask(() -> fleet().model().sight().get()).current());
        assertEquals(List.of("Bench 1"), names());
        picture("station-fleet-offline");
    }

    private List<String> names() {
        return fx.ask(() -> fleet().model().sight().get()).stations().stream()
                .map(StationView::name)
                .toList();
    }

    @Test
    void aCodeThatNobodyUsedEndsAfterADay() throws Exception {
        String code = house.expect("Bench 9").path("enrolmentCode").asText();
        long aged =
                TestHouse.server()
                        .foundation()
                        .transactions()
                        .inOrg(
                                house.org(),
                                tx ->
                                        tx.sql(
                                                        "update station set enrolment_expires_at ="
                                                                + " now() where org_id = :org and"
                                                                + " name = 'Bench 9'")
                                                .run());
        assertEquals(1, aged);
        try (StationStore store = StationStore.open(folder.resolve("late"), Clock.systemUTC())) {
            assertTrue(
                    new Enrolment(store).enrol(TestHouse.url(), house.slug(), code)
                            instanceof EnrolOutcome.BadCode);
        }
    }
}
