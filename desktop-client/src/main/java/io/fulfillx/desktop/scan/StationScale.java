package io.fulfillx.desktop.scan;

import io.fulfillx.device.transport.LocalDevices;
import io.fulfillx.scanner.SourceState;
import io.fulfillx.scanner.catalog.ScaleCatalog;
import io.fulfillx.scanner.scale.Scale;
import io.fulfillx.scanner.scale.ScaleReading;

import java.net.URI;
import java.util.Locale;

/** The scale of this station, read all the time. */
public final class StationScale implements AutoCloseable {
    private final Scale scale;
    private final Listener listener;
    private final Runnable changed;
    private volatile String word = "missing";

    /** Gets every reading, on the scale's thread. */
    public interface Listener {
        /**
         * @param nanoTime when it was read, by System.nanoTime
         */
        void read(ScaleReading reading, long nanoTime);
    }

    /**
     * @param changed called on the scale's thread when its state is another one
     */
    public StationScale(URI address, LocalDevices devices, Listener listener, Runnable changed) {
        this.scale = ScaleCatalog.open(address, address.toString(), devices);
        this.listener = listener;
        this.changed = changed;
    }

    /** Begins to read. Call it once. */
    public void start() {
        scale.start(this::read);
    }

    private void read(ScaleReading reading) {
        String now = word(reading);
        if (!now.equals(word)) {
            word = now;
            changed.run();
        }
        listener.read(reading, System.nanoTime());
    }

    private static String word(ScaleReading reading) {
        return switch (reading) {
            case ScaleReading.Stable _,
                    ScaleReading.Moving _,
                    ScaleReading.BelowZero _,
                    ScaleReading.NotReady _ ->
                    "ready";
            case ScaleReading.Overload _ -> "overload";
            case ScaleReading.NeedsZero _ -> "needs-zero";
            case ScaleReading.Fault _ -> "fault";
            case ScaleReading.Stale(var reason) ->
                    reason == ScaleReading.Reason.GONE
                            ? "missing"
                            : reason.name().toLowerCase(Locale.ROOT);
        };
    }

    public String name() {
        return scale.name();
    }

    /** One word for the status bar: ready, overload, needs-zero, fault, missing, silent, frozen. */
    public String state() {
        return scale.state() == SourceState.CONNECTED ? word : "missing";
    }

    public boolean works() {
        return state().equals("ready") || state().equals("overload");
    }

    @Override
    public void close() {
        scale.close();
    }
}
