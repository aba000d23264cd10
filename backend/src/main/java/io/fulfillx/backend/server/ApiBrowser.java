package io.fulfillx.backend.server;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** The API's description as pages to read and try, at {@code /docs}. */
final class ApiBrowser {
    private static final String ASSETS = "META-INF/resources/webjars/swagger-ui/5.29.3/";
    private static final Map<String, String> TYPES =
            Map.of(
                    "swagger-ui.css", "text/css",
                    "swagger-ui-bundle.js", "text/javascript",
                    "favicon-32x32.png", "image/png");
    private static final String START =
            """
            window.onload = () => SwaggerUIBundle({ url: '/openapi.json', dom_id: '#ui' });
            """;
    private static final String PAGE =
            """
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <title>FulfillX API</title>
              <link rel="stylesheet" href="/docs/swagger-ui.css">
              <link rel="icon" type="image/png" href="/docs/favicon-32x32.png">
            </head>
            <body>
              <div id="ui"></div>
              <script src="/docs/swagger-ui-bundle.js"></script>
              <script src="/docs/start.js"></script>
            </body>
            </html>
            """;

    private ApiBrowser() {}

    static void mount(HttpRouting.Builder routing) {
        routing.get("/docs", (_, response) -> text(response, "text/html; charset=utf-8", PAGE));
        routing.get("/docs/start.js", (_, response) -> text(response, "text/javascript", START));
        routing.get("/docs/{asset}", ApiBrowser::asset);
    }

    private static void text(ServerResponse response, String type, String body) {
        response.header("Content-Type", type);
        // The pages load nothing from elsewhere; the style sheet needs inline styles and images.
        response.header(
                "Content-Security-Policy",
                "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:");
        response.send(body);
    }

    private static void asset(ServerRequest request, ServerResponse response) {
        String name = request.path().pathParameters().get("asset");
        String type = TYPES.get(name);
        if (type == null) {
            response.status(Status.NOT_FOUND_404).send();
            return;
        }
        try (InputStream in =
                ApiBrowser.class.getClassLoader().getResourceAsStream(ASSETS + name)) {
            if (in == null) {
                throw new IllegalStateException("missing on the class path: " + name);
            }
            response.header("Content-Type", type);
            response.send(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
