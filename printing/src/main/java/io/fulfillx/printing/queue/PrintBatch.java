package io.fulfillx.printing.queue;

import io.fulfillx.printing.queue.BatchProgress.Phase;
import io.fulfillx.printing.queue.BatchProgress.Share;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The labels of a wave, printed in pick order on one or several printers.
 *
 * <p>Each printer gets one unbroken run of the pick order: with two printers the first half lies on
 * one stack and the second half on the other, each in order, and a picker works off one stack after
 * the other. Dealing labels out in turn would leave no stack that follows the walk.
 *
 * <p>Only a few labels at a time are with a printer, so a pause takes effect at once and a batch
 * leaves room for single labels. A printer that stops keeps its place: it goes on at the exact
 * label by itself when it can, or its rest is moved to another.
 */
public final class PrintBatch implements AutoCloseable {
    /** More than are ever in flight, so that a printer never waits for the batch. */
    private static final int AHEAD = 12;

    private final PrintDesk desk;
    private final Consumer<BatchProgress> listener;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final List<BatchLabel> labels = new ArrayList<>();
    private final Map<UUID, BatchLabel> byJob = new LinkedHashMap<>();
    private final List<URI> printers;
    private final Runnable stopListening;
    private boolean paused = true;

    /**
     * A batch that waits for {@link #start}.
     *
     * @param printers addresses at the desk, at least one
     * @param listener called after every change, on a printer's thread
     */
    public PrintBatch(
            PrintDesk desk,
            List<PrintJob> inPickOrder,
            List<URI> printers,
            Consumer<BatchProgress> listener) {
        if (printers.isEmpty()) {
            throw new IllegalArgumentException("a batch needs a printer");
        }
        printers.forEach(desk::worker);
        this.desk = desk;
        this.printers = List.copyOf(printers);
        this.listener = listener;
        for (int i = 0; i < inPickOrder.size(); i++) {
            int share = (int) ((long) i * printers.size() / inPickOrder.size());
            BatchLabel label = new BatchLabel(inPickOrder.get(i), printers.get(share));
            labels.add(label);
            byJob.put(label.job().jobId(), label);
        }
        this.stopListening = desk.listen(this::hear);
    }

    /** Begins, or goes on after a {@link #pause}, at the label where it stopped. */
    public void start() {
        change(
                () -> {
                    paused = false;
                    feed();
                });
    }

    /** Takes back every label that has not begun to leave. */
    public void pause() {
        change(
                () -> {
                    paused = true;
                    labels.forEach(this::callBack);
                });
    }

    private void callBack(BatchLabel label) {
        if (label.submitted() && desk.take(label.job().jobId()).isPresent()) {
            label.waitAgain();
        }
    }

    /** Gives what is left of one printer's share to another printer, in order. */
    public void move(URI from, URI to) {
        desk.worker(to);
        change(
                () -> {
                    for (BatchLabel label : labels) {
                        if (label.printer().equals(from)) {
                            callBack(label);
                            label.moveIfWaiting(to);
                        }
                    }
                    feed();
                });
    }

    /** Prints again what certainly did not come out, in pick order. */
    public void retry() {
        change(
                () -> {
                    labels.forEach(BatchLabel::retryIfNotPrinted);
                    feed();
                });
    }

    /** Calls back everything that has not begun to leave, for good. */
    public void cancel() {
        pause();
        change(() -> labels.forEach(label -> label.cancelIfWaiting(desk.now())));
    }

    /**
     * Takes one label out of the batch because it is printed elsewhere.
     *
     * @return false when it has begun to leave and has no end yet: it will come out here
     */
    public boolean withdraw(UUID jobId) {
        boolean[] out = {true};
        change(
                () -> {
                    BatchLabel label = byJob.get(jobId);
                    if (label != null) {
                        callBack(label);
                        label.cancelIfWaiting(desk.now());
                        out[0] = label.result() != null;
                    }
                });
        return out[0];
    }

    /**
     * Prints one label of the batch once more, as its next copy.
     *
     * @return empty when the label is not of this batch or has not ended
     */
    public Optional<PrintJob> reprint(UUID jobId) {
        lock.lock();
        try {
            BatchLabel label = byJob.get(jobId);
            if (label == null || label.result() == null) {
                return Optional.empty();
            }
            Optional<PrintJob> copy = desk.reprint(jobId);
            copy.ifPresent(
                    job -> {
                        label.replaceBy(job);
                        byJob.put(job.jobId(), label);
                    });
            return copy;
        } finally {
            lock.unlock();
        }
    }

    private void hear(PrintResult result) {
        if (byJobContains(result.job().jobId())) {
            change(
                    () -> {
                        BatchLabel label = byJob.get(result.job().jobId());
                        if (label != null) {
                            label.end(result);
                        }
                        feed();
                    });
        }
    }

    private boolean byJobContains(UUID jobId) {
        lock.lock();
        try {
            return byJob.containsKey(jobId);
        } finally {
            lock.unlock();
        }
    }

    private void change(Runnable action) {
        lock.lock();
        try {
            action.run();
            if (progress().waiting() == 0) {
                ended.signalAll();
            }
        } finally {
            lock.unlock();
        }
        listener.accept(progress());
    }

    /** Keeps every printer supplied; under the lock. */
    private void feed() {
        if (paused) {
            return;
        }
        for (URI printer : printers) {
            long busy = labels.stream().filter(label -> label.isWith(printer)).count();
            List<BatchLabel> next =
                    labels.stream()
                            .filter(label -> label.waitsFor(printer))
                            .limit(Math.max(0, AHEAD - busy))
                            .toList();
            next.forEach(BatchLabel::submit);
            desk.submit(printer, next.stream().map(BatchLabel::job).toList());
        }
    }

    /** A picture of now. */
    public BatchProgress progress() {
        lock.lock();
        try {
            BatchAccount account = account();
            int waiting = (int) labels.stream().filter(label -> label.result() == null).count();
            Phase phase = waiting == 0 ? Phase.ENDED : paused ? Phase.PAUSED : Phase.RUNNING;
            return new BatchProgress(
                    phase,
                    labels.size(),
                    account.printed().size(),
                    account.reprinted().size(),
                    account.notPrinted().size(),
                    account.unknown().size(),
                    waiting,
                    printers.stream().map(this::share).toList());
        } finally {
            lock.unlock();
        }
    }

    private Share share(URI printer) {
        List<BatchLabel> own =
                labels.stream().filter(label -> label.printer().equals(printer)).toList();
        int waiting = (int) own.stream().filter(label -> label.result() == null).count();
        PrintWorker worker = desk.worker(printer);
        return new Share(worker.printer(), own.size(), waiting, worker.state());
    }

    /** What has become of the labels; final once the phase is {@link Phase#ENDED}. */
    public BatchAccount account() {
        lock.lock();
        try {
            return BatchLabel.account(labels);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until every label has an end.
     *
     * @return false when the time was over before
     */
    public boolean await(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (progress().waiting() > 0 && left > 0) {
                left = ended.awaitNanos(left);
            }
            return progress().waiting() == 0;
        } finally {
            lock.unlock();
        }
    }

    /** Loses sight of its labels; they come out all the same, but nothing more is sent. */
    @Override
    public void close() {
        stopListening.run();
    }
}
