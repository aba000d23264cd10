package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.Fault;
import io.fulfillx.backend.platform.http.Route;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a reader of the API description may rely on. */
class ApiDescriptionTest {
    private static final Set<String> THE_HEART =
            Set.of("orders", "order-reads", "order-desk", "inventory", "stock-reads", "catalog");
    private static final Pattern REFERENCE =
            Pattern.compile("\"#/components/([a-z]+)/([A-Za-z0-9]+)\"");

    private final JsonNode description =
            new ApiClient(TestBackend.assembly().port(), "").get("/openapi.json").json();

    private static List<Route> routes(Set<String> features) {
        return TestBackend.assembly().features().stream()
                .filter(feature -> features.isEmpty() || features.contains(feature.name()))
                .flatMap(feature -> feature.routes().stream())
                .toList();
    }

    @Test
    void everyOperationHasANameOfItsOwn() {
        Set<String> names = new HashSet<>();
        List<String> twice = new ArrayList<>();
        for (Route route : routes(Set.of())) {
            if (!names.add(route.operationId())) {
                twice.add(route.operationId() + " " + route.method() + " " + route.path());
            }
        }
        assertEquals(List.of(), twice, "say .named(…) on one of them");
    }

    @Test
    void everyRouteOfTheHeartHasAnExampleAndSaysItsProblems() {
        TreeSet<String> lacking = new TreeSet<>();
        for (Route route : routes(THE_HEART)) {
            String name = route.method() + " " + route.path();
            if (Examples.of(route).isMissingNode()) {
                lacking.add(name + ": an example in " + Examples.name(route));
            }
            if (route.notes().problems().isEmpty()) {
                lacking.add(name + ": .problems(…)");
            }
        }
        assertEquals(new TreeSet<>(), lacking);
    }

    @Test
    void everyCodeSaysWhatItMeans() {
        for (Fault.Code code : Fault.Code.values()) {
            assertTrue(ApiProblems.meaning(code).endsWith("."), code + " in ApiProblems");
        }
    }

    @Test
    void everyTagSaysWhatItHolds() {
        for (JsonNode tag : description.path("tags")) {
            String about = tag.path("description").asText();
            assertTrue(!about.startsWith("Routes of "), tag.path("name") + " in ApiTags");
        }
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        Matcher reference = REFERENCE.matcher(description.toString());
        int followed = 0;
        while (reference.find()) {
            JsonNode kind = description.path("components").path(reference.group(1));
            assertTrue(kind.has(reference.group(2)), reference.group());
            followed++;
        }
        assertTrue(followed > 100, "only " + followed);
    }

    @Test
    void limitsAreThoseOfTheTypesThemselves() {
        JsonNode receipt = description.at("/components/schemas/Receipt/properties");
        assertEquals(1_000_000, receipt.at("/quantity/maximum").asInt());
        assertEquals(0, receipt.at("/quantity/minimum").asInt(-1));
        assertEquals(128, receipt.at("/sku/maxLength").asInt());
        assertEquals(
                "[\"sku\",\"location\",\"quantity\"]",
                description.at("/components/schemas/Receipt/required").toString());
    }

    @Test
    void aQueryParameterIsDescribedWithItsRange() {
        JsonNode limit =
                description
                        .at("/paths/~1api~1v1~1stock/get/parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("name").asText().equals("limit"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(200, limit.at("/schema/maximum").asInt());
        assertEquals(50, limit.at("/schema/default").asInt());
    }

    @Test
    void successIsWhatTheRouteAnswers() {
        for (Route route : routes(Set.of())) {
            JsonNode operation =
                    description
                            .path("paths")
                            .path(route.path())
                            .path(route.method().toLowerCase(Locale.ROOT));
            String status = Integer.toString(route.notes().status());
            assertTrue(operation.path("responses").has(status), route.path());
        }
    }
}
