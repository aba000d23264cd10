package io.fulfillx.desktop.takeover;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.desktop.session.Reading;
import io.fulfillx.desktop.sync.OtherStations;
import io.fulfillx.desktop.sync.OtherStations.Answer;
import io.fulfillx.model.id.OperatorId;
import io.fulfillx.model.id.ParcelId;
import io.fulfillx.model.station.ClaimNotice;
import io.fulfillx.model.station.OperatorCard;
import io.fulfillx.model.sync.RecallRequest;
import io.fulfillx.scanner.Scan;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A lead with another station's tote in their hands. */
class TakeOverSessionTest {
    private static final OperatorId LEA = new OperatorId(new UUID(1, 1));
    private static final ClaimNotice AT_ONE =
            new ClaimNotice(new ParcelId(new UUID(2, 2)), "#1001", "Bench 1", 3);
    private static final ClaimNotice ALSO_AT_ONE =
            new ClaimNotice(new ParcelId(new UUID(2, 3)), "#1001", "Bench 1", 7);
    private static final Scan TOTE = scan("FXT12");

    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<RecallRequest> found = new ArrayList<>();
    private final List<RecallRequest> taken = new ArrayList<>();
    private final List<UUID> keys = new ArrayList<>();

    private final OtherStations others =
            new OtherStations() {
                @Override
                public Answer find(RecallRequest code) {
                    found.add(code);
                    return answers.remove();
                }

                @Override
                public Answer take(RecallRequest code, UUID key) {
                    taken.add(code);
                    keys.add(key);
                    return answers.remove();
                }
            };

    private static Scan scan(String text) {
        return Reading.typed(text, Instant.EPOCH);
    }

    private TakeOverSession session(String role) {
        OperatorCard card = new OperatorCard(LEA, "Lea", "", "", role, true);
        return new TakeOverSession(card, () -> Optional.of(others), UUID::randomUUID);
    }

    private void says(Answer... next) {
        answers.addAll(List.of(next));
    }

    @Test
    void theSameScanAgainTakesItOver() {
        TakeOverSession lead = session("lead");
        says(new Answer.Claims(List.of(AT_ONE)), new Answer.Claims(List.of(AT_ONE)));
        assertEquals(new TakeOverStep.Ask("#1001", "Bench 1"), lead.ask(TOTE));
        assertEquals(new RecallRequest("12", null, null, null, LEA), found.getFirst());
        assertTrue(lead.isYes(scan("FXT12")));
        assertTrue(lead.isYes(scan("FXCCONFIRM")), "the command card");
        assertFalse(lead.isYes(scan("FXT13")));
        assertEquals(Optional.of(new TakeOverStep.TakenOver("#1001", "Bench 1")), lead.yes());
        assertEquals(new RecallRequest("12", null, null, 3, LEA), taken.getFirst());
        assertFalse(lead.isAsking());
        assertEquals(Optional.empty(), lead.yes());
    }

    @Test
    void aLostAnswerIsAskedForAgainUnderTheSameKey() {
        TakeOverSession lead = session("manager");
        says(
                new Answer.Claims(List.of(AT_ONE)),
                new Answer.Silence(),
                new Answer.Claims(List.of(AT_ONE)));
        TakeOverStep _ = lead.ask(TOTE);
        assertEquals(Optional.of(new TakeOverStep.Unanswered("#1001")), lead.yes());
        assertEquals(Optional.of(new TakeOverStep.TakenOver("#1001", "Bench 1")), lead.yes());
        assertEquals(keys.getFirst(), keys.getLast());
    }

    @Test
    void ofSeveralParcelsInOneToteNoNumberStandsForAll() {
        TakeOverSession lead = session("lead");
        says(
                new Answer.Claims(List.of(AT_ONE, ALSO_AT_ONE)),
                new Answer.Claims(List.of(AT_ONE, ALSO_AT_ONE)));
        TakeOverStep _ = lead.ask(scan("FXO1001"));
        var _ = lead.yes();
        assertEquals(new RecallRequest(null, null, "1001", null, LEA), taken.getFirst());
    }

    @Test
    void aPackerIsToldWhoHasItAndIsNotAsked() {
        TakeOverSession packer = session("packer");
        says(new Answer.Claims(List.of(AT_ONE)));
        assertEquals(new TakeOverStep.NotALead("#1001", "Bench 1"), packer.ask(TOTE));
        assertFalse(packer.isAsking());
    }

    @Test
    void withoutTheNetworkNobodyCanSay() {
        says(new Answer.Silence());
        assertEquals(new TakeOverStep.Offline("FXT12"), session("lead").ask(TOTE));
        OperatorCard card = new OperatorCard(LEA, "Lea", "", "", "lead", true);
        TakeOverSession alone = new TakeOverSession(card, Optional::empty, UUID::randomUUID);
        assertEquals(new TakeOverStep.Offline("FXT12"), alone.ask(TOTE));
    }

    @Test
    void whoeverComesTooLateIsToldSo() {
        TakeOverSession lead = session("lead");
        says(new Answer.Claims(List.of(AT_ONE)), new Answer.Refusal(409));
        TakeOverStep _ = lead.ask(TOTE);
        assertEquals(Optional.of(new TakeOverStep.TooLate("#1001")), lead.yes());
        assertFalse(lead.isAsking());
    }

    @Test
    void noStationHasIt() {
        says(new Answer.Claims(List.of()));
        assertEquals(new TakeOverStep.NobodyHasIt("FXT12"), session("lead").ask(TOTE));
    }

    @Test
    void onlyTotesOrdersAndLabelsAreLookedForElsewhere() {
        assertTrue(TakeOverSession.mayBeElsewhere(TOTE));
        assertTrue(TakeOverSession.mayBeElsewhere(scan("1Z999AA10123456784")));
        assertFalse(TakeOverSession.mayBeElsewhere(scan("4006381333931")));
        assertFalse(TakeOverSession.mayBeElsewhere(scan("FXCPACK")));
    }
}
