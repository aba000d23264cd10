package io.fulfillx.backend.orders;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.Shop;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What another organisation calls its things means nothing here. */
class ForeignNamesTest {
    private final Shop theirs = Shop.open();
    private final Shop ours = Shop.open();
    private final ApiClient admin = ours.org().as("admin");

    @Test
    void namesOfOtherOrganisationsAreUnknownHere() {
        theirs.item("SECRET");
        theirs.stock("SECRET", "A-1", 10);
        for (String path :
                List.of(
                        "/api/v1/stock?sku=SECRET",
                        "/api/v1/stock/ledger?sku=SECRET",
                        "/api/v1/items?query=SECRET",
                        "/api/v1/orders?channel=" + theirs.channelId())) {
            assertEquals(0, admin.get(path).json().path("items").size(), path);
        }
        Map<String, Object> more = Map.of("sku", "SECRET", "location", "A-1", "quantity", 1);
        assertEquals(404, admin.post("/api/v1/stock/receive", more).status());
    }
}
