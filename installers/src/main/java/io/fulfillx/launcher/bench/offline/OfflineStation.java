package io.fulfillx.launcher.bench.offline;

import io.fulfillx.desktop.store.JournalCount;
import io.fulfillx.desktop.store.OutgoingJournal;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationChange;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoredJob;
import io.fulfillx.desktop.store.WorkStage;
import io.fulfillx.desktop.sync.EnrolOutcome;
import io.fulfillx.desktop.sync.Enrolment;
import io.fulfillx.desktop.sync.ServerClient;
import io.fulfillx.desktop.sync.ServerRefusal;
import io.fulfillx.desktop.sync.SyncLoop;
import io.fulfillx.launcher.process.ProgramFailed;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.label.TrackingNumber;
import io.fulfillx.model.station.JobState;
import io.fulfillx.model.station.PackJob;
import io.fulfillx.model.station.PackLine;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.StationCommand;
import io.fulfillx.model.sync.StationReport;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A station's own store and its own line to the server; a packer's hands, but no window. */
final class OfflineStation implements AutoCloseable {
    private final URI server;
    private final StationStore store;
    private final StationIdentity identity;
    private @Nullable SyncLoop line;

    private OfflineStation(URI server, StationStore store) {
        this.server = server;
        this.store = store;
        this.identity = store.identity().orElseThrow();
    }

    static OfflineStation enrol(URI server, String organization, Path home, String code) {
        StationStore store = StationStore.open(home, Clock.systemUTC());
        EnrolOutcome outcome = new Enrolment(store).enrol(server, organization, code);
        if (!(outcome instanceof EnrolOutcome.Enrolled)) {
            throw new ProgramFailed("the station was not let in: " + outcome);
        }
        return new OfflineStation(server, store);
    }

    /** One that was let in before and closed since. */
    static OfflineStation open(URI server, Path home) {
        return new OfflineStation(server, StationStore.open(home, Clock.systemUTC()));
    }

    String id() {
        return identity.stationId().toString();
    }

    String name() {
        return identity.stationName();
    }

    StationStore store() {
        return store;
    }

    /** The cable is plugged in: from now on everything goes by itself. */
    void connect() {
        SyncLoop loop =
                new SyncLoop(store, identity, new ServerClient(server), this::report, () -> {});
        line = loop;
        loop.start();
    }

    void disconnect() {
        SyncLoop loop = line;
        line = null;
        if (loop != null) {
            loop.close();
        }
    }

    boolean isPoked() {
        SyncLoop loop = line;
        return loop != null && loop.isPoked();
    }

    private StationReport report() {
        JournalCount count = store.count();
        return new StationReport("bench", count.unsent(), count.oldest(), "", "", "");
    }

    long openJobs() {
        return store.jobs().stream().filter(StoredJob::open).count();
    }

    /** Gets all orders there are for it, and is offline again. */
    void takeIn(int orders) {
        connect();
        OfflineHouse.await(() -> openJobs() == orders);
        disconnect();
    }

    /** Nothing waits, and the server has said of each parcel that it left. */
    boolean isSettled() {
        return store.count().unsent() == 0
                && store.jobs().stream().allMatch(each -> each.job().state() == JobState.SHIPPED);
    }

    /**
     * Picks and packs everything there is, each act durable before the next.
     *
     * @return how many acts were promised
     */
    long packEverything(OperatorId operator) {
        long before = store.lastN();
        int tote = 0;
        for (StoredJob stored : store.jobs()) {
            if (stored.open()) {
                tote++;
                pack(stored, "T" + tote, operator);
            }
        }
        store.settle();
        return store.lastN() - before;
    }

    private void pack(StoredJob stored, String tote, OperatorId operator) {
        PackJob job = stored.job();
        ParcelId parcel = job.parcelId();
        ParcelWork work = stored.work().inTote(tote).at(WorkStage.PICKED);
        List<StationCommand> picks = new ArrayList<>();
        for (PackLine line : job.lines()) {
            work = work.with(line.lineId(), work.line(line.lineId()).pick(line.quantity().units()));
            picks.add(
                    new StationCommand.PickConfirmed(parcel, line.lineId(), line.quantity(), tote));
        }
        var _ =
                store.confirm(
                        new StationChange(operator, picks, List.of(work), Optional.empty(), false));
        TrackingNumber number = job.paidLabel().trackingNumber();
        var _ =
                store.confirm(
                        StationChange.of(
                                operator,
                                work.packed(store.clock().instant()),
                                new StationCommand.LabelPrinted(
                                        parcel, number, "bench", 1, "device-counter"),
                                new StationCommand.ParcelPacked(
                                        parcel,
                                        number,
                                        job.carton().code(),
                                        job.expectedWeight())));
    }

    /**
     * Sends everything, so many rows in a request, one request after the other.
     *
     * @return how many rows went
     */
    long drain(int rowsEach) {
        try (ServerClient client = new ServerClient(server)) {
            OutgoingJournal journal = store.outgoing();
            long sent = 0;
            while (true) {
                OutgoingJournal.Batch batch = journal.next(store.clock().instant(), rowsEach);
                if (batch.rows().isEmpty()) {
                    return sent;
                }
                BatchReply reply = client.push(identity, batch);
                store.answered(batch.epoch(), reply);
                sent += batch.rows().size();
            }
        } catch (IOException | ServerRefusal e) {
            throw new ProgramFailed("the journal was not taken: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProgramFailed("interrupted", e);
        }
    }

    @Override
    public void close() {
        disconnect();
        store.close();
    }
}
