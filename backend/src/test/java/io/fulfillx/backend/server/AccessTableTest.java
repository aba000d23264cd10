package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.ApiClient.Answer;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.http.Route;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** A changed access shows up in review as a changed line of that file. */
    @Test
    void theTableIsTheOneThatWasAgreed() throws IOException {
        List<String> rows = new ArrayList<>();
        for (Feature feature : TestBackend.assembly().features()) {
            for (Route route : feature.routes()) {
                rows.add("%-5s%-56s%s".formatted(route.method(), route.path(), who(route)));
            }
        }
        rows.sort(Comparator.comparing((String row) -> row.substring(5)));
        try (InputStream agreed = AccessTableTest.class.getResourceAsStream("access-table.txt")) {
            String text = new String(agreed.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(text, String.join("\n", rows) + "\n");
        }
    }

    private static String who(Route route) {
        if (route.access().open()) {
            return "everyone";
        }
        return Stream.concat(ROLES.stream(), Stream.of("station", "floor-lead", "floor-manager"))
                .filter(route.access().roles()::contains)
                .collect(Collectors.joining(" "));
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
