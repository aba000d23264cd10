package io.fulfillx.backend.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.label.NumberRange;
import io.fulfillx.model.label.NumberSeries;
import io.fulfillx.model.sync.LeaseNumbers;
import io.fulfillx.model.sync.OpenJournal;
import io.fulfillx.model.sync.RowBytes;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Numbers for plates, and the rule that they are made by. */
class SsccRangesTest {
    private static final String RANGES = "/api/v1/sync/number-ranges";
    private final Floor floor = new Floor(TestBackend.assembly());
    private final String key = key();

    private static String key() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            KeyPairGenerator.getInstance("Ed25519")
                                    .generateKeyPair()
                                    .getPublic()
                                    .getEncoded());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(String epoch) {
        OpenJournal asked =
                new OpenJournal(epoch, 0, UUID.randomUUID(), "machine", 0, RowBytes.GENESIS, key);
        assertEquals(200, floor.station().post("/api/v1/sync/journals", asked).status());
    }

    private Answer ask(UUID lease, String epoch) {
        return floor.station().post(RANGES, new LeaseNumbers(lease, epoch, null));
    }

    private NumberRange lease(UUID lease, String epoch) {
        Answer answer = ask(lease, epoch);
        assertEquals(200, answer.status(), () -> answer.json().toString());
        return Json.read(answer.json().toString(), NumberRange.class);
    }

    @Test
    void aLostAnswerCostsNothingAndNoTwoRangesOverlap() {
        assertEquals(409, ask(UUID.randomUUID(), "one").status());
        open("one");
        UUID first = UUID.randomUUID();
        NumberRange range = lease(first, "one");
        assertEquals(new NumberRange(NumberSeries.plates(0, "9521000"), 0, 1_000), range);
        assertEquals(range, lease(first, "one"));
        assertEquals(1_000, lease(UUID.randomUUID(), "one").from());
        // What was lent to one life of the journal is of no use to the next.
        open("two");
        assertEquals(409, ask(first, "one").status());
        assertEquals(2_000, lease(UUID.randomUUID(), "two").from());
    }

    @Test
    void anotherPrefixBeginsAnewAndGoesOnWhereItWasWhenItComesBack() {
        open("one");
        assertEquals(0, lease(UUID.randomUUID(), "one").from());
        rule("4012345", 3);
        NumberRange other = lease(UUID.randomUUID(), "one");
        assertEquals(new NumberRange(NumberSeries.plates(3, "4012345"), 0, 1_000), other);
        assertTrue(other.plate().digits().startsWith("34012345"));
        rule("9521000", 0);
        assertEquals(1_000, lease(UUID.randomUUID(), "one").from());
    }

    @Test
    void aPrefixThatIsUsedUpIsSaidSoInsteadOfBeginningAgain() {
        open("one");
        rule("9521000123", 0);
        assertNotEquals(409, ask(UUID.randomUUID(), "one").status());
        long moved =
                TestBackend.assembly()
                        .foundation()
                        .transactions()
                        .inOrg(
                                floor.org(),
                                tx ->
                                        tx.sql(
                                                        "update number_series set next_serial ="
                                                                + " 1000000 where org_id = :org")
                                                .run());
        assertEquals(1, moved);
        Answer answer = ask(UUID.randomUUID(), "one");
        assertEquals(409, answer.status());
        assertTrue(answer.json().path("detail").asText().contains("extension digit"));
    }

    private void rule(String prefix, int extension) {
        Answer answer = put(Map.of("companyPrefix", prefix, "extensionDigit", extension));
        assertEquals(200, answer.status(), () -> answer.json().toString());
    }

    private Answer put(Map<String, Object> rule) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return floor.admin().send("PUT", "/api/v1/label-rule", rule, key);
    }

    @ParameterizedTest
    @CsvSource({
        "952100, 0, 0, 0, /companyPrefix",
        "9521000x, 0, 0, 0, /companyPrefix",
        "9521000, 10, 0, 0, /extensionDigit",
        "9521000, 0, -1, 0, /tolerance/grams",
        "9521000, 0, 0, 1001, /tolerance/percent"
    })
    void aRuleThatCannotBeIsRefusedWithThePlace(
            String prefix, int extension, int grams, int percent, String pointer) {
        JsonNode before = floor.get("/label-rule");
        Map<String, Object> tolerance =
                Map.of("grams", grams, "percent", percent, "sameCarton", true);
        Answer answer =
                put(
                        Map.of(
                                "companyPrefix",
                                prefix,
                                "extensionDigit",
                                extension,
                                "tolerance",
                                tolerance));
        assertEquals(400, answer.status());
        assertEquals(pointer, answer.json().path("pointer").asText());
        assertEquals(before, floor.get("/label-rule"));
    }
}
