package io.fulfillx.launcher.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The programs this process started. They end with it, the last one first: on close, on Ctrl-C and
 * on a failure.
 */
public final class Children implements AutoCloseable {
    private final Installation installation;
    private final Path logs;
    private final Deque<Child> running = new ArrayDeque<>();
    private final Thread hook = Thread.ofPlatform().name("end-children").unstarted(this::endAll);
    private boolean closed;

    public Children(Installation installation, Path logs) {
        this.installation = installation;
        this.logs = logs;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * @throws ProgramFailed when the program cannot be started at all
     */
    public synchronized Child start(JavaProgram program) {
        if (closed) {
            throw new ProgramFailed("no " + program.name() + " any more: everything is ending");
        }
        try {
            Child child = Child.start(installation, program, logs);
            running.push(child);
            return child;
        } catch (IOException e) {
            throw new ProgramFailed(program.name() + " cannot be started: " + e.getMessage(), e);
        }
    }

    private synchronized void endAll() {
        closed = true;
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    @Override
    public void close() {
        endAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is going down, and the hook is what called this or waits for it.
        }
    }
}
