package io.fulfillx.backend.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.Floor;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.shipping.api.LeasedNumbers;
import io.fulfillx.model.address.Address;
import io.fulfillx.model.label.NumberSeries.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The agreement that lets stations make a carrier's numbers. */
class CarrierAccountsTest {
    private static final Address HOUSE = address("US", "43215");
    private final Floor floor = new Floor(TestBackend.assembly());

    private static Address address(String country, String code) {
        return new Address("A", null, "1 Road", null, "Town", null, code, country, null);
    }

    private Answer put(String carrier, Map<String, Object> wish) {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return floor.admin().send("PUT", "/api/v1/carrier-accounts/" + carrier, wish, key);
    }

    private static Map<String, Object> service() {
        Map<String, Object> service = new HashMap<>();
        service.put("service", "FXG");
        service.put("name", "FX Ground");
        service.put("type", "612");
        service.put("transitDays", 4);
        service.put("limitGrams", 30_000);
        service.put("poBox", false);
        return service;
    }

    private static Map<String, Object> agreement() {
        return agreement(service());
    }

    private static Map<String, Object> agreement(Map<String, Object> service) {
        Map<String, Object> agreed = new HashMap<>();
        agreed.put("kind", "USPS_IMPB");
        agreed.put("issuer", "901131854");
        agreed.put("services", List.of(service));
        agreed.put("firstSerial", 100);
        agreed.put("lastSerial", 299);
        agreed.put("postage", "PERMIT 4711");
        return agreed;
    }

    private JsonNode account() {
        JsonNode accounts = floor.get("/carrier-accounts");
        assertEquals(1, accounts.size());
        return accounts.path(0);
    }

    @Test
    void nothingIsAgreedAtFirstAndItCanBeTakenBack() {
        assertEquals("simulator", account().path("carrier").asText());
        assertFalse(account().has("leasedNumbers"));
        assertEquals(200, put("simulator", Map.of("leasedNumbers", agreement())).status());
        assertEquals(299, account().path("leasedNumbers").path("lastSerial").asInt());
        assertEquals(
                "612",
                account().path("leasedNumbers").path("services").path(0).path("type").asText());
        assertEquals(200, put("simulator", Map.of()).status());
        assertFalse(account().has("leasedNumbers"));
        assertEquals(404, put("nobody", Map.of()).status());
    }

    @ParameterizedTest
    @CsvSource({
        "kind, SSCC, /kind",
        "issuer, 923456, /issuer",
        "issuer, 5R8939, /issuer",
        "firstSerial, -1, /firstSerial",
        "firstSerial, 10000000, /firstSerial",
        "lastSerial, 99, /lastSerial",
        "lastSerial, 10000000, /lastSerial",
        "postage, ' ', /postage"
    })
    void anAgreementThatCannotBeIsRefusedWithThePlace(String field, String value, String pointer) {
        Map<String, Object> wrong = agreement();
        wrong.put(field, field.endsWith("Serial") ? Long.valueOf(value) : value);
        refused(wrong, pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "service, '', /services/0/service",
        "name, '', /services/0/name",
        "type, 03, /services/0/type",
        "transitDays, 61, /services/0/transitDays",
        "limitGrams, 0, /services/0/limitGrams"
    })
    void aServiceThatCannotBeIsRefusedWithThePlace(String field, String value, String pointer) {
        Map<String, Object> service = service();
        boolean number = field.equals("transitDays") || field.equals("limitGrams");
        service.put(field, number ? Long.valueOf(value) : value);
        refused(agreement(service), pointer);
    }

    private void refused(Map<String, Object> wrong, String pointer) {
        Answer answer = put("simulator", Map.of("leasedNumbers", wrong));
        assertEquals(400, answer.status(), () -> answer.json().toString());
        assertEquals("/leasedNumbers" + pointer, answer.json().path("pointer").asText());
        assertFalse(account().has("leasedNumbers"));
    }

    private static LeasedNumbers.Service service(String code, int days, boolean poBox) {
        return new LeasedNumbers.Service(code, code, "612", days, 30_000, poBox);
    }

    private static String chosen(ShippingPromise promise, Address to) {
        LeasedNumbers numbers =
                new LeasedNumbers(
                        Kind.USPS_IMPB,
                        "901131854",
                        List.of(
                                service("cheap", 5, false),
                                service("box", 5, true),
                                service("fast", 2, false)),
                        0,
                        9,
                        "PERMIT");
        return LeasedPolicy.choose(numbers, promise, HOUSE, to)
                .map(LeasedNumbers.Service::service)
                .orElse("");
    }

    @Test
    void theFirstServiceThatKeepsThePromiseIsTaken() {
        Address buyer = address("US", "97205-1234");
        assertEquals("cheap", chosen(new ShippingPromise(null, null, false), buyer));
        assertEquals("fast", chosen(new ShippingPromise(2, null, false), buyer));
        assertEquals("box", chosen(new ShippingPromise(null, null, true), buyer));
        assertEquals("fast", chosen(new ShippingPromise(null, "fast", false), buyer));
        assertEquals("", chosen(new ShippingPromise(1, null, false), buyer));
        assertEquals("", chosen(new ShippingPromise(null, "other", false), buyer));
        // The number is printed behind a ZIP code, and the agreement is for the country.
        assertEquals("", chosen(new ShippingPromise(null, null, false), address("US", "9720")));
        assertEquals("", chosen(new ShippingPromise(null, null, false), address("CA", "K1A 0B1")));
        assertTrue(
                chosen(new ShippingPromise(5, null, false), address("US", "97205")).length() > 0);
    }
}
