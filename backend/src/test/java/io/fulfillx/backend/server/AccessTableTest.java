package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.http.Route;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Calls every route as every role and compares with what the route declares. */
class AccessTableTest {
    private static final List<String> ROLES =
            List.of("picker", "packer", "lead", "manager", "admin");

    private final TestBackend.Org org = TestBackend.newOrg();

    @Test
    void everyRouteLetsInItsRolesAndNobodyElse() {
        List<String> wrong = new ArrayList<>();
        ApiClient nobody = new ApiClient(TestBackend.assembly().port(), "");
        for (Feature feature : TestBackend.assembly().features()) {
            for (Route route : feature.routes()) {
                if (route.access().open()) {
                    continue;
                }
                if (call(nobody, route).status() != 401) {
                    wrong.add("without a token: " + route.method() + " " + route.path());
                }
            }
        }
        for (String role : ROLES) {
            ApiClient client = org.as(role);
            for (Feature feature : TestBackend.assembly().features()) {
                for (Route route : feature.routes()) {
                    boolean let = call(client, route).status() != 403;
                    boolean allowed =
                            route.access().open() || route.access().roles().contains(role);
                    if (let != allowed) {
                        wrong.add(role + ": " + route.method() + " " + route.path());
                    }
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static Answer call(ApiClient client, Route route) {
        String path = route.path().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return client.send(
                route.method(),
                path + "?waitMillis=0",
                new byte[0],
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }
}
