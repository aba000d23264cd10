package io.fulfillx.desktop.bench;

import io.fulfillx.desktop.config.StationConfig;
import io.fulfillx.desktop.pack.PackSession;
import io.fulfillx.desktop.pack.PackStep;
import io.fulfillx.desktop.pick.PickSession;
import io.fulfillx.desktop.queue.WorkQueue;
import io.fulfillx.desktop.session.Operators;
import io.fulfillx.desktop.status.StationStatus;
import io.fulfillx.desktop.sync.EnrolOutcome;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.OperatorCard;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A whole packing station without its window: store, sync, printers, scanners and sessions. The
 * window asks it for everything; so do the robot and the tests.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Bench implements AutoCloseable {
    /**
     * Opens the store and starts sync, printers and serial scanners.
     *
     * @throws io.fulfillx.desktop.store.StoreException when the home folder cannot be used
     */
    public static Bench open(StationConfig config) {
        throw new UnsupportedOperationException(config.toString());
    }

    public StationConfig config() {
        throw new UnsupportedOperationException();
    }

    /** Writes the new settings; devices and server are connected anew at once. */
    public void reconfigure(StationConfig changed) {
        throw new UnsupportedOperationException(changed.toString());
    }

    public boolean enrolled() {
        throw new UnsupportedOperationException();
    }

    /** Asks the configured server to accept this station with a manager's one-time code. */
    public EnrolOutcome enrol(String code) {
        throw new UnsupportedOperationException(code);
    }

    public Operators operators() {
        throw new UnsupportedOperationException();
    }

    public void signedIn(OperatorCard operator) {
        throw new UnsupportedOperationException(operator.toString());
    }

    public void signOut() {
        throw new UnsupportedOperationException();
    }

    public Optional<OperatorCard> operator() {
        throw new UnsupportedOperationException();
    }

    public WorkQueue queue() {
        throw new UnsupportedOperationException();
    }

    /** The round that was open when the program ended, when there is one, else a new one. */
    public Optional<PickSession> pick(OperatorId operator) {
        throw new UnsupportedOperationException(operator.toString());
    }

    /** A new round with exactly these parcels. */
    public PickSession pick(OperatorId operator, List<ParcelId> parcels) {
        throw new UnsupportedOperationException(operator + " " + parcels);
    }

    /**
     * @param later gets the steps that come without a scan (the printer's answer), on a background
     *     thread
     */
    public PackSession pack(OperatorId operator, Consumer<PackStep> later) {
        throw new UnsupportedOperationException(operator.toString());
    }

    public StationStatus status() {
        throw new UnsupportedOperationException();
    }

    /** Where scans go, one at a time; the newest consumer gets all. Called on one thread. */
    public void onScan(Consumer<String> consumer) {
        throw new UnsupportedOperationException();
    }

    /** A scan that the keyboard wedge decoded. Never lost, kept in order with the others. */
    public void wedgeScanned(String text) {
        throw new UnsupportedOperationException(text);
    }

    /** Called after the feed changed jobs, on a background thread: draw the queue again. */
    public void onJobsChanged(Runnable listener) {
        throw new UnsupportedOperationException();
    }

    /** Prints a test label on the first printer; the outcome key goes to the listener. */
    public void testPrint(Consumer<String> outcome) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
