package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.language.LabelWord;
import io.fulfillx.printing.queue.PrintOutcome.Printed;
import io.fulfillx.printing.queue.PrintOutcome.Unknown;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels between us and the paper on one unbroken connection, and the rules of proof for them.
 * Pure: it is told what has left and what the printer said, and settles what is proved. Labels come
 * out in the order in which they left.
 *
 * <p>A printer that repeats what a stop has spoiled prints all labels in order, so a count that has
 * moved by three proves the first three, and a label that announces itself is out.
 *
 * <p>A printer that repeats nothing leaves the spoiled label out and goes on. Its count then proves
 * only this much:
 *
 * <ol>
 *   <li>moved by as many as have left, all are out;
 *   <li>moved by as many as were announced, in two answers in a row, those are out;
 *   <li>moved by one less than have left when nothing more comes, the missing one is the label that
 *       was on the head at the only stop, if that was seen: the one at the place of the count;
 *   <li>not moved when nothing more comes, none is out.
 * </ol>
 *
 * Everything else is for a person to look at. Where each stop is told by a word of its own, the
 * words for labels count like those of a printer that repeats, until the first stop.
 */
final class Flight {
    /** Announced labels are believed after so many answers that agree. */
    private static final int AGREEING = 2;

    /** Of a printer that forgets its count with the connection, no more labels are risked. */
    private static final int AT_RISK = 2;

    private final Manners manners;
    private final boolean lasting;
    private final Stops stops = new Stops();
    private final Calm calm = new Calm();

    /** Without an end, in the order in which they left. */
    private final List<Shot> flying = new ArrayList<>();

    /** Those of them that announced themselves, with the number of answers since that agree. */
    private final Map<Shot, Integer> told = new HashMap<>();

    /** What the printer's count is when every label before the first one flying is out. */
    private @Nullable Long base;

    private long lastCount;

    /** Labels acknowledged by a word, and whether any word was heard at all. */
    private long words;

    private boolean speaks;

    private long sent;
    private int bytes;
    private boolean lastIsWhole = true;
    private boolean received;
    private boolean knowsMissing;

    /**
     * @param base the count of an idle printer; null when it keeps none
     */
    Flight(@Nullable Long base, Manners manners) {
        this.lasting = base != null;
        this.base = base == null && manners.acknowledges() ? Long.valueOf(0) : base;
        this.manners = manners;
    }

    boolean isEmpty() {
        return flying.isEmpty();
    }

    List<Shot> flying() {
        return List.copyOf(flying);
    }

    /** Whether the printer keeps a count that outlives the connection. */
    boolean counts() {
        return lasting;
    }

    /** How many labels have left on this connection, settled ones too. */
    long sent() {
        return sent;
    }

    boolean hasRoom(PrintWindow window, int moreLabels, int moreBytes) {
        boolean doubtful = stops.suspectsAny() || stops.silent() || mayBeBlind() && base == null;
        int most = manners.acknowledges() && !lasting ? AT_RISK : window.labels();
        return !doubtful
                && flying.size() + moreLabels < Math.min(most, window.labels())
                && bytes + moreBytes < window.bytes();
    }

    /** What the count will be just before a label that leaves after so many others. */
    @Nullable Long countBefore(int others) {
        return base == null || !lasting ? null : Long.valueOf(base + flying.size() + others);
    }

    void launch(Shot shot) {
        flying.add(shot);
        sent++;
        bytes += shot.bytes().length;
        calm.end();
        received = false;
        knowsMissing = false;
    }

    /** The newest label has left only in part: it cannot come out. */
    void cutShort() {
        lastIsWhole = false;
    }

    /** The newest label has not left at all. */
    void notLaunched() {
        bytes -= flying.removeLast().bytes().length;
    }

    /** Settles what this proves; how many labels that were. */
    int hear(Heard heard, long nanoTime) {
        int before = flying.size();
        heard.words().forEach(this::heed);
        List<Shot> fresh = announced(heard.announced());
        DeviceStatus status = heard.status();
        if (status != null) {
            answered(status, heard, fresh, nanoTime);
        }
        if (flying.isEmpty()) {
            stops.over();
        }
        return before - flying.size();
    }

    private void heed(LabelWord word) {
        if (!manners.acknowledges() || lasting) {
            return;
        }
        speaks = true;
        switch (word) {
            case OUT -> counted(++words);
            case STOPPED -> stopped(words);
        }
    }

    /** Those that announce themselves for the first time. */
    private List<Shot> announced(List<String> tokens) {
        List<Shot> fresh = new ArrayList<>();
        for (Shot shot : flying()) {
            if (tokens.contains(shot.token()) && !told.containsKey(shot)) {
                fresh.add(shot);
                told.put(shot, 0);
                if (manners.reprints()) {
                    settle(shot);
                } else if (base == null && stops.suspects(shot)) {
                    // Some printers announce a label although it was spoiled just then.
                    doubt(shot, "the printer stopped while this label was printed");
                }
            }
        }
        return fresh;
    }

    private void answered(DeviceStatus status, Heard heard, List<Shot> fresh, long nanoTime) {
        Long count = lasting || base == null ? heard.count() : Long.valueOf(words);
        stops.answered(status.stopped(), nanoTime);
        if (status.stopped()) {
            stopped(count);
        }
        if (count != null) {
            counted(count);
        }
        if (!status.stopped()) {
            confirm(count, fresh);
        }
        received = heard.mark() >= sent;
        boolean done = allDone(status) && received;
        calm.answered(done, count, nanoTime);
        if (done && fresh.isEmpty() && stops.none() && !manners.reprints() && lasting) {
            // Not all are counted, or they would not fly any more: a stop has gone unseen.
            stops.somewhere();
        }
        if (calm.lasts()) {
            rest(count, status.receiving());
        }
    }

    /** The label at the place of the count was on the head, or none was. */
    private void stopped(@Nullable Long count) {
        Long first = base;
        if (manners.reprints()) {
            return;
        }
        if (first != null && count != null) {
            long place = count - first;
            stops.at(place >= 0 && place < flying.size() ? flying.get((int) place) : null);
        } else if (first != null) {
            stops.somewhere();
        } else {
            for (Shot shot : List.copyOf(told.keySet())) {
                doubt(shot, "the printer stopped while this label was printed");
            }
            flying.stream().findFirst().ifPresent(stops::at);
        }
    }

    private void counted(long count) {
        lastCount = count;
        Long first = base;
        if (first == null) {
            return;
        }
        boolean inOrder = manners.reprints() || !lasting && !stops.suspectsAny() && !stops.silent();
        long out = count - first;
        // More than have left is a label that somebody fed by hand.
        if (inOrder || out == flying.size()) {
            settleFirst(Math.clamp(out, 0, flying.size()));
            base = Math.max(first, count);
        }
    }

    /** An announcement proves nothing before the count has had the time to contradict it. */
    private void confirm(@Nullable Long count, List<Shot> fresh) {
        Long first = base;
        boolean agrees =
                first == null
                        || count != null
                                && count - first == told.size()
                                && fresh.isEmpty()
                                && !stops.suspectsAny();
        for (Map.Entry<Shot, Integer> one : Map.copyOf(told).entrySet()) {
            if (agrees && !fresh.contains(one.getKey())) {
                told.put(one.getKey(), one.getValue() + 1);
                if (one.getValue() + 1 >= AGREEING) {
                    settle(one.getKey());
                }
            }
        }
    }

    /** A printer whose status hides its work says that it is idle while it prints. */
    private boolean allDone(DeviceStatus status) {
        return manners.showsWork()
                ? status.idle()
                : told.size() == flying.size() && !status.stopped();
    }

    /** Nothing more comes of what has left: leaves those flying that certainly are not out. */
    private void rest(@Nullable Long count, boolean receiving) {
        Long first = base;
        if (first == null || !lasting && !speaks) {
            if (manners.showsWork() && !receiving) {
                PrintOutcome end = idleWithoutCount();
                abandon().forEach(shot -> shot.settle(end));
            }
            return;
        }
        if (count == null) {
            return;
        }
        long missing = flying.size() - (count - first);
        knowsMissing = manners.reprints() || missing == flying.size() && provesNone(first);
        if (!knowsMissing && stops.tellsMissing(missing, !lasting)) {
            flying().stream().filter(shot -> !stops.suspects(shot)).forEach(this::settle);
            knowsMissing = true;
        }
        if (!knowsMissing) {
            String came = (count - first) + " of these labels came out";
            abandon().forEach(shot -> shot.settle(new Unknown(came)));
        }
    }

    /** Whether a count that has not moved tells that nothing is out. */
    private boolean provesNone(long first) {
        return lasting && !(manners.restarts() && first == 0 && stops.silent());
    }

    private boolean mayBeBlind() {
        return stops.blind() && !manners.reprints();
    }

    private PrintOutcome idleWithoutCount() {
        if (stops.silent() || mayBeBlind()) {
            return new Unknown("the printer fell silent and keeps no label count");
        }
        return stops.suspectsAny()
                ? new Unknown("the printer stopped while these labels were printed")
                : new Printed(Evidence.STATUS);
    }

    private void settleFirst(int labels) {
        List.copyOf(flying.subList(0, labels)).forEach(this::settle);
    }

    private void settle(Shot shot) {
        String counted = lasting ? Evidence.COUNTER : Evidence.ACKNOWLEDGEMENT;
        shot.settle(new Printed(told.containsKey(shot) ? Evidence.ANNOUNCEMENT : counted));
        remove(shot);
        base = base == null ? null : Long.valueOf(base + 1);
    }

    /** Only without a count: nobody knows whether a count would hold it. */
    private void doubt(Shot shot, String reason) {
        shot.settle(new Unknown(reason));
        remove(shot);
    }

    private void remove(Shot shot) {
        flying.remove(shot);
        told.remove(shot);
        stops.acquit(shot);
        bytes -= shot.bytes().length;
    }

    /** A question was not answered in time: it may have been off meanwhile, and forgotten all. */
    void silence() {
        stops.silence();
    }

    /** Whether a label was on the head when the printer stopped, and may be spoiled. */
    boolean suspects() {
        return stops.suspectsAny();
    }

    /** Whether nothing more comes of what has left. */
    boolean quiet() {
        return calm.lasts();
    }

    /** Whether those that are still flying when it is quiet certainly did not come out. */
    boolean knowsMissing() {
        return knowsMissing;
    }

    /** Takes the labels out of which no more news can come. */
    List<Shot> abandon() {
        List<Shot> left = flying();
        told.clear();
        flying.clear();
        stops.over();
        bytes = 0;
        return left;
    }

    /** An answer after the connection was lost. */
    void answeredAgain(PrinterReport report, long nanoTime) {
        if (report.status() != null) {
            stops.answered(report.stopped(), nanoTime);
        }
    }

    /**
     * After the connection was lost and the printer has become idle again: settles what came out.
     *
     * @param count the printer's count now; null when it tells none
     * @param away whether it could not be reached for a while, and may have been off
     * @return the labels that certainly did not come out
     */
    List<Shot> conclude(@Nullable Long count, boolean away) {
        List<Shot> lost = new ArrayList<>();
        if (!lastIsWhole) {
            lost.add(flying.removeLast());
        }
        Long first = lasting ? base : null;
        boolean remembered = received && !away || calm.begun();
        Loss.Before before =
                new Loss.Before(
                        manners, first, lastCount, flying.size(), told.size(), stops, remembered);
        Loss loss = Loss.of(before, count);
        settleFirst(loss.out());
        if (loss.doubt().isEmpty()) {
            lost.addAll(0, abandon());
        } else {
            abandon().forEach(shot -> shot.settle(new Unknown(loss.doubt())));
        }
        return lost;
    }
}
