package io.fulfillx.printing.queue;

import io.fulfillx.model.label.LabelDocument;
import io.fulfillx.printing.document.PressResult;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** Makes the bytes of the next few jobs while the printer is still busy with those before. */
final class Magazine {
    /** A little more than a window. */
    private static final int AHEAD = 6;

    private final Function<LabelDocument, PressResult> press;
    private final Map<UUID, FutureTask<PressResult>> ready = new HashMap<>();

    Magazine(Function<LabelDocument, PressResult> press) {
        this.press = press;
    }

    /** Begins with the jobs that come next; forgets those that come no more. */
    void prepare(JobQueue queue) {
        List<PrintJob> next = queue.next(AHEAD);
        ready.keySet().retainAll(next.stream().map(PrintJob::jobId).toList());
        for (PrintJob job : next) {
            ready.computeIfAbsent(job.jobId(), _ -> begin(job));
        }
    }

    private FutureTask<PressResult> begin(PrintJob job) {
        FutureTask<PressResult> task = new FutureTask<>(() -> press.apply(job.document()));
        Thread.ofVirtual().name("press").start(task);
        return task;
    }

    /** Takes it out. */
    PressResult press(PrintJob job) throws InterruptedException {
        PressResult result = look(job);
        ready.remove(job.jobId());
        return result;
    }

    /** Waits until it is made, and leaves it here. */
    PressResult look(PrintJob job) throws InterruptedException {
        FutureTask<PressResult> task = ready.computeIfAbsent(job.jobId(), _ -> begin(job));
        try {
            return task.get();
        } catch (ExecutionException e) {
            return new PressResult.Refused("the label cannot be prepared: " + e.getCause());
        }
    }
}
