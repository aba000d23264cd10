package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.config.Settings;
import io.fulfillx.backend.platform.job.Worker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

class RolesTest {
    private final List<Feature> features = TestBackend.assembly().features();

    @Test
    void everyRouteIsMountedByExactlyOneRole() {
        Set<String> seen = new HashSet<>();
        for (Feature feature : features) {
            for (var route : feature.routes()) {
                String name = route.method() + " " + route.path();
                assertEquals(true, seen.add(name), name + " is mounted twice");
            }
        }
    }

    @Test
    void everyWorkerBelongsToExactlyOneFeature() {
        Set<Worker> seen = new HashSet<>();
        for (Feature feature : features) {
            for (Worker worker : feature.workers()) {
                assertEquals(true, seen.add(worker), worker.name());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleStartsAloneAndMountsItsRoutesOnly(Role role) {
        Map<String, String> settings = TestBackend.sameDatabase();
        settings.put("roles", role.name().toLowerCase(Locale.ROOT));
        try (Assembly alone = new Assembly(ServerConfig.from(new Settings(settings)))) {
            ApiClient anybody = new ApiClient(alone.port(), "");
            assertEquals(200, anybody.get("/health/ready").status());
            JsonNode paths = anybody.get("/openapi.json").json().path("paths");
            Set<String> mounted = new HashSet<>();
            paths.fieldNames().forEachRemaining(mounted::add);
            Set<String> expected = new HashSet<>();
            features.stream()
                    .filter(feature -> feature.role() == role)
                    .flatMap(feature -> feature.routes().stream())
                    .forEach(route -> expected.add(route.path()));
            assertEquals(expected, mounted);
        }
    }

    @Test
    void rolesAreReadFromTheirNamesAndAnythingElseIsNamed() {
        assertEquals(EnumSet.of(Role.GATEWAY, Role.RULES), Role.parse("gateway, RULES"));
        assertThrows(IllegalArgumentException.class, () -> Role.parse("gateway,kitchen"));
    }
}
