package io.fulfillx.desktop.store;

import io.fulfillx.model.id.CommandId;
import io.fulfillx.model.id.Ids;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.FeedPage;
import io.fulfillx.model.sync.BatchReply;
import io.fulfillx.model.sync.CommandBatch;
import io.fulfillx.model.sync.CommandEnvelope;
import io.fulfillx.model.wire.Json;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The station's durable memory. Every method that changes something returns only when the change
 * would survive a power cut. Safe to call from any thread; faults are {@link StoreException}s.
 */
public final class StationStore implements AutoCloseable {
    /** How long the newest act may be taken back before it is sent. */
    public static final Duration UNDO_WINDOW = Duration.ofSeconds(30);

    private static final String HEARD = "feed.heard";

    private final StoreFile file;
    private final StoreLock lock;
    private final Clock clock;
    private final MetaTable meta;
    private final JournalTable journal;
    private final OutgoingJournal outgoing;
    private final JobTable jobTable;
    private final RosterTable rosterTable;
    private final StationRoster roster;
    private final PrintLedger prints;
    private final LentNumbers numbers;
    private final ActJournal acts;
    private final FeedIntake intake;
    private final TaskBoard tasks;
    private final VerdictIntake verdicts;
    private final Map<ParcelId, StoredJob> jobs = new ConcurrentHashMap<>();
    private final ForgetPeople forget;
    private final StoreSweeper sweeper;
    private final List<Consumer<StoreEvent>> listeners = new CopyOnWriteArrayList<>();

    private StationStore(StoreFile file, StoreSurroundings around, LostKey lost)
            throws SQLException {
        this.file = file;
        this.clock = around.clock();
        Ids ids = new Ids(clock, around.random());
        this.lock = new StoreLock(file.connection());
        Sql sql = new Sql(file.connection());
        this.meta = new MetaTable(sql);
        StationKey key = key(lost);
        this.journal = new JournalTable(sql, meta, key, around.random());
        this.outgoing = new OutgoingJournal(lock, journal, meta, key, ids);
        this.jobTable = new JobTable(sql, key.vault());
        this.rosterTable = new RosterTable(sql, key.vault());
        this.roster = new StationRoster(lock, rosterTable);
        this.prints = new PrintLedger(lock, new PrintTable(sql), clock);
        this.numbers = new LentNumbers(lock, meta, journal, ids);
        this.tasks = new TaskBoard(meta);
        this.acts = new ActJournal(journal, jobTable, prints, tasks, jobs, clock, ids);
        this.verdicts = new VerdictIntake(journal, jobTable, jobs, clock);
        this.intake = new FeedIntake(jobTable, journal, prints, jobs);
        lock.change(_ -> begin());
        jobs.putAll(jobTable.all());
        forget = new ForgetPeople(lock, journal, jobTable, rosterTable, prints, meta, jobs);
        sweeper = StoreSweeper.start(file.path(), this::forgetOld, around.disk());
    }

    /**
     * Opens or makes the store in this folder.
     *
     * @throws StoreException when another program has it open, it is damaged or its key is lost
     */
    public static StationStore open(Path home, Clock clock) {
        return open(home, StoreSurroundings.of(clock), LostKey.REFUSE);
    }

    public static StationStore open(Path home, StoreSurroundings around) {
        return open(home, around, LostKey.REFUSE);
    }

    public static StationStore open(Path home, StoreSurroundings around, LostKey lost) {
        StoreFile file = StoreFile.open(home, around.disk());
        try {
            Schema.upgrade(file.connection());
            return new StationStore(file, around, lost);
        } catch (SQLException e) {
            file.close();
            throw StoreLock.fault(e);
        } catch (StoreException e) {
            file.close();
            throw e;
        }
    }

    private StationKey key(LostKey lost) throws SQLException {
        if (meta.get(ForgetPeople.RETIRED).isPresent()) {
            // The power may have gone before it was destroyed.
            StationKey.destroy(file.home());
        }
        return StationKey.of(file.home(), meta.get(JournalTable.KEY), lost);
    }

    private void begin() throws SQLException {
        meta.put(ForgetPeople.RETIRED, null);
        if (journal.begin()) {
            // What the lost key had sealed does not open again: the server sends it anew.
            jobTable.clear();
            rosterTable.replaceOperators(List.of());
            meta.put("feed.cursor", null);
        }
        jobTable.closeAll();
        rosterTable.closeAll();
    }

    /** Called after each commit, on the thread that made it: be quick. */
    public void listen(Consumer<StoreEvent> listener) {
        listeners.add(listener);
    }

    public Optional<StoredJob> job(ParcelId parcelId) {
        return Optional.ofNullable(jobs.get(parcelId));
    }

    /** All jobs, in no order. */
    public List<StoredJob> jobs() {
        return List.copyOf(jobs.values());
    }

    /** Makes one act durable: journal rows and local state in one commit. */
    public List<CommandEnvelope> confirm(StationChange change) {
        List<CommandEnvelope> written =
                lock.commit(
                        _ -> {
                            numbers.burn(change.commands());
                            return acts.write(change);
                        },
                        _ -> acts.remember(change));
        tell(StoreEvent.JOURNAL);
        return written;
    }

    /**
     * Takes the newest act back, unless another came after it or it may have been sent.
     *
     * @param work the local state without the act
     */
    public boolean undo(CommandId commandId, ParcelWork work) {
        boolean undone =
                lock.commit(
                        _ -> acts.takeBack(commandId, work),
                        taken -> {
                            if (taken) {
                                acts.remember(work);
                            }
                        });
        if (undone) {
            tell(StoreEvent.JOURNAL);
        }
        return undone;
    }

    /** Ends the chance to undo, so that the newest act is sent too. */
    public void settle() {
        lock.change(_ -> journal.release(null));
        tell(StoreEvent.JOURNAL);
    }

    /** What to send next, in order; empty when all is answered. */
    public CommandBatch unsent(int max) {
        return lock.commit(
                _ -> {
                    journal.release(clock.instant().minus(UNDO_WINDOW));
                    return journal.unsent(max);
                });
    }

    /** Stores the server's answer to rows of that epoch. */
    public void answered(String epoch, BatchReply reply) {
        lock.commit(_ -> verdicts.take(epoch, reply), changed -> changed.forEach(acts::remember));
        tell(StoreEvent.ANSWERED);
    }

    /** The server holds everything up to here, although its verdicts were lost on the way. */
    public void answeredUpTo(String epoch, long lastN) {
        lock.commit(_ -> journal.answerUpTo(epoch, lastN, clock.instant()));
        tell(StoreEvent.ANSWERED);
    }

    public JournalCount count() {
        return lock.read(_ -> journal.count());
    }

    public String epoch() {
        return lock.read(_ -> journal.epoch());
    }

    /** The highest number given in this epoch; 0 before the first act. */
    public long lastN() {
        return lock.read(_ -> journal.lastN());
    }

    /** What is to be done by hand. */
    public TaskBoard tasks() {
        return tasks;
    }

    /** Numbers for parcels whose label is not here. */
    public LentNumbers numbers() {
        return numbers;
    }

    /** The journal's way to the server. */
    public OutgoingJournal outgoing() {
        return outgoing;
    }

    /** Drops so many answered rows older than that, and finished jobs; says how many rows went. */
    public int prune(Duration olderThan, int max) {
        Instant before = clock.instant().minus(olderThan);
        int _ = forget.finished(before, max);
        return lock.commit(_ -> journal.prune(before, max));
    }

    /**
     * The station was taken out: its keys are destroyed, and with them what it knew of people.
     *
     * @return false while an act is unanswered; nothing happened then
     */
    public boolean retire() {
        boolean done = forget.everything(file.home());
        if (done) {
            tell(StoreEvent.FEED);
        }
        return done;
    }

    /** Drops what people are named in of work that has been over for two days. */
    void forgetOld() {
        forget.old(clock.instant());
    }

    /** Applies one page of the feed and moves the cursor, in one commit. */
    public void apply(FeedPage page) {
        lock.commit(
                _ -> take(page),
                changed -> {
                    intake.remember(changed);
                    tasks.remember();
                    roster.remember(page);
                });
        if (page.tells()) {
            tell(StoreEvent.FEED);
        }
    }

    private Map<ParcelId, @Nullable StoredJob> take(FeedPage page) throws SQLException {
        boolean resetting = page.reset() || meta.get("feed.resetting").isPresent();
        Map<ParcelId, @Nullable StoredJob> changed = intake.apply(page, resetting);
        roster.take(page);
        tasks.take(page.tasks());
        outgoing.heard(page);
        meta.put("feed.cursor", page.cursor());
        meta.put(HEARD, clock.instant().toString());
        meta.put("feed.resetting", resetting && page.more() ? "1" : null);
        return changed;
    }

    /** When the server spoke last; empty before the first page. */
    public Optional<Instant> heardAt() {
        return lock.read(_ -> meta.get(HEARD).map(Instant::parse));
    }

    /** Where the feed goes on; empty before the first page. */
    public Optional<String> cursor() {
        return lock.read(_ -> meta.get("feed.cursor"));
    }

    public Optional<StationIdentity> identity() {
        return lock.read(
                _ -> meta.get("identity").map(json -> Json.read(json, StationIdentity.class)));
    }

    public void identity(StationIdentity identity) {
        lock.change(_ -> meta.put("identity", Json.text(identity)));
    }

    /** Who may work here, and the cartons at hand. */
    public StationRoster roster() {
        return roster;
    }

    /** Durable when it returns: only then may bytes go to the printer. */
    public void printIntent(PrintRow row) {
        prints.intent(row);
    }

    public void printOutcome(UUID jobId, PrintRow.Outcome outcome, String detail) {
        prints.outcome(jobId, outcome, detail);
    }

    /** Its last byte has been handed to the printer. */
    public void printSent(UUID jobId) {
        prints.sent(jobId);
    }

    /** Tells the server of sheets printed ahead, so that it does not print them as well. */
    public void reportSheets(OperatorId operator) {
        if (lock.commit(_ -> acts.reportSheets(operator))) {
            tell(StoreEvent.JOURNAL);
        }
    }

    /** All attempts for this parcel, oldest first. */
    public List<PrintRow> prints(ParcelId parcelId) {
        return prints.of(parcelId, jobs.containsKey(parcelId));
    }

    /** Attempts that a crash cut off. */
    public List<PrintRow> openPrints() {
        return prints.open();
    }

    public long freeBytes() {
        return file.freeBytes();
    }

    public Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        sweeper.close();
        lock.end(file);
    }

    private void tell(StoreEvent event) {
        listeners.forEach(listener -> listener.accept(event));
    }
}
