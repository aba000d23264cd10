package io.fulfillx.launcher.station;

import io.fulfillx.desktop.store.JournalCount;
import io.fulfillx.desktop.store.LostKey;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreSurroundings;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.sync.EnrolOutcome;
import io.fulfillx.desktop.sync.Enrolment;
import io.fulfillx.desktop.sync.Link;
import io.fulfillx.desktop.sync.ServerClient;
import io.fulfillx.desktop.sync.SyncLoop;
import io.fulfillx.model.id.OrderLineId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.quantity.Quantity;
import io.fulfillx.model.quantity.Weight;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationOrders;
import io.fulfillx.model.sync.StationReport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A packer's hands on one station's store, and the line to the server when it is let. */
final class TestBench implements AutoCloseable {
    private final TestHouse house;
    private final Path home;
    private URI server = TestHouse.url();
    private StationStore store;
    private SyncLoop loop;

    private TestBench(TestHouse house, Path home, StationStore store) {
        this.house = house;
        this.home = home;
        this.store = store;
        this.loop = newLoop();
    }

    /** A station that was let in and works offline until {@link #connect}. */
    static TestBench enrolled(TestHouse house, Path home, String name) {
        return new TestBench(house, home, house.station(home, name));
    }

    private SyncLoop newLoop() {
        return new SyncLoop(
                store,
                store.identity().orElseThrow(),
                new ServerClient(server),
                this::report,
                () -> {});
    }

    private StationReport report() {
        JournalCount count = store.count();
        return new StationReport(
                "0.1.0", count.unsent(), count.oldest(), "paper-out", "connected", "");
    }

    StationOrders orders() {
        return loop.orders();
    }

    StationStore store() {
        return store;
    }

    Link link() {
        return loop.link();
    }

    /** Its line goes through something else from now on. */
    void through(URI proxy) {
        loop.close();
        server = proxy;
        loop = newLoop();
    }

    boolean isPoked() {
        return loop.isPoked();
    }

    void connect() {
        loop.start();
    }

    /** Everything down and all of the journal answered. */
    void sync() {
        loop.start();
        TestHouse.await(() -> loop.link() instanceof Link.Online);
        settle();
    }

    void settle() {
        TestHouse.await(() -> store.count().unsent() == 0);
    }

    void disconnect() {
        loop.close();
        loop = newLoop();
    }

    /** The program ends and another one starts on the same folder. */
    void restart() {
        end();
        store = StationStore.open(home, Clock.systemUTC());
        loop = newLoop();
    }

    /** The same after the key was lost: somebody wants it to go on with a new one. */
    void restartAnew() {
        end();
        store = StationStore.open(home, StoreSurroundings.of(Clock.systemUTC()), LostKey.REPLACE);
        loop = newLoop();
    }

    /** A copy of the whole folder, as an image of the disk would have it. */
    TestBench copyTo(Path other) {
        end();
        copy(home, other);
        restart();
        return new TestBench(house, other, StationStore.open(other, Clock.systemUTC()));
    }

    /** The disk goes back to an earlier image of it. */
    void restoreFrom(Path image) {
        end();
        delete(home);
        copy(image, home);
        store = StationStore.open(home, Clock.systemUTC());
        loop = newLoop();
    }

    void saveTo(Path image) {
        end();
        copy(home, image);
        restart();
    }

    StoredJob job() {
        List<StoredJob> jobs = store.jobs();
        if (jobs.size() != 1) {
            throw new AssertionError(jobs);
        }
        return jobs.getFirst();
    }

    /** Picks units of the one job's one line. */
    void pick(int units) {
        StoredJob job = job();
        ParcelId parcel = job.job().parcelId();
        OrderLineId line = job.job().lines().getFirst().lineId();
        ParcelWork work = job.work().with(line, job.work().line(line).pick(units));
        store.confirm(
                StationChange.of(
                        house.operator(),
                        work,
                        new StationCommand.PickConfirmed(parcel, line, new Quantity(units), "T1")));
    }

    void pack() {
        StoredJob job = job();
        store.confirm(
                StationChange.of(
                        house.operator(),
                        job.work(),
                        new StationCommand.ParcelPacked(
                                job.job().parcelId(),
                                job.job().paidLabel().trackingNumber(),
                                "S",
                                new Weight(500))));
    }

    void closeShift() {
        store.confirm(StationChange.shiftClosed(house.operator()));
    }

    /** A manager makes a new code for this station, and it is typed in here. */
    void enrolAgain() {
        String id = store.identity().orElseThrow().stationId().toString();
        String code =
                house.admin()
                        .post("/api/v1/stations/" + id + "/enrolment-codes", Map.of())
                        .path("enrolmentCode")
                        .asText();
        EnrolOutcome outcome = new Enrolment(store).again(TestHouse.url(), house.slug(), code);
        if (!(outcome instanceof EnrolOutcome.Enrolled)) {
            throw new AssertionError(outcome);
        }
        loop = newLoop();
    }

    /** The program ends. */
    void end() {
        loop.close();
        store.close();
    }

    @Override
    public void close() {
        end();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
