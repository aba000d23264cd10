package io.fulfillx.backend.orders.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.Shop;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

class NotesTest {
    private final Shop shop = Shop.open();
    private final ApiClient lead = shop.org().as("lead");
    private final String order =
            shop.deliver(Json.bytes(PaidOrder.of(1, Map.of("MUG", 1))))
                    .json()
                    .path("orderId")
                    .asText();

    private String write(ApiClient author, String text) {
        Answer answer = author.post("/api/v1/orders/" + order + "/notes", Map.of("text", text));
        assertEquals(200, answer.status(), () -> answer.json().toString());
        JsonNode notes = answer.json().path("notes");
        return notes.path(notes.size() - 1).path("noteId").asText();
    }

    private static JsonNode inbox(ApiClient reader) {
        return reader.get("/api/v1/inbox").json();
    }

    private Answer put(ApiClient who, String note, String text) {
        return who.send(
                "PUT",
                "/api/v1/orders/" + order + "/notes/" + note,
                Map.of("text", text),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    @Test
    void whoIsMentionedFindsItInTheInboxUntilItIsRead() {
        var _ = write(shop.manager(), "@lead please call; mail to x@lead.example is no mention.");
        var _ = write(shop.manager(), "Nobody here, @nobody.");
        JsonNode inbox = inbox(lead);
        assertEquals(1, inbox.path("unread").asInt());
        assertEquals(1, inbox.path("items").size());
        assertEquals(order, inbox.at("/items/0/orderId").asText());
        assertEquals(0, inbox(shop.manager()).path("unread").asInt());
        String mention = inbox.at("/items/0/mentionId").asText();
        Answer foreign = shop.manager().post("/api/v1/inbox/" + mention + "/read", Map.of());
        assertEquals(404, foreign.status());
        Answer read = lead.post("/api/v1/inbox/" + mention + "/read", Map.of());
        assertEquals(0, read.json().path("unread").asInt(-1));
        assertEquals(0, lead.get("/api/v1/inbox?unread=true").json().path("items").size());
        assertEquals(1, inbox(lead).path("items").size());
    }

    @Test
    void anEditedNoteKeepsWhatItSaidAndMentionsOnlyNewPeople() {
        String note = write(shop.manager(), "Call @lead.");
        assertEquals(403, put(lead, note, "Mine now.").status());
        Answer edited = put(shop.manager(), note, "Call @lead or @manager.");
        assertEquals(200, edited.status(), () -> edited.json().toString());
        assertEquals("Call @lead.", edited.json().at("/versions/0/text").asText());
        assertEquals(2, edited.json().path("mentions").size());
        assertEquals(1, inbox(lead).path("unread").asInt());
        JsonNode notes = lead.get("/api/v1/orders/" + order + "/notes").json().path("items");
        assertEquals("Call @lead or @manager.", notes.at("/0/text").asText());
        assertTrue(notes.at("/0").has("editedAt"));
    }

    @Test
    void aNoteIsResolvedAndReopened() {
        String note = write(shop.manager(), "Wrong size?");
        String path = "/api/v1/orders/" + order + "/notes/" + note;
        JsonNode resolved = lead.post(path + "/resolve", Map.of()).json();
        assertTrue(resolved.path("resolvedBy").asText().startsWith("lead:"));
        JsonNode reopened = lead.post(path + "/reopen", Map.of()).json();
        assertTrue(!reopened.has("resolvedAt"));
        List<String> history =
                shop.order(order)
                        .path("history")
                        .valueStream()
                        .map(event -> event.path("what").asText())
                        .toList();
        assertTrue(history.containsAll(List.of("NOTE_RESOLVED", "NOTE_REOPENED")));
    }
}
