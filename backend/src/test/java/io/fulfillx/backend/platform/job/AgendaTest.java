package io.fulfillx.backend.platform.job;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.platform.job.Worker.Next;
import io.fulfillx.model.id.OrgId;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class AgendaTest {
    private static final OrgId LEFT = new OrgId(new UUID(0, 1));
    private static final OrgId RIGHT = new OrgId(new UUID(0, 2));

    private final Agenda agenda = new Agenda(at(500), Duration.ZERO);

    private static Duration at(long millis) {
        return Duration.ofMillis(millis);
    }

    /** Looks at all whose time has come, each with this outcome. */
    private List<OrgId> look(Agenda of, long millis, Next next) {
        List<OrgId> looked = new ArrayList<>();
        for (Optional<OrgId> org = of.next(at(millis)); org.isPresent(); ) {
            looked.add(org.get());
            of.looked(org.get(), next, at(millis));
            org = next == Next.AT_ONCE ? Optional.empty() : of.next(at(millis));
        }
        return looked;
    }

    @Test
    void onlyWhoWasWokenIsLookedAt() {
        agenda.lookAt(List.of(LEFT, RIGHT), at(0));
        assertEquals(List.of(LEFT, RIGHT), look(agenda, 0, Next.WHEN_WOKEN));
        assertEquals(Optional.empty(), agenda.untilNext(at(0)));
        agenda.wake(RIGHT, at(10));
        assertEquals(List.of(RIGHT), look(agenda, 10, Next.WHEN_WOKEN));
    }

    @Test
    void whoWasWokenIsLookedAtAgainForAWhile() {
        agenda.wake(LEFT, at(0));
        int looks = 0;
        for (long millis = 0; millis <= 60_000; millis += 100) {
            looks += look(agenda, millis, Next.WHEN_WOKEN).size();
        }
        assertEquals(21, looks);
        assertEquals(Optional.empty(), agenda.untilNext(at(60_000)));
    }

    @Test
    void aWakeDuringALookIsNotLost() {
        agenda.lookAt(List.of(LEFT), at(0));
        assertEquals(Optional.of(LEFT), agenda.next(at(0)));
        agenda.wake(LEFT, at(1));
        assertEquals(Optional.empty(), agenda.next(at(1)));
        agenda.looked(LEFT, Next.WHEN_WOKEN, at(2));
        assertEquals(Optional.of(LEFT), agenda.next(at(2)));
    }

    @Test
    void whatWaitsForItsTimeIsLookedAtSoonAndMoreWorkAtOnce() {
        agenda.lookAt(List.of(LEFT), at(0));
        assertEquals(List.of(LEFT), look(agenda, 0, Next.SOON));
        assertEquals(List.of(), look(agenda, 499, Next.SOON));
        assertEquals(List.of(LEFT), look(agenda, 500, Next.AT_ONCE));
        assertEquals(List.of(LEFT), look(agenda, 500, Next.AT_ONCE));
    }

    @Test
    void nobodyIsLookedAtFasterThanThePace() {
        Agenda slow = new Agenda(at(500), at(2_000));
        slow.wake(LEFT, at(0));
        assertEquals(List.of(LEFT), look(slow, 0, Next.WHEN_WOKEN));
        slow.wake(LEFT, at(100));
        assertEquals(List.of(), look(slow, 1_999, Next.WHEN_WOKEN));
        assertEquals(List.of(LEFT), look(slow, 2_000, Next.WHEN_WOKEN));
    }

    @Test
    void aFailedLookWaitsBehindOthers() {
        agenda.lookAt(List.of(LEFT, RIGHT), at(0));
        assertEquals(Optional.of(LEFT), agenda.next(at(0)));
        agenda.failed(LEFT, at(1_000));
        assertEquals(List.of(RIGHT), look(agenda, 0, Next.WHEN_WOKEN));
        assertEquals(List.of(LEFT), look(agenda, 1_000, Next.WHEN_WOKEN));
    }
}
