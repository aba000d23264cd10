package io.fulfillx.backend.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.sync.api.JournalBook.Journal;
import io.fulfillx.backend.sync.api.OwnerBook.Owner;
import io.fulfillx.model.sync.OpenJournal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.UUID;

/** Which store may go on with a journal; the server has ten rows, the last one with hash "ten". */
class OwnerPolicyTest {
    private static final UUID LAST_OPENING = UUID.randomUUID();
    private static final Owner OWNER = new Owner(5, LAST_OPENING, "epoch", "machine");

    private static OpenJournal asked(
            long generation, UUID opening, String machine, long lastN, String head) {
        return new OpenJournal("epoch", generation, opening, machine, lastN, head, "key");
    }

    @ParameterizedTest
    @CsvSource({
        "5, machine, 10, ten, ''",
        "5, machine, 14, other, ''",
        "4, machine, 10, ten, older-generation",
        "5, other, 10, ten, other-machine",
        "5, machine, 9, nine, numbers-behind",
        "5, machine, 0, '', numbers-behind",
        "5, machine, 10, other, other-rows",
    })
    void anOlderCopyIsTold(
            long generation, String machine, long lastN, String head, String burned) {
        Journal known = new Journal(10, "ten", "machine", null);
        OpenJournal asked = asked(generation, UUID.randomUUID(), machine, lastN, head);
        assertEquals(burned, OwnerPolicy.burned(asked, OWNER, Optional.of(known)).orElse(""));
    }

    @Test
    void theAnswerThatGotLostIsGivenAgain() {
        Journal known = new Journal(10, "ten", "machine", null);
        OpenJournal again = asked(4, LAST_OPENING, "machine", 10, "ten");
        assertEquals(Optional.empty(), OwnerPolicy.burned(again, OWNER, Optional.of(known)));
    }

    @Test
    void whatIsOverStaysOver() {
        Journal burned = new Journal(10, "ten", "machine", "other-rows");
        OpenJournal asked = asked(5, UUID.randomUUID(), "machine", 10, "ten");
        assertEquals(
                Optional.of("other-rows"), OwnerPolicy.burned(asked, OWNER, Optional.of(burned)));
    }

    @Test
    void anEpochThatNobodyHeardOfMayBegin() {
        OpenJournal asked = asked(0, UUID.randomUUID(), "other", 3, "three");
        assertEquals(Optional.empty(), OwnerPolicy.burned(asked, OWNER, Optional.empty()));
    }
}
