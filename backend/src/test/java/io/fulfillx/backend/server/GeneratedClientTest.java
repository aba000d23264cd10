package io.fulfillx.backend.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.fulfillx.backend.ApiClient;
import io.fulfillx.backend.TestBackend;
import io.fulfillx.backend.platform.Fault;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What the API description promises is tried by a client that knows nothing else. */
class GeneratedClientTest {
    @TempDir private Path folder;

    /** The webhook of a shop is signed in headers; a client of ours never calls it. */
    private static final String OF_THE_SHOP = "takeShopifyWebhook";

    @Test
    void everyExampleIsAcceptedAndEveryProblemComesAsDescribed() {
        int port = TestBackend.assembly().port();
        byte[] description = new ApiClient(port, "").get("/openapi.json").body();
        ExampleStory story = new ExampleStory(GeneratedClient.of(description, port, folder));
        story.play();
        assertEquals(List.of(), story.wrong(), () -> String.join("\n", story.wrong()));
        for (Fault.Code code :
                List.of(
                        Fault.Code.INVALID,
                        Fault.Code.MALFORMED,
                        Fault.Code.KEY_MISSING,
                        Fault.Code.KEY_REUSED,
                        Fault.Code.UNAUTHENTICATED,
                        Fault.Code.FORBIDDEN,
                        Fault.Code.NOT_FOUND,
                        Fault.Code.CONFLICT,
                        Fault.Code.NOT_ALLOWED_NOW)) {
            assertTrue(
                    story.provoked().stream().anyMatch(tried -> tried.endsWith(" " + code.slug())),
                    code + " was never provoked");
        }
        assertEquals(new TreeSet<>(), notPlayed(story));
    }

    /** An example that is no part of the story would be believed without a trial. */
    private static Set<String> notPlayed(ExampleStory story) {
        Set<String> left = new TreeSet<>();
        TestBackend.assembly().features().stream()
                .flatMap(feature -> feature.routes().stream())
                .filter(route -> !Examples.of(route).isMissingNode())
                .map(route -> route.operationId())
                .filter(operation -> !operation.equals(OF_THE_SHOP))
                .filter(operation -> !story.played().contains(operation))
                .forEach(left::add);
        return left;
    }
}
