package io.fulfillx.device.transport;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.print.Doc;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.PrintServiceLookup;
import javax.print.SimpleDoc;

/** The queues of Windows, by Java's own printing; raw bytes pass its drivers untouched. */
final class WindowsSpooler implements Spooler {
    @Override
    public List<String> queues(Duration deadline) throws TransportException {
        return inTime(
                () -> Arrays.stream(services()).map(PrintService::getName).toList(), deadline, 0);
    }

    @Override
    public void print(String queue, byte[] job, Duration deadline) throws TransportException {
        boolean taken = inTime(() -> handOver(queue, job), deadline, job.length);
        if (!taken) {
            throw new TransportException("there is no queue of this name", 0);
        }
    }

    private static PrintService[] services() {
        return PrintServiceLookup.lookupPrintServices(null, null);
    }

    private static boolean handOver(String queue, byte[] job) throws PrintException {
        for (PrintService service : services()) {
            if (service.getName().equals(queue)) {
                Doc doc = new SimpleDoc(job, DocFlavor.BYTE_ARRAY.AUTOSENSE, null);
                service.createPrintJob().print(doc, null);
                return true;
            }
        }
        return false;
    }

    /** The system's calls have no deadline, so a thread of its own makes them. */
    private static <T> T inTime(Callable<T> call, Duration deadline, int bytes)
            throws TransportException {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofPlatform().daemon().name("spooler").start(task);
        try {
            return task.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new TransportException("the spooler refused: " + e.getCause(), 0, e);
        } catch (TimeoutException e) {
            throw new TransportException("the spooler does not answer", bytes, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("interrupted", bytes, e);
        }
    }
}
