package io.fulfillx.printing.virtual;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;

/** Everything the printer sends to its host, one thing at a time. For several threads. */
final class Voice {
    private static final int NOISE_BYTES = 40;

    private final VirtualPrinterSetup setup;
    private final Wire wire;
    private final PrintEngine engine;
    private final ReentrantLock lock = new ReentrantLock();
    private final Random noise = new Random(1);
    private Answers answers;
    private PrintEngine.Reading told;
    private volatile boolean mute;

    Voice(VirtualPrinterSetup setup, Wire wire, PrintEngine engine) {
        this.setup = setup;
        this.wire = wire;
        this.engine = engine;
        this.answers = Answers.of(setup);
        this.told = engine.reading(false);
    }

    void mute(boolean now) {
        mute = now;
    }

    /** Starts anew, with what the setup says now. */
    void reset() {
        lock.lock();
        try {
            answers = Answers.of(setup);
        } finally {
            lock.unlock();
        }
    }

    /** Answers what is a question. */
    void answer(String text, boolean receiving) {
        lock.lock();
        try {
            say(answers.to(text, engine.reading(receiving)));
        } finally {
            lock.unlock();
        }
    }

    /** Tells the host what it wants to be told unasked. */
    void noticed() {
        lock.lock();
        try {
            PrintEngine.Reading now = engine.reading(false);
            byte[] unasked = answers.changed(told, now);
            told = now;
            say(unasked);
        } finally {
            lock.unlock();
        }
    }

    void noise() {
        byte[] bytes = new byte[NOISE_BYTES];
        noise.nextBytes(bytes);
        say(bytes);
    }

    void say(byte[] reply) {
        if (reply.length == 0 || mute) {
            return;
        }
        lock.lock();
        try {
            wire.write(reply);
        } catch (IOException e) {
            wire.drop();
        } finally {
            lock.unlock();
        }
    }
}
