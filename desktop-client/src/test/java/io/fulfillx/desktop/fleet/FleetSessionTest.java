package io.fulfillx.desktop.fleet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.sync.FleetDesk;
import io.fulfillx.model.code.BadgeCode;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.StationId;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.sync.EnrolmentCode;
import io.fulfillx.model.sync.FloorPass;
import io.fulfillx.model.sync.FloorSignIn;
import io.fulfillx.model.sync.StationView;

import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

class FleetSessionTest {
    private static final BadgeCode BADGE = new BadgeCode("LEAD");
    private static final OperatorCard LEAD =
            new OperatorCard(new OperatorId(new UUID(1, 2)), "Lena", "", "", "manager", true);

    private final Desk desk = new Desk();
    private final AtomicLong keys = new AtomicLong();
    private final FleetSession session =
            new FleetSession(
                    LEAD,
                    () -> Optional.of(desk),
                    Clock.fixed(FleetSamples.NOW, ZoneOffset.UTC),
                    () -> new UUID(0, keys.incrementAndGet()));

    private StationView station(int number) {
        return session.sight().find(FleetSamples.id(number)).orElseThrow();
    }

    @Test
    void theListOpensWithABadgeAndSortsAsPeopleCount() {
        assertEquals(new FleetStep.Opened(12), session.byBadge(BADGE));
        assertEquals("LEAD", desk.proofs.getFirst().badge());
        List<String> names = session.sight().stations().stream().map(StationView::name).toList();
        assertEquals("Bench 9", names.get(8));
        assertEquals("Bench 12", names.get(10));
        assertEquals("Bench 13", session.sight().nextName("Bench"));
    }

    @Test
    void aWrongBadgeOpensNothing() {
        desk.status = 403;
        assertEquals(new FleetStep.WrongProof(), session.byPin("9999"));
        assertFalse(session.isOpen());
        desk.status = 429;
        assertEquals(new FleetStep.Wait(), session.byPin("9999"));
    }

    @Test
    void withoutTheNetworkWhatWasSeenStaysWithItsAge() {
        assertEquals(new FleetStep.Opened(12), session.byBadge(BADGE));
        desk.silent = true;
        assertEquals(new FleetStep.Offline(), session.refresh());
        assertFalse(session.sight().current());
        assertEquals(FleetSamples.NOW, session.sight().asOf());
        assertEquals(12, session.sight().stations().size());
        assertEquals(new FleetStep.Unanswered(), session.drain(station(1)));
    }

    @Test
    void whatIsDoneShowsAtOnce() {
        assertEquals(new FleetStep.Opened(12), session.byBadge(BADGE));
        assertEquals(new FleetStep.Drained("Bench 1"), session.drain(station(1)));
        assertTrue(station(1).draining());
        assertEquals(new FleetStep.Undrained("Bench 1"), session.drain(station(1)));
        assertEquals(new FleetStep.Messaged("Bench 1"), session.message(station(1), " Come "));
        assertEquals("Come", station(1).message());
        assertEquals(new FleetStep.MessageTaken("Bench 1"), session.message(station(1), ""));
        assertEquals(new FleetStep.Revoked("Bench 1"), session.revoke(station(1)));
        assertEquals(FleetSamples.NOW, station(1).revokedAt());
    }

    @Test
    void aNameThatIsSentAgainAfterALostAnswerKeepsItsKey() {
        assertEquals(new FleetStep.Opened(12), session.byBadge(BADGE));
        desk.silent = true;
        assertEquals(new FleetStep.Unanswered(), session.expect("Bench 13").step());
        desk.silent = false;
        assertTrue(session.expect("Bench 13").code().isPresent());
        assertTrue(session.expect("Bench 14").code().isPresent());
        assertEquals(desk.expected.get(0), desk.expected.get(1));
        assertFalse(desk.expected.get(1).equals(desk.expected.get(2)));
        desk.status = 409;
        assertEquals(new FleetStep.NameTaken("Bench 1"), session.expect("Bench 1").step());
    }

    @Test
    void afterTenMinutesTheBadgeIsWantedAgain() {
        assertEquals(new FleetStep.Opened(12), session.byBadge(BADGE));
        desk.status = 401;
        assertEquals(new FleetStep.Ended(), session.revoke(station(1)));
        assertFalse(session.isOpen());
        desk.status = 0;
        assertEquals(new FleetStep.Ended(), session.drain(station(1)));
    }

    /** A server that can be told how to answer. */
    private static final class Desk implements FleetDesk {
        private final List<FloorSignIn> proofs = new ArrayList<>();
        private final List<UUID> expected = new ArrayList<>();
        private boolean silent;
        private int status;

        private <T> Answer<T> answer(T value) {
            if (silent) {
                return new Answer.Silence<>();
            }
            return status == 0
                    ? new Answer.Given<>(value)
                    : new Answer.Refusal<>(status, "It does not want to.");
        }

        private static StationView find(StationId id) {
            return FleetSamples.all().stream()
                    .filter(station -> station.stationId().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public Answer<FloorPass> admit(FloorSignIn who) {
            proofs.add(who);
            return answer(new FloorPass("token", 600, true));
        }

        @Override
        public Answer<List<StationView>> stations(FloorPass pass) {
            return answer(FleetSamples.all());
        }

        @Override
        public Answer<StationView> message(
                FloorPass pass, StationId station, String text, UUID key) {
            return answer(
                    FleetSamples.changed(find(station), false, text.isEmpty() ? null : text, null));
        }

        @Override
        public Answer<StationView> drain(
                FloorPass pass, StationId station, boolean draining, UUID key) {
            return answer(FleetSamples.changed(find(station), draining, null, null));
        }

        @Override
        public Answer<StationView> revoke(FloorPass pass, StationId station, UUID key) {
            return answer(FleetSamples.changed(find(station), false, null, FleetSamples.NOW));
        }

        @Override
        public Answer<EnrolmentCode> expect(FloorPass pass, String name, UUID key) {
            expected.add(key);
            return answer(
                    new EnrolmentCode(
                            FleetSamples.id(99), name, "K7M2QX49PA", FleetSamples.NOW, ""));
        }

        @Override
        public Answer<EnrolmentCode> newCode(FloorPass pass, StationId station, UUID key) {
            return expect(pass, find(station).name(), key);
        }
    }
}
