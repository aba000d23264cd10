package io.fulfillx.printing.queue;

import io.fulfillx.printing.language.DeviceStatus;
import io.fulfillx.printing.language.LabelWord;
import io.fulfillx.printing.language.PrinterCondition;
import io.fulfillx.printing.queue.PrintOutcome.Printed;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Flights of labels, and what becomes of them. */
class FlightTrial {
    static final long QUIET = Calm.LONG_ENOUGH.toNanos();
    static final Printed COUNTED = new Printed(Evidence.COUNTER);
    static final DeviceStatus IDLE = new DeviceStatus(Set.of(), 0, false);
    static final DeviceStatus BUSY = new DeviceStatus(Set.of(PrinterCondition.PRINTING), 1, false);

    static final DeviceStatus OUT = new DeviceStatus(Set.of(PrinterCondition.PAPER_OUT), 1, false);

    final List<Passage> jobs = new ArrayList<>();
    boolean reprints = true;
    boolean acknowledges;
    boolean restarts;

    Flight flight(@Nullable Long base, boolean showsWork, int labels) {
        Flight flight = new Flight(base, new Manners(showsWork, reprints, acknowledges, restarts));
        for (int i = 0; i < labels; i++) {
            byte[] bytes = {'x'};
            Passage passage = new Passage(Bench.job("number " + i), List.of(bytes));
            jobs.add(passage);
            flight.launch(new Shot(passage, passage.launch(), bytes, "T" + i));
        }
        return flight;
    }

    PrintOutcome outcome(int job) {
        return jobs.get(job).result(Instant.EPOCH).outcome();
    }

    long settled() {
        return jobs.stream().filter(Passage::settled).count();
    }

    static Heard count(long count) {
        return new Heard(BUSY, count, 99, List.of());
    }

    int index(Shot shot) {
        return jobs.indexOf(shot.passage());
    }

    Flight acknowledging(int labels) {
        reprints = false;
        acknowledges = true;
        return flight(null, true, labels);
    }

    static Heard words(LabelWord... words) {
        return new Heard(null, null, 0, List.of(), List.of(words));
    }
}
