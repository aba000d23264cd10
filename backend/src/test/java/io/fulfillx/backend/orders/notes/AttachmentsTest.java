package io.fulfillx.backend.orders.notes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.Shop;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class AttachmentsTest {
    private static final byte[] PDF =
            "%PDF-1.7\n\u00e2 not a text\u0000".getBytes(StandardCharsets.ISO_8859_1);

    private final Shop shop = Shop.open();
    private final String order =
            shop.deliver(Json.bytes(PaidOrder.of(1, Map.of("MUG", 1))))
                    .json()
                    .path("orderId")
                    .asText();
    private final String path = "/api/v1/orders/" + order + "/attachments";

    private Answer attach(ApiClient who, String name, byte[] content) {
        return who.send(
                "POST",
                path + "?name=" + URLEncoder.encode(name, StandardCharsets.UTF_8),
                content,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    private List<String> names() {
        return shop.manager()
                .get(path)
                .json()
                .path("items")
                .valueStream()
                .map(each -> each.path("name").asText())
                .toList();
    }

    private List<String> history() {
        return shop.manager()
                .get("/api/v1/orders/" + order)
                .json()
                .path("history")
                .valueStream()
                .map(each -> each.path("what").asText())
                .filter(what -> what.startsWith("ATTACHMENT"))
                .toList();
    }

    @Test
    void aFileIsAttachedListedDownloadedAndDeleted() {
        Answer added = attach(shop.manager(), "Invoice \u00e4.pdf", PDF);
        assertEquals(201, added.status(), () -> added.json().toString());
        assertEquals("application/pdf", added.json().path("mediaType").asText());
        String one = path + "/" + added.json().path("attachmentId").asText();
        Answer again = attach(shop.manager(), "Invoice \u00e4.pdf", PDF);
        assertEquals(added.json(), again.json());
        assertEquals(List.of("Invoice \u00e4.pdf"), names());
        Answer read = shop.manager().get(one);
        assertArrayEquals(PDF, read.body());
        assertEquals("application/pdf", read.mediaType());
        ApiClient packer = shop.org().as("packer");
        assertEquals(403, packer.post(one + "/remove", Map.of()).status());
        assertEquals(200, shop.manager().post(one + "/remove", Map.of()).status());
        assertEquals(List.of(), names());
        assertEquals(404, shop.manager().get(one).status());
        assertEquals(404, shop.manager().post(one + "/remove", Map.of()).status());
        assertEquals(List.of("ATTACHMENT_ADDED", "ATTACHMENT_REMOVED"), history());
    }

    @Test
    void anotherOrganizationSeesNothingOfIt() {
        Answer added = attach(shop.manager(), "a.pdf", PDF);
        String one = path + "/" + added.json().path("attachmentId").asText();
        ApiClient stranger = TestBackend.newOrg().as("admin");
        assertEquals(404, stranger.get(one).status());
        assertEquals(404, stranger.get(path).status());
        assertEquals(404, attach(stranger, "b.pdf", PDF).status());
    }

    @ParameterizedTest
    @CsvSource({
        "<html><script>,           text/plain; charset=utf-8",
        "'a,b',                    text/plain; charset=utf-8",
        "%PDF-,                    application/pdf",
    })
    void theKindIsReadFromTheBytes(String content, String kind) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        assertEquals(kind, AttachedFile.read(bytes).mediaType());
    }

    @Test
    void whatIsOfNoKnownKindOrTooLargeIsRefused() {
        Answer program = attach(shop.manager(), "a.pdf", new byte[] {0x4d, 0x5a, 0, 1});
        assertEquals("invalid", program.code());
        assertEquals("invalid", attach(shop.manager(), "../a.pdf", PDF).code());
        assertEquals("invalid", attach(shop.manager(), "", PDF).code());
        Fault large =
                assertThrows(
                        Fault.class, () -> AttachedFile.read(new byte[AttachedFile.MAX_BYTES + 1]));
        assertEquals(Fault.Code.TOO_LARGE, large.code());
        assertEquals(List.of(), names());
    }
}
