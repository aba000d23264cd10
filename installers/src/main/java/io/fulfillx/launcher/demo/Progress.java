package io.fulfillx.launcher.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Tells the person at the terminal what happens, with the seconds since the start. */
public final class Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String what) {
        out.println(String.format(Locale.ROOT, "[%6.1f s] %s", seconds(), what));
        out.flush();
    }

    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
