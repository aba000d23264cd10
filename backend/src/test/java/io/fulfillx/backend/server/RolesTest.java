package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.job.Worker;

import org.junit.jupiter.api.Test;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
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

    @Test
    void rolesAreReadFromTheirNamesAndAnythingElseIsNamed() {
        assertEquals(EnumSet.of(Role.GATEWAY, Role.RULES), Role.parse("gateway, RULES"));
        assertThrows(IllegalArgumentException.class, () -> Role.parse("gateway,kitchen"));
    }
}
