package io.fulfillx.printing.virtual;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.preview.Firmware;
import io.fulfillx.printing.preview.PrinterBody;
import io.fulfillx.printing.preview.ReceivedLabel;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * A thermal printer made of software, with the manners and the faults of a real one: it serves one
 * host at a time, answers questions in the middle of anything, keeps labels while paper is out, and
 * executes every command it is sent. Its methods are the hands of somebody standing beside it, and
 * may be called from any thread.
 */
public final class VirtualPrinter implements AutoCloseable {
    private final VirtualPrinterSetup setup;
    private final Wire wire;
    private final PrintEngine engine;
    private final Voice voice;
    private final WireReader reader;
    private volatile boolean closed;

    VirtualPrinter(VirtualPrinterSetup setup, Wire wire, LabelSink sink) {
        FaultSchedule faults = new FaultSchedule(setup.faults(), this::strike);
        Controls controls = new Controls(faults);
        this.setup = setup;
        this.wire = wire;
        this.engine = new PrintEngine(setup, sink, controls);
        this.voice = new Voice(setup, wire, engine);
        Firmware firmware = Firmware.of(setup.language(), setup.canvas(), controls);
        this.reader = new WireReader(setup, wire, engine, firmware, faults);
        controls.firmware = firmware;
        engine.start();
        reader.start();
    }

    /** A printer of this language, to be set up and switched on. */
    public static VirtualPrinterSetup of(LabelLanguage language) {
        return new VirtualPrinterSetup(language);
    }

    /** A ZPL printer on this loopback port; 0 takes any free one. */
    public static VirtualPrinter onTcp(int port, LabelSink sink) throws IOException {
        return of(LabelLanguage.ZPL).onTcp(port, sink);
    }

    /** A ZPL printer at a pseudo-terminal that the link leads to, also after a pulled plug. */
    public static VirtualPrinter onPty(Path link, LabelSink sink) throws IOException {
        return of(LabelLanguage.ZPL).onPty(link, sink);
    }

    public LabelLanguage language() {
        return setup.language();
    }

    /** The address to print to. */
    public URI uri() {
        return wire.uri();
    }

    /** The device behind the address: the same for TCP, the terminal itself for a link. */
    public URI device() {
        return wire.device();
    }

    /** A label that was on the head is spoiled; see {@link #labelsSpoiled}. */
    public void paperOut(boolean out) {
        set(PrinterCondition.PAPER_OUT, out);
    }

    /** A label that was on the head is spoiled; see {@link #labelsSpoiled}. */
    public void headOpen(boolean open) {
        set(PrinterCondition.HEAD_OPEN, open);
    }

    /** The label on the head is finished first. */
    public void pause(boolean paused) {
        set(PrinterCondition.PAUSED, paused);
    }

    /** Makes any condition hold or end, such as a missing ribbon or a hot head. */
    public void set(PrinterCondition condition, boolean present) {
        engine.set(condition, present);
        voice.noticed();
    }

    /** While stalled it reads nothing, and so answers nothing. */
    public void stall(boolean now) {
        reader.stall(now);
    }

    /** While mute it prints but never answers, like a printer on a one-way cable. */
    public void mute(boolean now) {
        voice.mute(now);
    }

    /** Whether it has a label counter; at first it has. */
    public void countsLabels(boolean counts) {
        setup.countsLabels(counts);
        voice.reset();
    }

    /** Cuts the connection of the present host. */
    public void dropConnection() {
        reader.drop();
    }

    /** Cuts the connection once, after that many more bytes of label data. */
    public void cutAfter(int bytes) {
        reader.cutAfter(bytes);
    }

    /** Forgets everything not yet printed, keeps its counter, and cuts the connection. */
    public void powerCycle() {
        reset();
        reader.drop();
    }

    /** Switches it off, as {@link #powerCycle} but out of reach, or on again. */
    public void power(boolean on) {
        if (on) {
            switchOn();
        } else {
            reader.off(true);
            powerCycle();
            wire.unplug();
        }
    }

    private void switchOn() {
        if (!closed) {
            try {
                wire.plugIn();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            reader.off(false);
        }
    }

    /** Forgets everything not yet printed, stored pictures too, but stays connected. */
    public void reset() {
        reader.reset();
        engine.powerLost();
        voice.reset();
    }

    /** Prints so many labels a second instead of inches; infinitely many by infinity. */
    public void labelsPerSecond(double speed) {
        engine.secondsPerLabel(1 / speed);
    }

    /** Labels that have come out since it was made, each copy counted. */
    public long labelsPrinted() {
        return engine.reading(false).printed();
    }

    /** Labels that paper, pressure or power left half printed. */
    public long labelsSpoiled() {
        return engine.spoiled();
    }

    /** Makes a fault strike now, and end by itself after a while if it lasts; see the kinds. */
    public void strike(FaultKind kind, Duration lasting) {
        if (hand(kind, true) && !lasting.isNegative()) {
            Thread.ofVirtual().start(() -> endAfter(kind, lasting));
        }
    }

    private void endAfter(FaultKind kind, Duration lasting) {
        try {
            Thread.sleep(lasting);
            hand(kind, false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a fault that lasts. */
    public void end(FaultKind kind) {
        hand(kind, false);
    }

    /** Whether it is a fault that lasts. */
    private boolean hand(FaultKind kind, boolean begins) {
        kind.condition().ifPresent(condition -> set(condition, begins));
        switch (kind) {
            case STALL -> reader.stall(begins);
            case SLOW -> reader.slow(begins);
            case MUTE -> voice.mute(begins);
            case POWER -> power(!begins);
            case GARBAGE, DROP, RESET -> {
                if (begins) {
                    once(kind);
                }
                return false;
            }
            default -> {
                // A condition, set above.
            }
        }
        return true;
    }

    private void once(FaultKind kind) {
        switch (kind) {
            case GARBAGE -> voice.noise();
            case DROP -> reader.drop();
            default -> reset();
        }
    }

    /** What firmware and engine ask of the rest of the printer. */
    private final class Controls implements PrinterBody, PrintEngine.Listener {
        private final FaultSchedule faults;
        private @Nullable Firmware firmware;

        Controls(FaultSchedule faults) {
            this.faults = faults;
        }

        @Override
        public void print(ReceivedLabel label) {
            engine.print(label);
        }

        @Override
        public void announce(byte[] reply) {
            engine.announce(reply);
        }

        @Override
        public void command(String text) {
            Firmware asked = Objects.requireNonNull(firmware);
            switch (text) {
                case "~JA", "~JR" -> {
                    engine.clear();
                    asked.cancel();
                }
                case "ESC!.", "ESC!R", "DLE DC4 8" -> engine.clear();
                case "^@" -> {
                    engine.clear();
                    voice.reset();
                }
                case "~PP", "ESC!P" -> pause(true);
                case "~PS", "ESC!O" -> pause(false);
                case "^JZN", "SET REPRINT OFF" -> engine.reprints(false);
                case "^JZY", "SET REPRINT ON" -> engine.reprints(true);
                default -> voice.answer(text, asked.receiving());
            }
        }

        @Override
        public void begins(long number) {
            faults.labelBegins(number);
        }

        @Override
        public void out(long number) {
            voice.noticed();
            faults.labelOut(number);
        }

        @Override
        public void say(byte[] reply) {
            voice.say(reply);
        }
    }

    /** Stops after the label on the head; what waits behind it is lost, as in a power cut. */
    @Override
    public void close() {
        closed = true;
        reader.close();
        engine.close();
    }
}
