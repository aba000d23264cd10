package io.fulfillx.backend.sync;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.id.OrderId;
import io.fulfillx.model.sync.OpenJournal;
import io.fulfillx.model.sync.Protocol;
import io.fulfillx.model.sync.RowBytes;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What stations of this release and of two before it send goes on to be understood. */
class ProtocolVersionsTest {
    private static final String COMMANDS = "/api/v1/sync/commands";

    private final Floor floor = new Floor(TestBackend.assembly());

    ProtocolVersionsTest() {
        floor.item("MUG", 300, 100);
    }

    private static String sample(String name) {
        try (InputStream in =
                Objects.requireNonNull(ProtocolVersionsTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> verdicts(JsonNode reply) {
        return reply.path("verdicts")
                .valueStream()
                .map(it -> (it.path("verdict").asText() + " " + it.path("code").asText("")).strip())
                .map(text -> text.replace(" null", ""))
                .toList();
    }

    private Answer send(String method, String path, String body, Map<String, String> headers) {
        return floor.station().send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocol-1-batch.json", "protocol-2-batch.json"})
    void anEarlierStationIsBooked(String file) {
        OrderId order = floor.order("MUG", 2);
        floor.wave();
        String id = UUID.randomUUID().toString().substring(0, 35);
        String batch =
                sample(file)
                        .replace("{commandId}", id)
                        .replace("{operatorId}", UUID.randomUUID().toString())
                        .replace("{parcelId}", floor.parcel(order).toString())
                        .replace("{lineId}", floor.line(order).toString())
                        .replace("{trackingNumber}", floor.tracking(order).toString());
        JsonNode reply = send("POST", COMMANDS, batch, Map.of()).json();
        assertEquals(List.of("APPLIED", "APPLIED", "APPLIED"), verdicts(reply), reply::toString);
        assertEquals("SHIPPED", floor.status(order));
        JsonNode again = send("POST", COMMANDS, batch, Map.of()).json();
        assertEquals(3, again.path("lastN").asInt());
        assertEquals("ALREADY_APPLIED", verdicts(again).getFirst());
    }

    /** Nobody else had the parcel, so it is booked; only newer stations know the word for that. */
    @ParameterizedTest
    @CsvSource({"2, APPLIED", "3, APPLIED_WITH_EXCEPTION lease-ended"})
    void anEarlierStationIsToldOfAnExceptionInWordsThatItKnows(String protocol, String verdict) {
        OrderId order = floor.order("MUG", 2);
        floor.wave();
        long late =
                TestBackend.assembly()
                        .foundation()
                        .transactions()
                        .inOrg(
                                floor.org(),
                                tx ->
                                        tx.sql(
                                                        "update claim set lease_until = now() -"
                                                            + " interval '1 hour' where org_id ="
                                                            + " :org")
                                                .run());
        assertEquals(1, late);
        String batch =
                sample("protocol-2-batch.json")
                        .replace("{commandId}", UUID.randomUUID().toString().substring(0, 35))
                        .replace("{operatorId}", UUID.randomUUID().toString())
                        .replace("{parcelId}", floor.parcel(order).toString())
                        .replace("{lineId}", floor.line(order).toString())
                        .replace("{trackingNumber}", floor.tracking(order).toString());
        JsonNode reply = send("POST", COMMANDS, batch, Map.of(Protocol.HEADER, protocol)).json();
        assertEquals(verdict, verdicts(reply).getLast(), reply::toString);
        assertEquals("SHIPPED", floor.status(order));
    }

    /** The signatures in this file are of release 3: whoever changes the signed bytes breaks it. */
    @Test
    void whatReleaseThreeSignedIsStillProved() {
        ObjectNode sample = (ObjectNode) Json.read(sample("protocol-3-batch.json"), JsonNode.class);
        String key = sample.remove("publicKey").asText();
        assertEquals("", open(sample, key, 0).path("burned").asText(""));
        JsonNode reply = send("POST", COMMANDS, sample.toString(), Map.of()).json();
        assertEquals(
                List.of("QUARANTINED unknown-parcel", "QUARANTINED unknown-parcel"),
                verdicts(reply));
    }

    @Test
    void aSignatureCoversWhatTheServerDoesNotUnderstandToo() {
        ObjectNode sample = (ObjectNode) Json.read(sample("protocol-3-batch.json"), JsonNode.class);
        String key = sample.remove("publicKey").asText();
        JsonNode _ = open(sample, key, 0);
        ((ObjectNode) sample.at("/commands/1/command/fieldOfTomorrow")).put("a", -2);
        JsonNode reply = send("POST", COMMANDS, sample.toString(), Map.of()).json();
        assertEquals(
                List.of("QUARANTINED unknown-parcel", "QUARANTINED signature-wrong"),
                verdicts(reply));
    }

    private JsonNode open(JsonNode sample, String key, long generation) {
        OpenJournal asked =
                new OpenJournal(
                        sample.path("epoch").asText(),
                        generation,
                        UUID.randomUUID(),
                        "machine",
                        0,
                        RowBytes.GENESIS,
                        key);
        Answer answer = floor.station().post("/api/v1/sync/journals", asked);
        assertEquals(200, answer.status(), () -> answer.json().toString());
        return answer.json();
    }

    @Test
    void onlyTheStoreThatOpenedLastMayWrite() {
        ObjectNode sample = (ObjectNode) Json.read(sample("protocol-3-batch.json"), JsonNode.class);
        String key = sample.remove("publicKey").asText();
        assertEquals(1, open(sample, key, 0).path("generation").asInt());
        assertEquals(2, open(sample, key, 1).path("generation").asInt());
        // The batch names generation 1, as the first of two copies of a store would go on to do.
        assertEquals(409, send("POST", COMMANDS, sample.toString(), Map.of()).status());
        assertEquals("older-generation", open(sample, key, 1).path("burned").asText());
        sample.put("generation", 2);
        Answer burned = send("POST", COMMANDS, sample.toString(), Map.of());
        assertEquals(409, burned.status());
        assertTrue(burned.json().path("detail").asText().contains("begin a new epoch"));
    }

    /** As after a disk was copied: nothing is wrong with the rows, and the log blames none. */
    @Test
    void rowsOfAJournalThatIsOverAreNotTriedAgain() {
        ObjectNode sample = (ObjectNode) Json.read(sample("protocol-3-batch.json"), JsonNode.class);
        String key = sample.remove("publicKey").asText();
        JsonNode _ = open(sample, key, 0);
        assertEquals(200, send("POST", COMMANDS, sample.toString(), Map.of()).status());
        ObjectNode others = sample.deepCopy();
        ((ObjectNode) others.at("/commands/0")).put("commandId", UUID.randomUUID().toString());
        ObjectNode older = sample.deepCopy().put("generation", 0);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(TakeCommands.class);
        log.start();
        logger.addAppender(log);
        // Of another opening, with another row in the place of one, and after its end.
        for (ObjectNode batch : List.of(older, others, sample)) {
            assertEquals(409, send("POST", COMMANDS, batch.toString(), Map.of()).status());
        }
        logger.detachAppender(log);
        assertEquals(List.of(), log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    }

    @Test
    void aRequestToGoOnThatIsRepeatedIsTheSameOne() {
        ObjectNode sample = (ObjectNode) Json.read(sample("protocol-3-batch.json"), JsonNode.class);
        OpenJournal asked =
                new OpenJournal(
                        "aaaa",
                        0,
                        UUID.randomUUID(),
                        "machine",
                        0,
                        RowBytes.GENESIS,
                        sample.path("publicKey").asText());
        JsonNode first = floor.station().post("/api/v1/sync/journals", asked).json();
        assertEquals(first, floor.station().post("/api/v1/sync/journals", asked).json());
        assertEquals(1, first.path("generation").asInt());
    }

    @ParameterizedTest
    @CsvSource({"1,200", "2,200", "3,200", "4,200", "99,200", "0,426", "x,400"})
    void aStationThatIsTooOldIsToldWhatToDo(String protocol, int status) {
        Map<String, String> header = Map.of(Protocol.HEADER, protocol);
        Answer answer = send("GET", "/api/v1/sync/feed", "", header);
        assertEquals(status, answer.status());
        if (status == 426) {
            assertEquals("station-outdated", answer.code());
            assertTrue(answer.json().path("detail").asText().contains("Update the station"));
        }
        int signIn = send("POST", "/api/v1/auth/station", "{}", header).status();
        assertEquals(status == 426 ? 426 : 400, signIn);
    }
}
