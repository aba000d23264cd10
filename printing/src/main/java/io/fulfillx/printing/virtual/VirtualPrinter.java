package io.fulfillx.printing.virtual;

import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.preview.Firmware;
import io.fulfillx.printing.preview.PrinterBody;
import io.fulfillx.printing.preview.ReceivedLabel;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A thermal ZPL printer made of software, with the manners and the faults of a real one: it serves
 * one host at a time, answers questions in the middle of anything, keeps labels while paper is out,
 * and executes every command it is sent. Its methods are the hands of somebody standing beside it.
 */
public final class VirtualPrinter implements AutoCloseable {
    private static final long STALL_CHECK_MILLIS = 5;

    private final VirtualPrinterSetup setup;
    private final Wire wire;
    private final PrintEngine engine;
    private final Firmware firmware;
    private final ReentrantLock mouth = new ReentrantLock();
    private final AtomicInteger cutAfter = new AtomicInteger();
    private final Thread thread;
    private Answers answers;
    private PrintEngine.Reading told;
    private volatile boolean stalled;
    private volatile boolean mute;
    private volatile boolean powerLost;
    private volatile boolean closed;

    VirtualPrinter(VirtualPrinterSetup setup, Wire wire, LabelSink sink) {
        this.setup = setup;
        this.wire = wire;
        this.engine = new PrintEngine(setup, sink, new Head());
        this.answers = Answers.of(setup.language(), setup.countsLabels());
        this.told = engine.reading(false);
        this.firmware = Firmware.of(setup.language(), setup.canvas(), new Controls());
        this.thread = Thread.ofPlatform().daemon().name("virtual-printer").unstarted(this::serve);
        engine.start();
        thread.start();
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

    /** The address to print to. */
    public URI uri() {
        return wire.uri();
    }

    /** The device behind the address: the same for TCP, the terminal itself for a link. */
    public URI device() {
        return wire.device();
    }

    public void paperOut(boolean out) {
        set(PrinterCondition.PAPER_OUT, out);
    }

    public void headOpen(boolean open) {
        set(PrinterCondition.HEAD_OPEN, open);
    }

    public void pause(boolean paused) {
        set(PrinterCondition.PAUSED, paused);
    }

    /** Makes any condition hold or end, such as a missing ribbon or a hot head. */
    public void set(PrinterCondition condition, boolean present) {
        engine.set(condition, present);
        noticed();
    }

    /** While stalled it reads nothing, and so answers nothing. */
    public void stall(boolean now) {
        stalled = now;
    }

    /** While mute it prints but never answers, like a printer on a one-way cable. */
    public void mute(boolean now) {
        mute = now;
    }

    /** Whether it has the label counter that newer firmware has; at first it has. */
    public void countsLabels(boolean counts) {
        mouth.lock();
        try {
            answers = Answers.of(setup.language(), counts);
        } finally {
            mouth.unlock();
        }
    }

    /** Cuts the connection of the present host. */
    public void dropConnection() {
        wire.drop();
    }

    /** Cuts the connection once, after that many more bytes of label data. */
    public void cutAfter(int bytes) {
        cutAfter.set(bytes);
    }

    /** Forgets everything not yet printed, keeps its counter, and cuts the connection. */
    public void powerCycle() {
        engine.clear();
        powerLost = true;
        wire.drop();
    }

    public void labelsPerSecond(double speed) {
        engine.secondsPerLabel(1 / speed);
    }

    /** Labels that have come out since it was made, each copy counted. */
    public long labelsPrinted() {
        return engine.reading(false).printed();
    }

    /** Labels that paper or pressure left half printed. */
    public long labelsSpoiled() {
        return engine.spoiled();
    }

    public LabelLanguage language() {
        return setup.language();
    }

    private void serve() {
        while (!closed) {
            try {
                waitWhileStalled();
                byte[] chunk = wire.read();
                waitWhileStalled();
                feed(chunk);
            } catch (IOException e) {
                firmware.hangUp();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void waitWhileStalled() throws InterruptedException {
        while ((stalled || engine.waitingBytes() >= setup.bufferBytes()) && !closed) {
            Thread.sleep(STALL_CHECK_MILLIS);
        }
    }

    private void feed(byte[] chunk) {
        if (powerLost) {
            powerLost = false;
            firmware.reset();
        }
        for (byte next : chunk) {
            firmware.receive(next);
            if (cutAfter.get() > 0 && firmware.receiving() && cutAfter.decrementAndGet() == 0) {
                wire.drop();
                return;
            }
        }
    }

    /** Tells the host what it wants to be told unasked. */
    private void noticed() {
        mouth.lock();
        try {
            PrintEngine.Reading now = engine.reading(false);
            byte[] unasked = answers.changed(told, now);
            told = now;
            say(unasked);
        } finally {
            mouth.unlock();
        }
    }

    private void say(byte[] reply) {
        if (reply.length == 0 || mute) {
            return;
        }
        mouth.lock();
        try {
            wire.write(reply);
        } catch (IOException e) {
            wire.drop();
        } finally {
            mouth.unlock();
        }
    }

    private final class Head implements PrintEngine.Listener {
        @Override
        public void begins(long number) {
            // Faults at a label come here.
        }

        @Override
        public void out(long number) {
            noticed();
        }

        @Override
        public void say(byte[] reply) {
            VirtualPrinter.this.say(reply);
        }
    }

    private final class Controls implements PrinterBody {
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
            switch (text) {
                case "~JA", "~JR" -> {
                    engine.clear();
                    firmware.cancel();
                }
                case "ESC!.", "ESC!R", "^@", "DLE DC4 8" -> engine.clear();
                case "~PP", "ESC!P" -> pause(true);
                case "~PS", "ESC!O" -> pause(false);
                default -> {
                    // A question, if anything.
                }
            }
            answer(text);
        }

        private void answer(String text) {
            PrintEngine.Reading now = engine.reading(firmware.receiving());
            boolean stopped = now.conditions().stream().anyMatch(PrinterCondition::stops);
            mouth.lock();
            try {
                byte[] reply = answers.to(text, now);
                if (!stopped || setup.answersWhileStopped()) {
                    say(reply);
                }
            } finally {
                mouth.unlock();
            }
        }
    }

    /** Stops after the label on the head; what waits behind it is lost, as in a power cut. */
    @Override
    public void close() {
        closed = true;
        wire.close();
        engine.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
