package io.fulfillx.printing.queue;

import io.fulfillx.device.transport.PortReading;
import io.fulfillx.device.transport.PortStatus;
import io.fulfillx.device.transport.Transport;
import io.fulfillx.device.transport.TransportException;
import io.fulfillx.device.transport.Transports;
import io.fulfillx.printing.discovery.PortCondition;
import io.fulfillx.printing.language.LabelLanguage;
import io.fulfillx.printing.language.LabelWord;
import io.fulfillx.printing.language.StatusDialect;
import io.fulfillx.printing.language.StatusReading;
import io.fulfillx.printing.profile.Printer;
import io.fulfillx.printing.profile.PrinterProfile.Quirk;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The worker's connection to its printer: opened when needed, and able to ask how it is without
 * waiting for the answer. Answers come in the order of the questions.
 */
final class PrinterLink implements AutoCloseable {
    /** An announcement whose first part has come with an earlier answer is no longer than that. */
    private static final int TAIL = 64;

    /** So many answers without a count, and none with one, mean a printer that keeps none. */
    private static final int HALVES = 3;

    private final URI address;
    private final Set<Quirk> quirks;
    private final StatusDialect dialect;
    private final Manners manners;
    private final PrintTimings timings;

    private final LinePace pace;

    /**
     * A question without an answer.
     *
     * @param mark what had left when it was asked
     * @param arrives when it reaches the printer, behind everything written before it
     */
    private record Question(long mark, long arrives) {}

    private final Deque<Question> questions = new ArrayDeque<>();

    private volatile @Nullable Transport transport;
    private byte[] received = new byte[0];
    private int heard;
    private boolean everAnswered;
    private boolean keepsNoCount;

    /** Whether this printer has told a count, or that it keeps none, ever. */
    private boolean counted;

    /** Answers in a row without a count. */
    private int halves;

    /** The token by which the printer tells that it has come to this place; empty before it. */
    private String barrier = "";

    private boolean passed;

    PrinterLink(Printer printer, PrintTimings timings) {
        this.address = printer.address();
        this.quirks = printer.profile().quirks();
        this.dialect = printer.profile().language().dialect();
        this.keepsNoCount = quirks.contains(Quirk.NO_LABEL_COUNT);
        this.manners =
                new Manners(
                        dialect.showsWork(),
                        printer.profile().language() == LabelLanguage.ZPL,
                        dialect.acknowledges() && !quirks.contains(Quirk.NO_ANNOUNCEMENT),
                        dialect.countRestarts());
        this.timings = timings;
        this.pace = LinePace.of(address);
    }

    /** Connects unless it is connected. */
    private Transport open() throws TransportException {
        Transport present = transport;
        if (present == null) {
            present = Transports.open(address, timings.connect());
            questions.clear();
            received = new byte[0];
            heard = 0;
            halves = counted ? 0 : halves;
            keepsNoCount = quirks.contains(Quirk.NO_LABEL_COUNT) || keepsNoCount && !counted;
            raiseBarrier();
            transport = present;
        }
        return present;
    }

    /** Whether it is of any use to ask. */
    boolean answers() throws TransportException {
        return !quirks.contains(Quirk.ONE_WAY) && open().answers();
    }

    /** Whether the printer does not notice that a host has gone, and waits on for its rest. */
    boolean remembers() {
        return !"tcp".equals(address.getScheme());
    }

    /** Whether what is written here is on paper, or what stands for it, at once. */
    boolean isFile() {
        return "file".equals(address.getScheme());
    }

    /** Whether this printer has answered a question since the worker was made. */
    boolean everAnswered() {
        return everAnswered;
    }

    boolean announces() {
        return dialect.announces() && !quirks.contains(Quirk.NO_ANNOUNCEMENT);
    }

    Manners manners() {
        return manners;
    }

    /** The label as it is to leave: with the wish to be announced, where that is understood. */
    byte[] announced(byte[] label, String token) {
        return announces() ? dialect.announced(label, token) : label;
    }

    void write(byte[] bytes) throws TransportException {
        int slowLineMillis = remembers() ? bytes.length : 0;
        write(bytes, timings.write().plusMillis(slowLineMillis));
    }

    private void write(byte[] bytes, Duration deadline) throws TransportException {
        Transport present = open();
        pace.writing(bytes.length, System.nanoTime());
        present.write(bytes, deadline);
        pace.written(System.nanoTime());
    }

    /**
     * Makes it forget a label that was cut off, which would otherwise run into the next one.
     *
     * @param filler zeros first, for a printer that takes everything for the rest of a picture
     */
    void discard(int filler) throws TransportException {
        if (filler > 0) {
            write(new byte[filler]);
            write(new byte[] {'\r', '\n'});
        }
        write(dialect.discard());
    }

    /**
     * Asks, and does not wait: the answer is among what {@link #listen} hears later.
     *
     * @param mark comes back with the answer, or with a later one
     */
    void question(long mark) throws TransportException {
        int from = Math.max(0, Math.min(heard, received.length - TAIL));
        received = Arrays.copyOfRange(received, from, received.length);
        heard = received.length;
        open();
        Question asked = new Question(mark, pace.arrival(System.nanoTime()));
        questions.add(asked);
        write(dialect.question(!keepsNoCount), timings.answer());
    }

    /** Whatever has left until now is not known to be out. */
    void raiseBarrier() {
        barrier = "";
        passed = false;
    }

    /**
     * Whether everything that left before the barrier was raised is out or thrown away. An idle
     * printer says so by its status, if that shows its work; another one is asked to return a token
     * when it has come to it.
     */
    boolean passedBarrier() throws TransportException {
        if (manners.showsWork() || !announces()) {
            return true;
        }
        if (barrier.isEmpty()) {
            long now = System.nanoTime() & Long.MAX_VALUE;
            String token = "B" + Long.toString(now, Character.MAX_RADIX).toUpperCase(Locale.ROOT);
            write(dialect.announced(new byte[0], token), timings.answer());
            barrier = token;
        }
        return passed;
    }

    boolean unanswered() {
        return !questions.isEmpty();
    }

    /** Whether a question has been with the printer for longer than an answer takes. */
    boolean overdue() {
        Question first = questions.peek();
        long now = System.nanoTime();
        return first != null && now - first.arrives() > timings.answer().toNanos();
    }

    /** Everything that came until now or comes in this time; returns early with an answer. */
    Heard listen(Duration wait) throws TransportException {
        Transport present = open();
        long end = System.nanoTime() + wait.toNanos();
        Heard now = Heard.NOTHING;
        List<LabelWord> words = new ArrayList<>();
        do {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            byte[] more = present.read(left);
            if (more.length > 0) {
                append(more);
                words.addAll(dialect.words(more));
                now = understand(now, words);
            }
        } while (System.nanoTime() < end && now.equals(Heard.NOTHING));
        return now;
    }

    private void append(byte[] more) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(received);
        all.writeBytes(more);
        received = all.toByteArray();
    }

    private Heard understand(Heard before, List<LabelWord> words) {
        StatusReading all = dialect.read(received);
        passed |= all.announced().contains(barrier);
        StatusReading answer = dialect.read(Arrays.copyOfRange(received, heard, received.length));
        boolean complete =
                answer.status() != null
                        && (keepsNoCount || answer.labelCount() != null || answer.countRefused());
        if (!complete || questions.isEmpty()) {
            return new Heard(
                    before.status(), before.count(), before.mark(), all.announced(), words);
        }
        everAnswered = true;
        counted = true;
        heard = received.length;
        return new Heard(
                answer.status(),
                keepsNoCount ? null : answer.labelCount(),
                questions.remove().mark(),
                all.announced(),
                words);
    }

    /** Asks and waits for the answer of a printer that has nothing of ours on its way. */
    PrinterReport ask() throws TransportException {
        if (!answers()) {
            return portReport();
        }
        if (unanswered()) {
            listen(timings.answer());
            questions.clear();
        }
        question(0);
        Heard answer = listenFor(timings.answer());
        if (answer.status() == null) {
            return halfAnswer();
        }
        halves = 0;
        return new PrinterReport(answer.status(), answer.count());
    }

    private Heard listenFor(Duration time) throws TransportException {
        long end = System.nanoTime() + time.toNanos();
        Heard answer = Heard.NOTHING;
        while (answer.status() == null && System.nanoTime() < end) {
            answer = listen(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
        }
        return answer;
    }

    /** A printer that tells its status and ignores the other question may keep no count. */
    private PrinterReport halfAnswer() {
        StatusReading half = dialect.read(Arrays.copyOfRange(received, heard, received.length));
        if (half.status() == null) {
            return portReport();
        }
        PrinterReport report = new PrinterReport(half.status(), null);
        // The rest of a label that was cut off swallows the question.
        halves += report.idle() && !report.halfReceived() ? 1 : 0;
        keepsNoCount = halves >= HALVES;
        everAnswered = true;
        questions.clear();
        return report;
    }

    /**
     * What the port tells of a printer that says nothing itself. Only that paper is missing is
     * believed: ports of cheap printers make up the rest, and none knows of waiting labels.
     */
    private PrinterReport portReport() {
        if (transport instanceof PortStatus port) {
            try {
                PortReading reading = port.portStatus();
                if (reading.paperEmpty()) {
                    return new PrinterReport(PortCondition.of(reading), null);
                }
            } catch (TransportException e) {
                return PrinterReport.SILENT;
            }
        }
        return PrinterReport.SILENT;
    }

    /** Whether the last answer lacked the count, and a later one may still hold it. */
    boolean countMayFollow() {
        return halves > 0 && !keepsNoCount;
    }

    /** Gives a network printer free for other stations; a serial port stays ours. */
    void release() {
        if ("tcp".equals(address.getScheme())) {
            close();
        }
    }

    /** Ends the connection; the next use opens another. */
    @Override
    public void close() {
        Transport present = transport;
        transport = null;
        if (present != null) {
            present.close();
        }
    }
}
