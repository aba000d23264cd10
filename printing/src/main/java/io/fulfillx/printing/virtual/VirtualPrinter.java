package io.fulfillx.printing.virtual;

import io.fulfillx.printing.virtual.PrintEngine.Fault;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A thermal ZPL printer made of software, with the manners and the faults of a real one: it serves
 * one host at a time, answers questions in the middle of anything, keeps labels while paper is out,
 * and executes every command it is sent. Its methods are the hands of somebody standing beside it.
 */
public final class VirtualPrinter implements AutoCloseable {
    private static final long STALL_CHECK_MILLIS = 5;

    private final Wire wire;
    private final PrintEngine engine;
    private final Firmware firmware;
    private final StatusReplies replies = new StatusReplies();
    private final AtomicInteger cutAfter = new AtomicInteger();
    private final Thread thread;
    private volatile boolean stalled;
    private volatile boolean mute;
    private volatile boolean powerLost;
    private volatile boolean closed;

    private VirtualPrinter(Wire wire, LabelSink sink) {
        this.wire = wire;
        this.engine = new PrintEngine(sink);
        this.firmware = new Firmware(new Controls());
        this.thread = Thread.ofPlatform().daemon().name("virtual-printer").start(this::serve);
    }

    /** Listens on this loopback port; 0 takes any free one. */
    public static VirtualPrinter onTcp(int port, LabelSink sink) throws IOException {
        return new VirtualPrinter(new TcpWire(port), sink);
    }

    /** Opens a pseudo-terminal and makes the link lead to it, also after a pulled plug. */
    public static VirtualPrinter onPty(Path link, LabelSink sink) throws IOException {
        return new VirtualPrinter(new TerminalWire(link), sink);
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
        engine.set(Fault.PAPER_OUT, out);
    }

    public void headOpen(boolean open) {
        engine.set(Fault.HEAD_OPEN, open);
    }

    public void pause(boolean paused) {
        engine.set(Fault.PAUSED, paused);
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
        replies.countsLabels(counts);
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
        engine.labelsPerSecond(speed);
    }

    /** Labels that have come out since it was made, each copy counted. */
    public long labelsPrinted() {
        return engine.reading().printed();
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
        while (stalled && !closed) {
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

    private final class Controls implements Firmware.Machine {
        @Override
        public void print(Firmware.Format format) {
            engine.print(format);
        }

        @Override
        public void command(String text) {
            switch (text) {
                case "~JA", "~JR" -> {
                    engine.clear();
                    firmware.cancelFormat();
                }
                case "~PP" -> pause(true);
                case "~PS" -> pause(false);
                default -> answer(replies.to(text, engine.reading(), firmware.receiving()));
            }
        }

        private void answer(String reply) {
            if (reply.isEmpty() || mute) {
                return;
            }
            try {
                wire.write(reply.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                wire.drop();
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
