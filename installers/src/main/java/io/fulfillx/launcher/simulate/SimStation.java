package io.fulfillx.launcher.simulate;

import io.fulfillx.desktop.store.LentNumbers;
import io.fulfillx.desktop.store.ParcelWork;
import io.fulfillx.desktop.store.StationIdentity;
import io.fulfillx.desktop.store.StationStore;
import io.fulfillx.desktop.store.StoreDisk;
import io.fulfillx.desktop.store.StoreSurroundings;
import io.fulfillx.desktop.sync.PullFeed;
import io.fulfillx.desktop.sync.SendJournal;
import io.fulfillx.desktop.sync.ServerRefusal;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.StationCommand.OnParcel;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One station program on one disk: the real store, the real sending and the real taking in. */
final class SimStation implements AutoCloseable {
    private final World world;
    private final String name;
    private final String machine;
    private final SimClock clock;
    private final SimLine line;
    private Path folder;
    private StationStore store;
    private StationIdentity identity;
    private SendJournal sender;
    private PullFeed puller;
    private boolean cut;

    /** Whether its disk or the database was put back, so that one knows less than the other. */
    private boolean doubtful;

    private @Nullable Undoable undoable;

    /** Parcels whose tote somebody fetched. */
    private final Set<ParcelId> fetched = new HashSet<>();

    SimStation(World world, String name, String machine, SimClock clock, Path folder) {
        this.world = world;
        this.name = name;
        this.machine = machine;
        this.clock = clock;
        this.folder = folder;
        this.store = StationStore.open(folder, around());
        this.identity = store.identity().orElseThrow();
        this.line = new SimLine(world, this);
        this.sender = new SendJournal(store, identity, line, machine);
        this.puller = new PullFeed(store, identity, line, sender);
    }

    private StoreSurroundings around() {
        return new StoreSurroundings(clock, world.chance().random(), StoreDisk.PASSING);
    }

    /** Goes on from another folder; the one before is nobody's any more. */
    private void reopen(Path next) {
        store.close();
        Disks.delete(folder);
        folder = next;
        open();
    }

    private void open() {
        undoable = null;
        store = StationStore.open(folder, around());
        identity = store.identity().orElseThrow();
        sender = new SendJournal(store, identity, line, machine);
        puller = new PullFeed(store, identity, line, sender);
    }

    /** Ends between two commits and is started again. */
    void crash() {
        Path image = world.folder();
        Disks.copy(folder, image);
        reopen(image);
    }

    /** Its disk is put back as it was then. */
    void restore(Path image) {
        Path fresh = world.folder();
        Disks.copy(image, fresh);
        reopen(fresh);
        doubtful = true;
    }

    /** A copy of its disk as it is now. */
    Path image() {
        Path image = world.folder();
        Disks.copy(folder, image);
        return image;
    }

    /** Starts the program again after its files were changed from outside. */
    void changed(Runnable change) {
        store.close();
        change.run();
        open();
    }

    /** Server and station may know different things that cannot be told apart any more. */
    void doubt() {
        doubtful = true;
    }

    StationId id() {
        return identity.stationId();
    }

    StationStore store() {
        return store;
    }

    String machine() {
        return machine;
    }

    Path folder() {
        return folder;
    }

    SimClock clock() {
        return clock;
    }

    boolean isCut() {
        return cut;
    }

    void cut(boolean now) {
        cut = now;
    }

    boolean isDoubtful() {
        return doubtful;
    }

    /** Ids of the acts that are not answered. */
    Set<UUID> unsentCommands() {
        store.settle();
        return store.unsent(CommandBatch.MAX_COMMANDS).commands().stream()
                .map(row -> row.commandId().value())
                .collect(Collectors.toSet());
    }

    /** What was done with parcels of which the server has not heard all. */
    Map<ParcelId, ParcelWork> unheard() {
        Map<ParcelId, ParcelWork> work = new HashMap<>();
        for (CommandEnvelope row : store.unsent(CommandBatch.MAX_COMMANDS).commands()) {
            if (row.command() instanceof OnParcel act) {
                store.job(act.parcelId()).ifPresent(job -> work.put(act.parcelId(), job.work()));
            }
        }
        return work;
    }

    Set<ParcelId> fetched() {
        return fetched;
    }

    Optional<Undoable> undoable() {
        return Optional.ofNullable(undoable);
    }

    void undoable(@Nullable Undoable act) {
        undoable = act;
    }

    /** Keeps numbers for plates at hand. */
    private void lease() throws IOException, ServerRefusal {
        Optional<LeaseNumbers> wanted = store.numbers().wanted(LentNumbers.PLATES);
        if (wanted.isPresent()) {
            store.numbers().lent(wanted.get(), line.lease(wanted.get()));
        }
    }

    /**
     * Sends one batch.
     *
     * @return whether there may be more
     */
    boolean push() {
        try {
            boolean some = sender.round() == SendJournal.Sent.SOME;
            lease();
            return some;
        } catch (ServerRefusal e) {
            world.note(this + " was refused: " + e.getMessage());
            return sender.reopensAfter(e);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ProgramCrash e) {
            crash();
            return true;
        }
    }

    /**
     * Takes one page in.
     *
     * @return whether there may be more
     */
    boolean pull() {
        Map<ParcelId, ParcelWork> before = unheard();
        try {
            FeedPage page = puller.round(Duration.ZERO);
            world.parts().behindPage(this, page);
            world.oracle().tookIn(this, before);
            return page.more() || !page.jobs().isEmpty() || page.tasks() != null;
        } catch (ServerRefusal e) {
            world.note(this + " was refused: " + e.getMessage());
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ProgramCrash e) {
            crash();
            return true;
        }
    }

    @Override
    public void close() {
        store.close();
    }

    @Override
    public String toString() {
        return name;
    }
}
