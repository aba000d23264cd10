package io.fulfillx.backend.orders.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.PaidOrder;
import io.fulfillx.backend.Shop;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.model.wire.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

class SearchTest {
    private final Shop shop = Shop.open();
    private final String mugs;
    private final String teas;

    SearchTest() {
        mugs = order(1, Map.of("MUG-BLUE", 2), Map.of("email", "ada@brook.example", "tags", "vip"));
        teas =
                order(
                        2,
                        Map.of("TEA-GREEN", 1),
                        Map.of(
                                "email",
                                "bob@stone.example",
                                "note",
                                "Please leave at the red door",
                                "tags",
                                "vip, slow lane"));
        Answer phoned =
                shop.manager()
                        .post(
                                "/api/v1/orders/" + mugs + "/notes",
                                Map.of("text", "Buyer phoned about the gate code."));
        assertEquals(200, phoned.status());
        Shop.eventually("indexed", () -> found("gate").size() == 1 && found("bob").size() == 1);
    }

    private String order(int number, Map<String, Integer> units, Map<String, String> more) {
        Map<String, Object> order = new LinkedHashMap<>(PaidOrder.of(number, units));
        order.putAll(more);
        return shop.deliver(Json.bytes(order)).json().path("orderId").asText();
    }

    private Answer search(String text) {
        return shop.manager()
                .get("/api/v1/orders?search=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private List<String> found(String text) {
        Answer answer = search(text);
        assertEquals(200, answer.status(), () -> answer.json().toString());
        return answer.json()
                .path("items")
                .valueStream()
                .map(order -> order.path("orderId").asText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sku:mug-b|mugs",
                "sku:MUG-BLUE tag:vip|mugs",
                "sku:green|teas",
                "email:bob@stone.example|teas",
                "email:stone|teas",
                "ada@|mugs",
                "number:100002|teas",
                "FXO100001|mugs",
                "#1002|teas",
                "1002|teas",
                "name:#1001|mugs",
                "\"red door\"|teas",
                "note:\"the gate code\"|mugs",
                "note:phoned|mugs",
                "tag:\"slow lane\"|teas",
                "vip|both",
                "customer:brook|both",
                "customer:\"Ada Brook\"|both",
                "vip -sku:tea|mugs",
                "-note:gate vip|teas",
                "channel:shopify vip|both",
                "hold:UNKNOWN_SKU|both",
                "status:received|both",
                "\"door red\"|none",
                "tag:gate|none",
                "sku:\"mug\"|mugs",
                "sku:\"mu\"|none",
                "tag:\"vi\"|none",
                "100%|none",
            })
    void aSearchFindsWhatItSays(String text, String expected) {
        List<String> ids =
                switch (expected) {
                    case "mugs" -> List.of(mugs);
                    case "teas" -> List.of(teas);
                    case "both" -> List.of(teas, mugs);
                    default -> List.of();
                };
        assertEquals(ids, found(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "colour:red|There is no field colour (character 1).",
                "a \"b|The quote at character 3 is not closed.",
                "sku:|After sku: at character 1 a word is missing.",
                "a - b|After - at character 3 a word is missing.",
                "a\"b\"|The quote at character 2 stands inside a word.",
                "\"\"|There is nothing in the quotes at character 1.",
                "\"a\"b|After the quote at character 3 a space is missing.",
            })
    void whatCannotBeUnderstoodIsSaid(String text, String sentence) {
        Answer answer = search(text);
        assertEquals(400, answer.status());
        assertTrue(
                answer.json().path("detail").asText().startsWith(sentence),
                answer.json().path("detail").asText());
    }

    @Test
    void aTagThatIsTakenOffIsNoLongerFound() {
        Answer changed =
                shop.manager()
                        .post(
                                "/api/v1/orders/" + mugs + "/tags",
                                Map.of("add", List.of("fragile"), "remove", List.of("vip")));
        assertEquals(200, changed.status(), () -> changed.json().toString());
        Shop.eventually("found", () -> found("tag:fragile").equals(List.of(mugs)));
        assertEquals(List.of(teas), found("tag:vip"));
    }

    @Test
    void nobodyFindsTheOrdersOfOthers() {
        Answer theirs = TestBackend.newOrg().as("manager").get("/api/v1/orders?search=vip");
        assertEquals(0, theirs.json().path("items").size());
    }

    /** Row-level security keeps other kinds of text search from using an index at all. */
    @Test
    void theSearchWalksItsIndex() {
        String plan =
                TestBackend.assembly()
                        .foundation()
                        .transactions()
                        .inOrg(
                                shop.org().id(),
                                tx -> {
                                    Condition condition =
                                            new OrderFilter(
                                                            "vip sku:\"mug-blue\"",
                                                            null,
                                                            null,
                                                            null)
                                                    .condition();
                                    tx.sql("set local enable_seqscan = off").run();
                                    return String.join(
                                            "\n",
                                            condition
                                                    .bind(
                                                            tx.sql(
                                                                    "explain select o.order_id from"
                                                                            + " sales_order o where"
                                                                            + " o.org_id = :org"
                                                                            + condition.sql()))
                                                    .list(row -> row.text("QUERY PLAN")));
                                });
        assertTrue(plan.contains("order_term_pkey"), plan);
        assertTrue(plan.matches("(?s).*Index Cond: .*term >= 'o:vip'.*"), plan);
        assertTrue(plan.matches("(?s).*Index Cond: .*term = 's:mug-blue'.*"), plan);
    }
}
