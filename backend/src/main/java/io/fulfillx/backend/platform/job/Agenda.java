package io.fulfillx.backend.platform.job;

import io.fulfillx.backend.platform.job.Worker.Next;
import io.fulfillx.model.id.OrgId;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which organisation a worker looks at next. Who was woken comes at once, and a few times more,
 * because what was committed may still be hidden behind an older transaction; where something waits
 * for its time, soon. Of the rest nobody is asked, so that many organisations cost nothing as long
 * as they are quiet. Times are those of one clock that only goes on. For one thread.
 */
final class Agenda {
    private static final Duration ATTENTIVE = Duration.ofSeconds(10);

    private final Duration idle;
    private final Duration pace;
    private final Map<OrgId, Entry> entries = new HashMap<>();
    private final TreeSet<Slot> slots =
            new TreeSet<>(Comparator.comparing(Slot::at).thenComparing(slot -> slot.org().value()));

    /**
     * @param idle the pause before a look that nobody asked for
     * @param pace the shortest time between two looks at an organisation with nothing to do
     */
    Agenda(Duration idle, Duration pace) {
        this.idle = idle.compareTo(pace) < 0 ? pace : idle;
        this.pace = pace;
    }

    private record Slot(Duration at, OrgId org) {}

    /** An organisation that is waiting for its look, or is just looked at. */
    private static final class Entry {
        private boolean busy;
        private boolean wokenMeanwhile;
        private Optional<Duration> due = Optional.empty();
        private Optional<Duration> woken = Optional.empty();
        private Optional<Duration> looked = Optional.empty();
    }

    /** Something was committed there. */
    void wake(OrgId org, Duration now) {
        Entry entry = entry(org);
        entry.woken = Optional.of(now);
        if (entry.busy) {
            entry.wokenMeanwhile = true;
        } else {
            plan(org, entry, paced(entry, now));
        }
    }

    /** Nobody may have been told of what is there, as after a start. */
    void lookAt(Collection<OrgId> orgs, Duration now) {
        for (OrgId org : orgs) {
            Entry entry = entry(org);
            if (!entry.busy) {
                plan(org, entry, now);
            }
        }
    }

    /** The organisation whose time has come; it is busy until {@link #looked}. */
    Optional<OrgId> next(Duration now) {
        if (slots.isEmpty() || slots.getFirst().at().compareTo(now) > 0) {
            return Optional.empty();
        }
        OrgId org = slots.removeFirst().org();
        Entry entry = entry(org);
        entry.due = Optional.empty();
        entry.busy = true;
        entry.looked = Optional.of(now);
        return Optional.of(org);
    }

    /** The look is over. */
    void looked(OrgId org, Next next, Duration now) {
        Entry entry = entry(org);
        entry.busy = false;
        boolean fresh =
                entry.woken.filter(at -> now.minus(at).compareTo(ATTENTIVE) < 0).isPresent();
        if (next == Next.AT_ONCE) {
            plan(org, entry, now);
        } else if (entry.wokenMeanwhile) {
            plan(org, entry, paced(entry, now));
        } else if (next == Next.SOON || fresh) {
            plan(org, entry, now.plus(idle));
        } else {
            entries.remove(org);
        }
        entry.wokenMeanwhile = false;
    }

    /** The look failed: others go first. */
    void failed(OrgId org, Duration again) {
        Entry entry = entry(org);
        entry.busy = false;
        entry.wokenMeanwhile = false;
        plan(org, entry, again);
    }

    /** How long nothing will have to be looked at; empty for ever. */
    Optional<Duration> untilNext(Duration now) {
        return slots.isEmpty() ? Optional.empty() : Optional.of(slots.getFirst().at().minus(now));
    }

    private Entry entry(OrgId org) {
        return entries.computeIfAbsent(org, _ -> new Entry());
    }

    private Duration paced(Entry entry, Duration now) {
        Duration allowed = entry.looked.map(pace::plus).orElse(now);
        return allowed.compareTo(now) > 0 ? allowed : now;
    }

    /** An earlier plan stays. */
    private void plan(OrgId org, Entry entry, Duration at) {
        if (entry.due.isPresent()) {
            if (entry.due.get().compareTo(at) <= 0) {
                return;
            }
            slots.remove(new Slot(entry.due.get(), org));
        }
        entry.due = Optional.of(at);
        slots.add(new Slot(at, org));
    }
}
