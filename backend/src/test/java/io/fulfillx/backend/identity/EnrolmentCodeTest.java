package io.fulfillx.backend.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.identity.StationStore.Station;
import io.fulfillx.backend.platform.crypto.Tokens;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The code with which somebody lets a new station in. */
class EnrolmentCodeTest {
    private final Floor floor = new Floor(TestBackend.assembly());

    @Test
    void aCodeThatWasNotUsedForADayIsNothingAnyMore() {
        String code =
                floor.created("/stations", Map.of("name", "Bench 79"))
                        .path("enrolmentCode")
                        .asText();
        assertEquals(Optional.of("Bench 79"), stationOf(code, Duration.ofHours(23)));
        assertEquals(Optional.empty(), stationOf(code, Duration.ofHours(25)));
    }

    /** The name of the station that the code lets in after that time. */
    private Optional<String> stationOf(String code, Duration after) {
        return TestBackend.assembly()
                .foundation()
                .transactions()
                .inOrg(
                        floor.org(),
                        tx ->
                                new StationStore()
                                        .findByEnrolment(
                                                tx, Tokens.sha256(code), Instant.now().plus(after)))
                .map(Station::name);
    }
}
